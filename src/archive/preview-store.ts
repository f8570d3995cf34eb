import { openArchive } from './archive.js';
import type { FeedMark } from './feed-line.js';
import { FeedMarks } from './feed-marks.js';
import { lookAtPost, namesIn } from './post-files.js';
import type { ArchiveRecord } from './record.js';
import { claimName, type ArticleStore, type Naming } from './store.js';

/**
 * A store that knows what a folder of posts holds and takes new ones without writing anything: for dry runs, and for
 * posts that go to standard output. Without a folder it knows nothing.
 * @throws NewsScrapeError `archive_corrupt`, `archive_newer`, `archive_unreadable`
 */
export async function openPreviewStore(dir: string | undefined, naming: Naming): Promise<ArticleStore> {
  const archive = dir === undefined ? undefined : openArchive(dir);
  const marks = dir === undefined ? undefined : await FeedMarks.open(dir);
  const freshMarks = new Map<string, FeedMark>();
  const taken = dir === undefined ? new Set<string>() : await namesIn(dir, naming);
  const fresh = new Map<string, ArchiveRecord>();
  const enter = (record: ArchiveRecord): void => {
    for (const name of [record.id, ...(record.aliases ?? [])]) fresh.set(name, record);
  };
  return {
    find: (id, aliases) => [id, ...aliases].map((name) => fresh.get(name)).find(Boolean) ?? archive?.find(id, aliases),
    records: () => archive?.records() ?? [],
    pending: (feed) => archive?.pending(feed) ?? [],
    remember: (record) => {
      enter(record);
      return Promise.resolve();
    },
    save: async (record, fileName) => {
      const file = await claimName(fileName, record.id, naming, (name) => !taken.has(naming.key(name)));
      taken.add(naming.key(file));
      enter({ ...record, file });
      return { ...record, file };
    },
    look: (record) => (dir === undefined || fresh.has(record.id) ? Promise.resolve({ state: 'intact', length: 0 }) : lookAtPost(dir, record)),
    readPicture: () => Promise.resolve(undefined),
    rewrite: (record) => {
      enter(record);
      return Promise.resolve(record);
    },
    markOf: (feed) => freshMarks.get(feed) ?? marks?.get(feed),
    setMark: (mark) => {
      freshMarks.set(mark.feed, mark);
      return Promise.resolve();
    },
    healthOf: (feed) => marks?.health(feed),
    // A run that writes nothing counts for nothing.
    setHealth: () => Promise.resolve(),
    restOf: (feed) => marks?.rest(feed),
    setRest: () => Promise.resolve(),
    noteRun: () => Promise.resolve(),
    close: () => {
      archive?.close();
      return Promise.resolve();
    },
  };
}
