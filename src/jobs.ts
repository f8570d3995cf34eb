import { identify } from './archive/identity.js';
import type { ArchiveRecord } from './archive/record.js';
import type { ArticleStore } from './archive/store.js';
import type { FeedItem, FeedSource } from './feeds/types.js';
import type { Outcome } from './outcome.js';

/** Failed in so many runs, an article is given up. */
export const MAX_ATTEMPTS = 5;

/** One article of one feed and what is known of it. */
export interface Job {
  item: FeedItem;
  id: string;
  aliases: readonly string[];
  known?: ArchiveRecord;
}

/**
 * What a run has to do for a feed: its items, each article once, then articles that failed in earlier runs and have
 * since dropped out of the feed.
 */
export function makeJobs(source: FeedSource, items: readonly FeedItem[], store: ArticleStore): Job[] {
  const jobs = new Map<string, Job>();
  for (const item of items) {
    const job = jobOf(source, item, store);
    if (!jobs.has(job.known?.id ?? job.id)) jobs.set(job.known?.id ?? job.id, job);
  }
  for (const record of store.records()) {
    if (record.feed !== source.id || !isPending(record) || jobs.has(record.id)) continue;
    jobs.set(record.id, { item: itemOf(record), id: record.id, aliases: record.aliases ?? [], known: record });
  }
  return [...jobs.values()];
}

function jobOf(source: FeedSource, item: FeedItem, store: ArticleStore): Job {
  const { id, aliases } = identify({ docid: item.docid, url: item.url, guid: scopedGuid(source, item.guid) });
  // An item with neither address nor guid still has to be told from its neighbours.
  const name = id || `${source.id} ${item.title}`;
  const known = store.find(name, aliases);
  return { item, id: name, aliases, ...(known && { known }) };
}

/** A guid that is no URI is unique within its feed only (RSS 2.0, `<guid>`). */
function scopedGuid(source: FeedSource, guid: string | undefined): string | undefined {
  return guid === undefined || /^[a-z][a-z\d+.-]*:\S/i.test(guid) ? guid : `${source.id} ${guid}`;
}

const isPending = (record: ArchiveRecord): boolean => record.status === 'failed' && (record.attempts ?? 1) < MAX_ATTEMPTS;

function itemOf({ url, title, date, item }: ArchiveRecord): FeedItem {
  const author = item?.author;
  return { url, title, categories: item?.categories ?? [], ...(date && { date: new Date(date) }), ...(author && { author }) };
}

/** The outcome of an article that an earlier run has settled; undefined for one that has to be fetched. */
export function settledOutcome({ item, id, known }: Job, feed: string): Outcome | undefined {
  if (!known || isPending(known)) return undefined;
  const { url, title, date, file } = known;
  const base = { id: known.id || id, url: url || item.url, title, ...(date && { date }), feed };
  if (known.status === 'written') return { status: 'unchanged', reason: 'known', ...base, ...(file && { file }) };
  return { status: 'skipped', reason: known.status === 'failed' ? 'gave_up' : known.reason, ...base };
}

/** The date of the oldest article that came from a feed; undefined if none did. */
export function oldestDate(feed: string, records: Iterable<ArchiveRecord>): Date | undefined {
  let oldest: string | undefined;
  for (const record of records) {
    if (record.feed === feed && record.date !== undefined && (oldest === undefined || record.date < oldest)) oldest = record.date;
  }
  return oldest === undefined ? undefined : new Date(oldest);
}
