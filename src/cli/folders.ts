import { resolve } from 'node:path';
import { thenAlways } from '../always.js';
import type { ArticleStore } from '../archive/store.js';
import { NewsScrapeError } from '../errors.js';
import { groupBy } from '../group-by.js';
import { en } from '../messages/en.js';
import type { ChosenFeed } from './chosen-feeds.js';
import type { Io } from './io.js';
import { openStore } from './open-store.js';
import type { FetchOptions } from './options/fetch.js';
import { settlePosts, type Settled } from './settle-posts.js';

/** A feed with the folder and the form of its posts. */
export type SettledFeed = ChosenFeed & Settled;

/** The feeds whose posts go into one folder. */
export type FolderFeeds = readonly [SettledFeed, ...SettledFeed[]];

/**
 * Settles where the posts of each feed go, and gathers the feeds by that, the folders in the order of their paths.
 * @throws NewsScrapeError all that `settlePosts` throws; `usage` for one folder and two generators
 */
export async function settleFolders(feeds: readonly ChosenFeed[], options: FetchOptions, io: Io): Promise<FolderFeeds[]> {
  const told = new Set<string>();
  // What is true of a folder need not be said for each of its feeds.
  const line: Io['terminal']['line'] = (text, tone) => {
    if (!told.has(text)) io.terminal.line(text, tone);
    told.add(text);
  };
  const settled: SettledFeed[] = [];
  for (const feed of feeds) {
    const posts = await settlePosts({ ...feed.options, quiet: options.quiet ?? false }, { ...io, terminal: { ...io.terminal, line } });
    settled.push({ ...feed, ...posts });
  }
  const folders = groupBy(settled, ({ folder }) => resolve(folder));
  for (const folder of folders) checkProfiles(folder);
  return folders.sort(([a], [b]) => (resolve(a.folder) < resolve(b.folder) ? -1 : 1));
}

/** Generators differ in which names they take for one. */
function checkProfiles([{ folder, form }, ...others]: FolderFeeds): void {
  const other = others.find(({ form: { profile } }) => profile.id !== form.profile.id);
  if (other) throw new NewsScrapeError('usage', { detail: en.cli.twoProfiles(folder, form.profile.id, other.form.profile.id) });
}

/**
 * Opens the archives of folders, one after the other in their order, so that two runs never wait for each other, does the
 * work, and closes them.
 * @throws NewsScrapeError all that `openStore` throws
 */
export async function withStores(
  folders: readonly FolderFeeds[],
  options: FetchOptions,
  io: Io,
  work: (opened: readonly OpenFolder[]) => Promise<void>,
  opened: readonly OpenFolder[] = [],
): Promise<void> {
  const [next, ...rest] = folders;
  if (!next) return work(opened);
  const [first] = next;
  const { out } = first.options;
  const store = await openStore(first, { ...options, ...(out !== undefined && { out }) }, io);
  await thenAlways(() => withStores(rest, options, io, work, [...opened, { feeds: next, store }]), () => store.close());
}

/** A folder whose archive is open. */
export interface OpenFolder {
  feeds: FolderFeeds;
  store: ArticleStore;
}
