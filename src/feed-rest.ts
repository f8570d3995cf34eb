import type { ArticleStore } from './archive/store.js';
import { isNewsScrapeError, type NewsScrapeError } from './errors.js';
import type { FeedSource } from './feeds/types.js';

/** Milliseconds. Some servers ask to be left alone for a year; in a day many a feed drops what it had. */
export const LONGEST_REST = 24 * 60 * 60 * 1000;

/** Until when the server of a feed has asked an earlier run to leave it alone (Retry-After); undefined if that is over. */
export function restOf({ id }: FeedSource, store: ArticleStore, now: Date): Date | undefined {
  const until = store.restOf(id);
  const left = until === undefined ? 0 : Date.parse(until) - now.getTime();
  // No run has noted more: the clock was set back since.
  return until !== undefined && left > 0 && left <= LONGEST_REST ? new Date(until) : undefined;
}

/**
 * Notes what the failure of a feed means for later runs.
 * @throws NewsScrapeError `output_unwritable`
 */
export async function noteRest({ id }: FeedSource, store: ArticleStore, error: NewsScrapeError, now: Date): Promise<void> {
  const retryAt = isNewsScrapeError(error, 'feed_http_status') ? error.params.retryAt : undefined;
  if (retryAt === undefined || Date.parse(retryAt) <= now.getTime()) return;
  await store.setRest(id, new Date(Math.min(Date.parse(retryAt), now.getTime() + LONGEST_REST)).toISOString());
}
