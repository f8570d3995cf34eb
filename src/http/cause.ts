import { NewsScrapeError, deepestCause } from '../errors.js';
import { en } from '../messages/en.js';
import { LIMITS } from './limits.js';
import { innermostCode } from './retry.js';

/** Milliseconds that each of our own limits leaves. */
const TIMEOUTS: ReadonlyMap<string, number> = new Map([
  ['UND_ERR_CONNECT_TIMEOUT', LIMITS.connectTimeout],
  ['UND_ERR_HEADERS_TIMEOUT', LIMITS.headersTimeout],
  ['UND_ERR_BODY_TIMEOUT', LIMITS.bodyTimeout],
]);

/** Turns any failure of an exchange into `timeout` or `network`, with the deepest cause in words. */
export function describeCause(url: string, error: unknown): NewsScrapeError {
  const code = innermostCode(error) ?? '';
  const limit = TIMEOUTS.get(code);
  if (limit !== undefined) return new NewsScrapeError('timeout', { url, seconds: limit / 1000 }, { cause: error });
  const words = en.causes[code];
  const cause = words === undefined ? deepestCause(error) : `${code}: ${words}`;
  return new NewsScrapeError('network', { url, cause }, { cause: error });
}
