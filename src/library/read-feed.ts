import { readOnePage } from '../feeds/load.js';
import { resolveFeed } from '../feeds/resolve.js';
import type { FeedSource, ParsedFeed } from '../feeds/types.js';
import { stopIfInterrupted } from '../interrupt.js';
import { openNetwork, type NetworkOptions } from './network.js';

export interface ReadFeedOptions {
  /** How hosts are asked. */
  network?: NetworkOptions | undefined;
  /** Ends it with `interrupted`. */
  signal?: AbortSignal | undefined;
}

/**
 * Gets and reads the first page of a feed, with its items as the feed orders them.
 * @param feed as `resolveFeed` takes it, or what that gave
 * @throws NewsScrapeError what `resolveFeed` and `parseFeed` throw; `feed_unreachable`, `feed_http_status`, `timeout`,
 *   `feed_file_unreadable`, `too_many_redirects`, `too_large`, `private_address`, `robots`, `robots_unreachable`; `interrupted`
 */
export async function readFeed(feed: string | FeedSource, { network, signal }: ReadFeedOptions = {}): Promise<ParsedFeed> {
  const source = typeof feed === 'string' ? resolveFeed(feed) : feed;
  stopIfInterrupted(signal);
  const { sourcesOf, close } = await openNetwork([source], network, signal);
  try {
    const { feed = { items: [] } } = await readOnePage(source, source.location, () => sourcesOf(source).feedText(source, source.location));
    return feed;
  } catch (error) {
    stopIfInterrupted(signal);
    throw error;
  } finally {
    await close();
  }
}
