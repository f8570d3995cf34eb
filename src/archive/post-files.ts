import { readFile, readdir, realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { systemCode } from '../errors.js';
import { splitPost } from '../post/split-post.js';
import { digestOf } from './digest.js';
import { unwritable } from './unwritable.js';
import type { ArchiveRecord } from './record.js';
import type { Naming } from './store.js';

/**
 * How a post is, compared with what its record says: as it was written, edited or deleted by a person, never written by
 * this program, or in a place to which a link leads out of the folder.
 */
export type PostState = 'intact' | 'edited' | 'deleted' | 'foreign' | 'outside';

/** A post as it is on the disk now. */
export interface PostFile {
  state: PostState;
  /** `bodyLength` of the document; 0 for one that cannot be read. */
  length: number;
}

/** Looks at the post of a written article. */
export async function lookAtPost(dir: string, { file, hash }: ArchiveRecord): Promise<PostFile> {
  if (file === undefined) return { state: 'foreign', length: 0 };
  try {
    if (!(await isInside(dir, file))) return { state: 'outside', length: 0 };
    const text = await readFile(join(dir, file), 'utf8');
    return { state: hash === undefined ? 'foreign' : digestOf(text) === hash ? 'intact' : 'edited', length: bodyLength(text) };
  } catch (error) {
    // What cannot be read is not ours to replace.
    return { state: ['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '') ? 'deleted' : 'edited', length: 0 };
  }
}

/** Characters of a document behind its front matter. */
export function bodyLength(document: string): number {
  return splitPost(document).body.length;
}

/** True if the file has exactly this content. */
export async function holds(path: string, document: string): Promise<boolean> {
  return readFile(path, 'utf8').then((text) => text === document, () => false);
}

/** Keys of all names in a folder; none if it does not exist yet. */
export async function namesIn(dir: string, naming: Naming): Promise<Set<string>> {
  try {
    return new Set((await readdir(dir)).map(naming.key));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return new Set();
    throw unwritable(dir, error);
  }
}

/** Where a folder is, or would be made. */
async function realFolder(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
    return join(await realFolder(dirname(path)), basename(path));
  }
}

/** False where a link leads out of the folder: a merged archive may name any path. */
async function isInside(dir: string, file: string): Promise<boolean> {
  const [root, folder] = await Promise.all([realpath(dir), realFolder(dirname(join(dir, file)))]);
  return folder === root || folder.startsWith(root.endsWith(sep) ? root : root + sep);
}
