import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Archive } from './archive.js';
import { digestOf } from './digest.js';
import { makeFolder, statePaths } from './folder.js';
import { PictureFiles } from './picture-files.js';
import { formatRecord, parseRecord, type ArchiveRecord } from './record.js';

/** What a run is about to do: write the pictures of this post, then the post, then put this record into the archive. */
export interface Intent {
  record: ArchiveRecord;
  /** False for a post that takes the place of an older form of itself. */
  isNew: boolean;
  /** Where its pictures go, as a path from the folder of the posts. */
  pictures: string;
}

/**
 * Notes on the disk what follows, so that a run that is killed in between has not written anything of which nobody knows. Only one at a time.
 */
export async function noteIntent(dir: string, { record, isNew, pictures }: Intent): Promise<void> {
  const { intent } = statePaths(dir);
  await makeFolder(dirname(intent));
  await writeFile(intent, `${isNew ? 'new' : 'update'} ${formatRecord(record)}\n${pictures}`, { flush: true });
}

/** Brings what a killed run had begun to its end. Only for the holder of the lock. */
export async function finishIntent(dir: string, archive: Archive): Promise<void> {
  const intent = await readIntent(dir);
  const { file, hash } = intent?.record ?? {};
  if (!intent || file === undefined) return;
  const text = await readFile(join(dir, file), 'utf8').catch(() => undefined);
  // A new post that is there is ours, even if a person has edited it since; an updated one only as it was to become.
  const isDone = intent.isNew ? text !== undefined : text !== undefined && digestOf(text) === hash;
  const pictures = new PictureFiles(join(dir, intent.pictures), statePaths(dir).tmp);
  const earlier = archive.find(intent.record.id, []);
  if (!isDone) return pictures.remove(intent.record, earlier);
  await pictures.remove(earlier, intent.record);
  await archive.put(intent.record);
}

/** Undefined if there is none, or one that was never finished: then nothing was done yet. */
async function readIntent(dir: string): Promise<Intent | undefined> {
  const text = await readFile(statePaths(dir).intent, 'utf8').catch(() => '');
  const [first = '', pictures = ''] = text.split('\n');
  const [, kind, line = ''] = /^(new|update) (.*)$/.exec(first) ?? [];
  const record = parseRecord(line);
  return typeof record === 'string' ? undefined : { record, isNew: kind === 'new', pictures };
}
