import { randomUUID } from 'node:crypto';
import { copyFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { NewsScrapeError, isNewsScrapeError } from '../errors.js';
import { makeFolder, statePaths } from './folder.js';

/**
 * For an error of a state file that cannot be read: the same error, after a copy of the file was made that stays
 * whatever is done to repair it. One copy for each state of the file. Only for the holder of the lock.
 */
export async function withCopyOfDamaged(dir: string, error: unknown): Promise<unknown> {
  if (!isNewsScrapeError(error, 'archive_corrupt')) return error;
  const copy = await keepCopy(dir, error.params.file).catch(() => undefined);
  return new NewsScrapeError('archive_corrupt', { ...error.params, copy }, { cause: error });
}

async function keepCopy(dir: string, file: string): Promise<string> {
  const { folder, tmp } = statePaths(dir);
  const { mtime } = await stat(file);
  const copy = join(folder, `${basename(file)}.damaged-${mtime.toISOString().replaceAll(':', '')}`);
  if (await stat(copy).then(() => true, () => false)) return copy;
  const temporary = join(tmp, randomUUID());
  await makeFolder(tmp);
  try {
    await copyFile(file, temporary);
    await rename(temporary, copy);
  } finally {
    await rm(temporary, { force: true });
  }
  return copy;
}
