import { NewsScrapeError, isNewsScrapeError } from '../errors.js';
import { parseFeed } from './parse.js';
import type { FeedItem, FeedSource, ParsedFeed } from './types.js';

/** How much of a feed is wanted. */
export interface Want {
  /** At most this many items, the newest. */
  limit?: number | undefined;
  /** Nothing older than this; items without a date are kept. */
  since?: Date | undefined;
  /** Stops at the first page whose items all satisfy this: what lies behind it was seen before. */
  isKnown?: ((item: FeedItem) => boolean) | undefined;
}

export interface LoadedFeed {
  feed: ParsedFeed;
  /** What is wanted of the feed, the oldest first where all items have a date, else as the feed has them. */
  items: FeedItem[];
}

/** The roll API has about 50 pages. */
const MAX_PAGES = 50;

/**
 * Reads a feed page by page until there is as much of it as is wanted. A page that cannot be read fails the feed: taking
 * what came before it would leave a gap, which later runs, reading up to the first known page, would never close.
 * @param read fetches the text of a page of the feed
 * @throws NewsScrapeError `feed_unreachable`, `feed_http_status`, `feed_empty`, and all that `parseFeed` throws
 */
export async function loadFeed(
  source: FeedSource,
  read: (location: string) => Promise<string>,
  want: Want,
): Promise<LoadedFeed> {
  const feed = await readPage(source, source.pageUrl?.(1) ?? source.location, read);
  if (feed.items.length === 0) throw new NewsScrapeError('feed_empty', { url: source.location, alternative: source.alternative });
  const items = [...feed.items];
  let last: readonly FeedItem[] = items;
  for (let page = 2; source.pageUrl && page <= MAX_PAGES && !isEnough(items, last, want); page += 1) {
    last = newItems((await readPage(source, source.pageUrl(page), read)).items, items);
    items.push(...last);
  }
  return { feed, items: select(items, want) };
}

function isEnough(items: readonly FeedItem[], last: readonly FeedItem[], want: Want): boolean {
  const { limit, since, isKnown } = want;
  const reached = since !== undefined && last.some((item) => item.date !== undefined && item.date < since);
  return last.length === 0 || reached || items.length >= (limit ?? Infinity) || (isKnown !== undefined && last.every(isKnown));
}

/** Pages shift while they are read, so that the next one begins with what the last one ended with. */
function newItems(page: readonly FeedItem[], items: readonly FeedItem[]): FeedItem[] {
  const seen = new Set(items.map(nameOf));
  return page.filter((item) => !seen.has(nameOf(item)));
}

const nameOf = (item: FeedItem): string => item.docid ?? (item.url || (item.guid ?? item.title));

function select(items: readonly FeedItem[], { limit, since }: Want): FeedItem[] {
  const recent = since === undefined ? items : items.filter((item) => item.date === undefined || item.date >= since);
  if (recent.some((item) => item.date === undefined)) return recent.slice(0, limit);
  // A run that is killed has then taken the older ones, and the next one finds the rest by their date.
  return recent.toSorted((a, b) => timeOf(b) - timeOf(a)).slice(0, limit).reverse();
}

const timeOf = (item: FeedItem): number => item.date?.getTime() ?? 0;

/** One page; failures name a live feed where this one is known to be retired. */
async function readPage(source: FeedSource, location: string, read: (location: string) => Promise<string>): Promise<ParsedFeed> {
  const { alternative } = source;
  try {
    return await parseFeed(await read(location), location);
  } catch (error) {
    if (isNewsScrapeError(error, 'http_status')) {
      throw new NewsScrapeError('feed_http_status', { url: location, status: error.params.status, alternative }, { cause: error });
    }
    if (isNewsScrapeError(error, 'network')) {
      throw new NewsScrapeError('feed_unreachable', { url: location, cause: error.params.cause, alternative }, { cause: error });
    }
    if (isNewsScrapeError(error, 'feed_is_html')) throw new NewsScrapeError('feed_is_html', { url: location, alternative }, { cause: error });
    throw error;
  }
}
