import { resolve } from 'node:path';
import { thenAlways } from '../always.js';
import type { ArticleStore } from '../archive/store.js';
import { NewsScrapeError } from '../errors.js';
import { groupBy } from '../group-by.js';
import { messages } from '../messages/messages.js';
import type { Io } from './io.js';
import type { FetchOptions } from './options/fetch.js';
import { settlePosts, type Settled } from './settle-posts.js';
import type { Part } from './world.js';

/** A part of a run with the folder and the form of its posts. */
export type SettledPart = Part & Settled;

/** The parts whose posts go into one folder. */
export type FolderParts = readonly [SettledPart, ...SettledPart[]];

/**
 * Settles where the posts of each part go, and gathers the parts by that, the folders in the order of their paths.
 * @param told what was said of folders already; what is said is added to it
 * @throws NewsScrapeError all that `settlePosts` throws; `usage` for one folder and two generators
 */
export async function settleFolders(parts: readonly Part[], options: FetchOptions, io: Io, told = new Set<string>()): Promise<FolderParts[]> {
  // What is true of a folder need not be said for each of its parts.
  const line: Io['terminal']['line'] = (text, tone) => {
    if (!told.has(text)) io.terminal.line(text, tone);
    told.add(text);
  };
  const settled: SettledPart[] = [];
  for (const part of parts) {
    const posts = await settlePosts({ ...part.options, quiet: options.quiet ?? false }, { ...io, terminal: { ...io.terminal, line } });
    settled.push({ ...part, ...posts });
  }
  const folders = groupBy(settled, ({ folder }) => resolve(folder));
  for (const folder of folders) checkProfiles(folder);
  return folders.sort(([a], [b]) => (resolve(a.folder) < resolve(b.folder) ? -1 : 1));
}

/** Generators differ in which names they take for one. */
function checkProfiles([{ folder, form }, ...others]: FolderParts): void {
  const other = others.find(({ form: { profile } }) => profile.id !== form.profile.id);
  if (other) throw new NewsScrapeError('usage', { detail: messages.cli.twoProfiles(folder, form.profile.id, other.form.profile.id) });
}

/**
 * Opens the archives of folders, one after the other in their order, so that two runs never wait for each other, does the
 * work, and closes them.
 * @throws NewsScrapeError all that `open` throws
 */
export async function withStores(
  folders: readonly FolderParts[],
  open: (folder: SettledPart) => Promise<ArticleStore>,
  work: (opened: readonly OpenFolder[]) => Promise<void>,
  opened: readonly OpenFolder[] = [],
): Promise<void> {
  const [parts, ...rest] = folders;
  if (!parts) return work(opened);
  const store = await open(parts[0]);
  await thenAlways(() => withStores(rest, open, work, [...opened, { parts, store }]), () => store.close());
}

/** A folder whose archive is open. */
export interface OpenFolder {
  parts: FolderParts;
  store: ArticleStore;
}
