import { digestOf } from '../archive/digest.js';
import type { ArchiveRecord, SourceState } from '../archive/record.js';
import type { FeedItem, FeedSource } from '../feeds/types.js';
import type { FeedTitles, Job } from '../jobs.js';
import type { Validators } from '../validators.js';
import { VERSION } from '../version.js';
import type { RunOptions } from './run.js';

type Reader = Pick<RunOptions, 'form' | 'rules'>;

/** Stands for all that makes a post out of a page: another one may make another post out of the same page. */
export const readWith = ({ form, rules = [] }: Reader): string => digestOf(JSON.stringify([VERSION, form, rules]));

/** How an article's source looks now, to be kept with its post. */
export function sourceStateOf(job: Job, page: { address: string; title: string; validators?: Validators | undefined }, reader: Reader): SourceState {
  const { validators, title } = page;
  const { url } = job.item;
  return {
    ...feedStateOf(job),
    headline: digestOf(title),
    ...(url !== page.address && { page: url }),
    ...(validators && { validators, readWith: readWith(reader) }),
  };
}

/** What a feed says of an article now, and what it has said before. */
export function feedStateOf({ item, isListed, known }: Job): Pick<SourceState, 'updated' | 'print'> {
  const { updated, print } = known?.source ?? {};
  const before = { ...(updated !== undefined && { updated }), ...(print !== undefined && { print }) };
  if (!isListed) return before;
  return { ...before, ...(item.updated ? { updated: item.updated.toISOString() } : { print: printOf(item) }) };
}

/**
 * True if a feed says that an article has changed since its post was written. What another feed carries of the article
 * proves nothing.
 */
export function hasChanged(item: FeedItem, feed: string, known: ArchiveRecord): boolean {
  const { updated, print } = known.source ?? {};
  if (item.updated) return updated === undefined || item.updated.toISOString() > updated;
  return feed === known.feed && print !== printOf(item);
}

/** What a post has from its feed alone, where the catalogue does not say it; absent if there is nothing. */
export function feedPart({ defaults }: FeedSource, feed: FeedTitles, item: FeedItem): ArchiveRecord['item'] {
  const author = defaults.author === undefined ? (item.author ?? feed.author) : undefined;
  const image = defaults.image === undefined ? feed.image : undefined;
  const categories = [...new Set([...(defaults.title === undefined && feed.title ? [feed.title] : []), ...item.categories])];
  const part = { ...(author && { author }), ...(image && { image }), ...(categories.length > 0 && { categories }) };
  return Object.keys(part).length > 0 ? part : undefined;
}

const printOf = ({ title, contentHtml = '' }: FeedItem): string => digestOf(`${title}\n${contentHtml}`);
