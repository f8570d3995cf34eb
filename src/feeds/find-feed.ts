import { NewsScrapeError, isNewsScrapeError } from '../errors.js';
import { linkedFeeds, usualFeeds } from './discover.js';
import { parseFeed } from './parse.js';
import type { ParsedFeed } from './types.js';

/** An answer, decoded. */
export interface Answer {
  text: string;
  /** Where it came from after all redirects; the name of a file. */
  url: string;
}

/** A feed that was looked for. */
export interface FoundFeed {
  /** The address that was asked for, or that of the feed that a page there names. */
  address: string;
  feed: ParsedFeed;
  /** Further feeds that the page names. */
  others: readonly string[];
}

type Read = (address: string) => Promise<Answer>;

/**
 * The feed at an address, or the first of those that the web page there names, or of those where its site mostly has one.
 * @throws NewsScrapeError `feed_is_html` for a page without a feed, `feed_empty`, all that `read` and `parseFeed` throw
 */
export async function findFeed(address: string, read: Read): Promise<FoundFeed> {
  const answer = await read(address);
  try {
    return { address, feed: await readItems(answer), others: [] };
  } catch (error) {
    if (!isNewsScrapeError(error, 'feed_is_html')) throw error;
    const named = linkedFeeds(answer.text, answer.url);
    const found = await firstOf(named.length > 0 ? named : usualFeeds(answer.url), read);
    if (!found) throw error;
    return { ...found, others: named.filter((other) => other !== found.address) };
  }
}

async function firstOf(addresses: readonly string[], read: Read): Promise<Omit<FoundFeed, 'others'> | undefined> {
  for (const address of addresses) {
    try {
      return { address, feed: await readItems(await read(address)) };
    } catch (error) {
      if (!isNewsScrapeError(error) || isNewsScrapeError(error, 'interrupted')) throw error;
    }
  }
  return undefined;
}

async function readItems({ text, url }: Answer): Promise<ParsedFeed> {
  const feed = await parseFeed(text, url);
  if (feed.items.length === 0) throw new NewsScrapeError('feed_empty', { url });
  return feed;
}
