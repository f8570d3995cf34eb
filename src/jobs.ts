import { identify } from './archive/identity.js';
import type { ArchiveRecord } from './archive/record.js';
import type { ArticleStore } from './archive/store.js';
import { postName } from './articles/post-name.js';
import { formatShanghaiDay } from './dates.js';
import type { LoadedFeed } from './feeds/load.js';
import { leftOutBy, type Filter, type LeftOut } from './feeds/filter.js';
import type { FeedItem, FeedSource, ParsedFeed } from './feeds/types.js';
import { hideSecrets } from './hide.js';

/** A feed's first run takes so many articles unless told otherwise. */
export const FIRST_RUN_LIMIT = 30;

/** What is read of a feed besides its items. */
export type FeedTitles = Pick<ParsedFeed, 'title' | 'author' | 'image'>;

/** One article of one feed and what is known of it. */
export interface Job {
  source: FeedSource;
  feed: FeedTitles;
  item: FeedItem;
  /** False for an item of which the archive tells, not the feed. */
  isListed: boolean;
  id: string;
  aliases: readonly string[];
  known?: ArchiveRecord;
  /** Why it is not taken; absent for one that is. */
  leftOut?: LeftOut;
}

/** What a feed's articles have to pass, and when. */
interface Sieve {
  filter: Filter | undefined;
  now: Date;
}

/**
 * What a run has to do for a feed: its items, each article once, then articles that failed in earlier runs and have
 * since dropped out of the feed.
 */
export function makeJobs(source: FeedSource, { feed, items }: Pick<LoadedFeed, 'feed' | 'items'>, store: ArticleStore, { filter, now }: Sieve): Job[] {
  const jobs: Job[] = [];
  const names = new Set<string>();
  const add = (job: Job): void => {
    const all = namesOfJob(job);
    const leftOut = leftOutBy(filter, job.item, now);
    if (!all.some((name) => names.has(name))) jobs.push({ ...job, ...(leftOut && { leftOut }) });
    for (const name of all) names.add(name);
  };
  const shared = sharedGuids(items);
  for (const item of items) add({ source, feed, item, isListed: true, ...identityOf(source, item, shared, store) });
  for (const record of store.pending(source.id)) add(jobOf(source, feed, record));
  return jobs;
}

/** All names under which an article may be known. */
export const namesOfJob = ({ id, aliases, known }: Job): string[] => [id, ...aliases, ...(known ? [known.id] : [])];

/** The job with what is known of its article now: another feed of the run may have brought it. */
export function refreshed(job: Job, store: ArticleStore): Job {
  const known = store.find(job.id, job.aliases) ?? (job.known && store.find(job.known.id, []));
  return known ? { ...job, known } : job;
}

/** A job for an article of which the archive alone tells. */
export function jobOf(source: FeedSource, feed: FeedTitles, known: ArchiveRecord): Job {
  const image = known.item?.image;
  return { source, feed: { ...feed, ...(image && { image }) }, item: itemOf(known), isListed: false, id: known.id, aliases: known.aliases ?? [], known };
}

/** True if an article of the feed failed in an earlier run and is still asked for. */
export function hasPending(source: FeedSource, store: ArticleStore, { filter, now }: Sieve): boolean {
  for (const record of store.pending(source.id)) if (leftOutBy(filter, itemOf(record), now) === undefined) return true;
  return false;
}

/** Guids that several articles of a feed have; they tell nothing apart. */
function sharedGuids(items: readonly FeedItem[]): ReadonlySet<string> {
  const urls = new Map<string, string>();
  const shared = items.filter(({ guid, url }) => {
    if (guid === undefined) return false;
    const first = urls.get(guid) ?? url;
    urls.set(guid, first);
    return first !== url;
  });
  return new Set(shared.flatMap(({ guid }) => guid ?? []));
}

function identityOf(source: FeedSource, item: FeedItem, shared: ReadonlySet<string>, store: ArticleStore): Pick<Job, 'id' | 'aliases' | 'known'> {
  const guid = item.guid === undefined || shared.has(item.guid) ? undefined : scopedGuid(source, item.guid);
  const { id, aliases } = identify({ docid: item.docid, url: item.url, guid });
  // An item with neither address nor guid still has to be told from its neighbours.
  const name = id || hideSecrets(`${source.id} ${item.title}`);
  const known = store.find(name, aliases) ?? adoptedAs(item, store);
  return { id: name, aliases, ...(known && { known }) };
}

/** The record of a post that was there before, and stands for this item as far as title and date tell. */
function adoptedAs({ title, date }: FeedItem, store: ArticleStore): ArchiveRecord | undefined {
  return date && store.find(postName(title, date), [postName(title, formatShanghaiDay(date))]);
}

/** A guid that is no URI is unique within its feed only (RSS 2.0, `<guid>`). */
function scopedGuid(source: FeedSource, guid: string): string {
  return /^(https?:|tag:|urn:)/i.test(guid) ? guid : `${source.id} ${guid}`;
}

function itemOf({ url, title, date, source, item }: ArchiveRecord): FeedItem {
  const { author, categories = [] } = item ?? {};
  const { page = url, updated } = source ?? {};
  return { url: page, title, categories, ...(date && { date: new Date(date) }), ...(updated && { updated: new Date(updated) }), ...(author && { author }) };
}
