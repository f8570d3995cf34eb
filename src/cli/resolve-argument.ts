import { NewsScrapeError, isNewsScrapeError } from '../errors.js';
import { resolveFeed } from '../feeds/resolve.js';
import type { FeedSource } from '../feeds/types.js';

/** The feed that an argument names. What names no feed is a wrong use, whatever is wrong with it. */
export function resolveArgument(name: string): FeedSource {
  try {
    return resolveFeed(name);
  } catch (error) {
    throw isNewsScrapeError(error) ? new NewsScrapeError('usage', { detail: error.message }, { cause: error }) : error;
  }
}
