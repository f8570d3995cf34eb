import { NewsScrapeError, deepestCause, isNewsScrapeError } from '../errors.js';
import type { Validators } from '../validators.js';
import { parseFeed } from './parse.js';
import type { FeedItem, FeedSource, FeedText, ParsedFeed } from './types.js';

/** How much of a feed is wanted. */
export interface Want {
  /** At most this many items, the newest. */
  limit?: number | undefined;
  /** False for what does not count for the limit. */
  counts?: ((item: FeedItem) => boolean) | undefined;
  /** Nothing older than this; items without a date are kept. */
  since?: Date | undefined;
  /** Everything up to this date was seen before: a page with nothing newer is the last one to be read. */
  readUpTo?: Date | undefined;
  /** Of the last answer all of whose items were dealt with: a feed that has not changed since has nothing to read. */
  known?: Validators | undefined;
}

export interface LoadedFeed {
  feed: ParsedFeed;
  /** What is wanted of the feed, the oldest first; without dates the last first, as feeds begin with the newest. */
  items: FeedItem[];
  /** Set if a limit ended the reading before all that is wanted was had. */
  cut?: Cut | undefined;
  /** Why a later page could not be read: what stands there and behind it is missing. */
  gap?: NewsScrapeError | undefined;
  /** Of the first page. */
  validators?: Validators | undefined;
  /** As of the first page; of a feed whose addresses the program makes itself it is nobody's business. */
  movedTo?: FeedText['movedTo'];
}

/** A limit of the program's own that a feed has met. */
export interface Cut {
  by: 'pages' | 'items';
  limit: number;
  /** Of what was taken; undefined if nothing of it has a date. */
  oldest?: Date | undefined;
}

type Read = (location: string, known?: Validators) => Promise<FeedText>;

/** The roll API has about 50 pages. */
const MAX_PAGES = 50;
/** A feed of 32 MiB may have some 300,000; no feed that is fetched daily has so many new ones. */
const MAX_ITEMS = 10_000;

/**
 * Reads a feed page by page until there is as much of it as is wanted. A first page that cannot be read fails the
 * feed; a later one leaves a gap, and what came before it must not count as all that is new.
 * @param read fetches the text of a page of the feed
 * @returns undefined if the feed has not changed: new items come first, so its first page speaks for all
 * @throws NewsScrapeError `feed_unreachable`, `feed_http_status`, `feed_empty`, `feed_malformed`, and all that `read` and
 *   `parseFeed` throw
 */
export async function loadFeed(
  source: FeedSource,
  read: Read,
  want: Want,
): Promise<LoadedFeed | undefined> {
  const first = source.pageUrl?.(1) ?? source.location;
  const { feed, validators, movedTo } = await readOnePage(source, first, () => read(first, want.known));
  if (!feed) return undefined;
  if (feed.items.length === 0) throw new NewsScrapeError('feed_empty', { url: source.location, alternative: source.alternative });
  const items = [...feed.items];
  let last: readonly FeedItem[] = items;
  const { pageUrl } = source;
  let page = 2;
  let gap: NewsScrapeError | undefined;
  for (; pageUrl && !gap && page <= MAX_PAGES && !isEnough(items, last, want); page += 1) {
    const next = await readLaterPage(source, pageUrl(page), read);
    if (next instanceof NewsScrapeError) gap = next;
    else for (const item of (last = newItems(next, items))) items.push(item);
  }
  const isShort = !gap && page > MAX_PAGES && !isEnough(items, last, want);
  return { feed, ...take(select(items, want), isShort), validators, gap, ...(!pageUrl && { movedTo }) };
}

async function readLaterPage(source: FeedSource, location: string, read: Read): Promise<readonly FeedItem[] | NewsScrapeError> {
  try {
    return (await readOnePage(source, location, () => read(location))).feed?.items ?? [];
  } catch (error) {
    if (isNewsScrapeError(error)) return error;
    throw error;
  }
}

