import { randomUUID } from 'node:crypto';
import { chmod, copyFile, link, lstat, open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { systemCode } from '../errors.js';
import { makeFolder, statePaths } from './folder.js';

export interface AtomicOptions {
  /** Folder for the temporary file, made on need; best on the same file system as the target. */
  tmpDir: string;
  /** False: an existing file is an error, and never touched. */
  replace: boolean;
  /** Permissions of the file, where they are not those of any new one. */
  mode?: number | undefined;
}

/** What systems say of an operation that their file system lacks. */
export const UNSUPPORTED: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EINVAL', 'EISDIR', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

/**
 * Writes a whole file or nothing: killed or cut from power at any moment, the target has its old content or all of the
 * new. Its folder is made on need. Where the file system has no hard links, a file that appears at the very moment is replaced.
 * @throws the system's error; with code EEXIST if the target exists and may not be replaced
 */
export async function writeFileAtomic(
  target: string,
  data: string | Uint8Array | Iterable<string>,
  { tmpDir, replace, mode }: AtomicOptions,
): Promise<void> {
  const temporary = join(tmpDir, randomUUID());
  await makeFolder(tmpDir);
  try {
    await writeFile(temporary, data, { flag: 'wx', flush: true, mode });
    if (mode !== undefined) await chmod(temporary, mode);
    const made = await makeFolder(dirname(target));
    await moveTo(target, temporary, replace ? rename : linkNew);
    await syncFolders(dirname(target), made);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Removes what killed runs left in `<dir>/.news-scrape/tmp`, and that folder. Only for the holder of the lock. */
export async function sweepTemporary(dir: string): Promise<void> {
  // Retries: a process that is about to be refused the lock may put its permit there at this moment
  await rm(statePaths(dir).tmp, { recursive: true, force: true, maxRetries: 3 });
}

/** Where a file is prepared that cannot be moved to its place from elsewhere. */
export const partOf = (target: string): string => join(dirname(target), `.${basename(target)}.part`);

type Move = (from: string, to: string) => Promise<void>;

/** Where a link or a mount leads to another file system, only a file that is there already can be moved into place. */
async function moveTo(target: string, temporary: string, move: Move): Promise<void> {
  try {
    await move(temporary, target);
  } catch (error) {
    if (systemCode(error) !== 'EXDEV') throw error;
    const part = partOf(target);
    try {
      await copyFile(temporary, part);
      await sync(part, 'r+');
      await move(part, target);
    } finally {
      await rm(part, { force: true });
    }
  }
}

/** Rename would replace a file that someone made since we looked; a link to an existing name fails. */
async function linkNew(temporary: string, target: string): Promise<void> {
  try {
    await link(temporary, target);
  } catch (error) {
    if (!UNSUPPORTED.has(systemCode(error) ?? '')) throw error;
    // Between the two a file may still appear; what else there is would leave half a file behind when killed.
    if (await exists(target)) throw Object.assign(new Error(`EEXIST: file already exists, '${target}'`), { code: 'EEXIST' });
    await rename(temporary, target);
  }
}

const exists = (path: string): Promise<boolean> => lstat(path).then(() => true, () => false);

/** A name is safe only when its folder is on the disk: that of the target, and the parents of those just made. */
async function syncFolders(folder: string, made: string | undefined): Promise<void> {
  await syncFolder(folder);
  if (made !== undefined && folder.startsWith(made)) await syncFolders(dirname(folder), made);
}

/** Windows and some network disks cannot be asked for that. */
async function syncFolder(folder: string): Promise<void> {
  try {
    await sync(folder, 'r');
  } catch (error) {
    if (!UNSUPPORTED.has(systemCode(error) ?? '')) throw error;
  }
}

async function sync(path: string, flag: string): Promise<void> {
  const handle = await open(path, flag);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
