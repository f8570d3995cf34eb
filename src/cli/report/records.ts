import { isNewsScrapeError, type ErrorCode } from '../../errors.js';
import type { Outage } from '../../feed-health.js';
import { newCost, type Cost } from '../../http/cost.js';
import { messages } from '../../messages/messages.js';
import type { Outcome } from '../../outcome.js';
import type { RunEvent } from '../../run.js';
import { VERSION } from '../../version.js';
import { exitCodeFor, gravest, type ExitCode } from '../exit-codes.js';
import { countsOf, exitCodeOf, type Counts, type PlacedEvent, type Tally } from './tally.js';

/** What became of an article: a line of `--json` and of the log. */
export interface ArticleRecord extends Outcome, Cost {
  type: 'article';
  /** The feeds of the run that were seen to list it so far. */
  feeds: readonly string[];
}

/** What became of a feed, after all its articles. The cost is that of the feed alone. */
export interface FeedRecord extends Cost {
  type: 'feed';
  status: 'read' | 'unchanged' | 'refreshed' | 'rests' | 'failed';
  reason?: ErrorCode;
  feed: string;
  articles: Counts;
  /** Runs in a row in which it failed. */
  failures?: number;
  /** True if a quiet run does not report this failure yet. */
  tolerated?: boolean;
  /** The reported outage that is over now. */
  recovered?: Outage;
  /** Until when it is left alone, as an ISO 8601 instant in UTC. */
  until?: string;
  message?: string;
}

/** What a run came to: the last line, whatever ended the run. The cost is that of all requests. */
export interface SummaryRecord extends Omit<Cost, 'attempts'> {
  type: 'summary';
  exitCode: ExitCode;
  /** The code of the failure that stopped the run, `unexpected` for a mistake of this program. */
  error?: ErrorCode | 'unexpected';
  feeds: { read: number; failed: number };
  articles: Counts;
  /** Commands of the user's that failed; absent for none. */
  hooksFailed?: number;
  message?: string;
}

/** What the log says of a command before it does anything. */
export interface StartOfRun {
  command: string;
  feeds?: readonly string[];
  /** As the command line gave them. */
  options: object;
}

export type DataRecord = ArticleRecord | FeedRecord | SummaryRecord;

/**
 * What scripts learn of an event, undefined if nothing.
 * @param tally in which the event is counted
 * @param pathOf the path of a post as the user would type it, undefined if no file is made
 */
export function recordOf(event: PlacedEvent, tally: Tally, pathOf: (file: string) => string | undefined): ArticleRecord | FeedRecord | undefined {
  if (event.type === 'article') return articleRecord(event, pathOf);
  if (event.type === 'feed-done') {
    const { feed, status, recovered, cost } = event;
    return { type: 'feed', status, feed, articles: countsOf(tally, event), ...(recovered && { recovered }), ...cost };
  }
  if (event.type === 'feed-rests' && event.isLeftOut) return { type: 'feed', status: 'rests', feed: event.feed, articles: countsOf(tally, event), until: event.until.toISOString(), ...newCost() };
  if (event.type !== 'feed-failed') return undefined;
  const { feed, error, failures, tolerated, cost } = event;
  const { code: reason, message } = error;
  return { type: 'feed', status: 'failed', reason, feed, articles: countsOf(tally, event), failures, ...(tolerated && { tolerated }), message, ...cost };
}

function articleRecord({ outcome, feeds = [outcome.feed], cost }: Extract<RunEvent, { type: 'article' }>, pathOf: (file: string) => string | undefined): ArticleRecord {
  const { file: name, ...others } = outcome;
  const file = name === undefined ? undefined : pathOf(name);
  return { type: 'article', ...others, feeds, ...(file !== undefined && { file }), ...cost };
}

/** @param error what stopped the run, undefined if it came to its end */
export function summaryRecord(tally: Tally, total: Omit<Cost, 'attempts'>, error: unknown): SummaryRecord {
  const { feedsRead: read, feedsFailed: failed, articles, hooksFailed } = tally;
  const exitCode = gravest([exitCodeOf(tally), ...(error === undefined ? [] : [exitCodeFor(error)])]);
  return { type: 'summary', exitCode, ...(error !== undefined && stopOf(error)), feeds: { read, failed }, articles, ...(hooksFailed > 0 && { hooksFailed }), ...total };
}

function stopOf(error: unknown): Pick<SummaryRecord, 'error' | 'message'> {
  if (isNewsScrapeError(error)) return { error: error.code, message: error.message };
  return { error: 'unexpected', message: error instanceof Error ? error.message : String(error) };
}

/** Where a mistake of this program happened: for the log only. */
export function stackOf(error: unknown): { stack?: string } {
  return isNewsScrapeError(error) || !(error instanceof Error) || error.stack === undefined ? {} : { stack: error.stack };
}

export function startRecord({ options, ...start }: StartOfRun): object {
  const shown = Object.entries(options).map(([name, value]: [string, unknown]) => [name, name === 'header' ? namesOf(value) : value]);
  return { type: 'start', version: VERSION, node: process.version, ...start, options: Object.fromEntries(shown) as object };
}

/** The value of a header may be a secret. */
const namesOf = (headers: unknown): unknown => (Array.isArray(headers) ? headers.map((header: unknown) => (Array.isArray(header) ? header[0] : undefined) as unknown) : undefined);

/** What the log says of an event of which scripts learn nothing. */
export function warningRecord(event: RunEvent): object | undefined {
  if (event.type === 'cut') return { type: 'warning', feed: event.feed, message: messages.telling.cut(event.feed, event.cut) };
  if (event.type === 'feed-rests') return { type: 'rest', feed: event.feed, until: event.until.toISOString() };
  if (event.type === 'forbidden') return { type: 'warning', feed: event.feed, message: messages.telling.forbidden(event.feed) };
  if (event.type === 'moved') return { type: 'warning', feed: event.feed, message: messages.telling.moved(event.feed, event.to) };
  if (event.type === 'resumed') return { type: 'warning', feed: event.feed, message: messages.telling.resumed[event.from](event.feed) };
  if (event.type !== 'stale') return undefined;
  const { feed, newest, alternative } = event;
  return { type: 'warning', feed, message: messages.telling.stale(feed, newest, alternative) };
}
