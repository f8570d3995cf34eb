import { isNewsScrapeError, type ErrorCode, type NewsScrapeError } from './errors.js';
import type { Reason, Status } from './outcome.js';

/** What a failure means for an article. */
export interface Verdict {
  status: Extract<Status, 'skipped' | 'failed'>;
  reason: Reason;
}

/** Pages that by their nature have no article text are skipped and not asked for again; all else has failed. */
const VERDICTS: ReadonlyMap<ErrorCode, Verdict> = new Map<ErrorCode, Verdict>([
  ['page_video_only', { status: 'skipped', reason: 'video_only' }],
  ['page_pictures_only', { status: 'skipped', reason: 'pictures_only' }],
  ['page_is_index', { status: 'skipped', reason: 'index_page' }],
  ['http_status', { status: 'failed', reason: 'http_status' }],
  ['network', { status: 'failed', reason: 'network' }],
  ['robots', { status: 'skipped', reason: 'robots' }],
  ['robots_unreachable', { status: 'failed', reason: 'network' }],
  ['private_address', { status: 'failed', reason: 'private_address' }],
  ['too_many_redirects', { status: 'failed', reason: 'network' }],
  ['timeout', { status: 'failed', reason: 'timeout' }],
  ['too_large', { status: 'failed', reason: 'too_large' }],
  ['page_not_html', { status: 'failed', reason: 'not_html' }],
  ['page_blocked', { status: 'failed', reason: 'blocked' }],
  ['page_is_error', { status: 'failed', reason: 'error_page' }],
  ['page_empty', { status: 'failed', reason: 'empty_body' }],
  ['page_no_title', { status: 'failed', reason: 'no_title' }],
  ['page_shrunk', { status: 'failed', reason: 'shrunk' }],
  ['page_unreadable', { status: 'failed', reason: 'unreadable' }],
  ['item_no_url', { status: 'failed', reason: 'no_url' }],
  ['url_hidden', { status: 'failed', reason: 'no_url' }],
  ['url_unsupported', { status: 'failed', reason: 'url_unsupported' }],
]);

/** What an error means for the article that it befell; undefined for one that is not the article's fault. */
export function verdictOn(error: NewsScrapeError): Verdict | undefined {
  const isGone = isNewsScrapeError(error, 'http_status') && [404, 410].includes(error.params.status);
  return isGone ? { status: 'failed', reason: 'not_found' } : VERDICTS.get(error.code);
}