function isEnough(items: readonly FeedItem[], last: readonly FeedItem[], { limit, counts, since, readUpTo }: Want): boolean {
  return last.length === 0 || (limit !== undefined && endOf(items, limit, counts) !== undefined) || isBefore(last, since) || isBefore(last, readUpTo);
}

/** True if no dated item is newer. All of them count: pinned and back-dated ones stand among newer ones. */
function isBefore(items: readonly FeedItem[], date: Date | undefined): boolean {
  const dated = items.filter((item) => item.date !== undefined);
  return date !== undefined && dated.length > 0 && dated.every((item) => timeOf(item) <= date.getTime());
}

/** Pages shift while they are read, so that the next one begins with what the last one ended with. */
function newItems(page: readonly FeedItem[], items: readonly FeedItem[]): FeedItem[] {
  const seen = new Set(items.map(nameOf));
  return page.filter((item) => !seen.has(nameOf(item)));
}

const nameOf = (item: FeedItem): string => item.docid ?? (item.url || (item.guid ?? item.title));

/** @param items the newest first */
function take(items: readonly FeedItem[], isShort: boolean): Pick<LoadedFeed, 'items' | 'cut'> {
  const taken = items.slice(0, MAX_ITEMS).reverse();
  if (!isShort && items.length <= MAX_ITEMS) return { items: taken };
  const oldest = taken.map(({ date }) => date).filter((date) => date !== undefined).reduce<Date | undefined>((least, date) => (least && least <= date ? least : date), undefined);
  const cut: Cut = items.length > MAX_ITEMS ? { by: 'items', limit: MAX_ITEMS, oldest } : { by: 'pages', limit: MAX_PAGES, oldest };
  return { items: taken, cut };
}

/** The newest first; without dates as the feed has them. */
function select(items: readonly FeedItem[], { limit, counts, since }: Want): FeedItem[] {
  const recent = since === undefined ? items : items.filter((item) => item.date === undefined || item.date >= since);
  const isDated = recent.every((item) => item.date !== undefined);
  const newestFirst = isDated ? recent.toSorted((a, b) => timeOf(b) - timeOf(a)) : recent;
  return newestFirst.slice(0, limit === undefined ? undefined : endOf(newestFirst, limit, counts));
}

/** The index behind the item with which the limit is reached, undefined for fewer. */
function endOf(items: readonly FeedItem[], limit: number, counts: Want['counts'] = () => true): number | undefined {
  let left = limit;
  for (const [index, item] of items.entries()) {
    left -= counts(item) ? 1 : 0;
    if (left === 0) return index + 1;
  }
  return undefined;
}

const timeOf = (item: FeedItem): number => item.date?.getTime() ?? 0;

/**
 * One page, without `feed` if it has not changed; failures name a live feed where this one is known to be retired.
 * @throws NewsScrapeError as `loadFeed`, but for `feed_empty`
 */
export async function readOnePage(
  { alternative }: Pick<FeedSource, 'alternative'>,
  location: string,
  read: () => Promise<FeedText>,
): Promise<Omit<FeedText, 'text'> & { feed?: ParsedFeed }> {
  try {
    const { text, ...about } = await read();
    return text === undefined ? {} : { feed: await parseFeed(text, location), ...about };
  } catch (error) {
    if (isNewsScrapeError(error, 'http_status')) {
      throw new NewsScrapeError('feed_http_status', { url: location, status: error.params.status, retryAt: error.params.retryAt, alternative }, { cause: error });
    }
    if (isNewsScrapeError(error, 'network')) {
      throw new NewsScrapeError('feed_unreachable', { url: location, cause: error.params.cause, alternative }, { cause: error });
    }
    if (isNewsScrapeError(error, 'feed_is_html')) throw new NewsScrapeError('feed_is_html', { url: location, alternative }, { cause: error });
    if (isNewsScrapeError(error)) throw error;
    // A feed that breaks our own code must cost that feed, never the run.
    throw new NewsScrapeError('feed_malformed', { url: location, detail: deepestCause(error) }, { cause: error });
  }
}
