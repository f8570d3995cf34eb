import type { Status } from '../../outcome.js';
import type { RunEvent } from '../../run.js';
import { EXIT, type ExitCode } from '../exit-codes.js';

/** How many articles ended how. */
export type Counts = Record<Status, number>;

/** What the articles and feeds of a run came to. */
export interface Tally {
  articles: Counts;
  /** The same for the articles of each feed. */
  byFeed: Map<string, Counts>;
  feedsRead: number;
  feedsFailed: number;
  /** Articles seen for the first time, and how many of them failed. */
  fresh: number;
  freshFailed: number;
  /** Failures of feeds and articles that have to be reported. */
  untolerated: number;
  /** Articles that --catch-up has marked. */
  caughtUp: number;
  /** Commands of the user's. */
  hooksFailed: number;
}

const noCounts = (): Counts => ({ written: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0 });

export const emptyTally = (): Tally => ({
  articles: noCounts(),
  byFeed: new Map(),
  feedsRead: 0,
  feedsFailed: 0,
  fresh: 0,
  freshFailed: 0,
  untolerated: 0,
  caughtUp: 0,
  hooksFailed: 0,
});

export const countsOf = (tally: Tally, feed: string): Counts => tally.byFeed.get(feed) ?? noCounts();

/** Counts an event of a run in. */
export function count(tally: Tally, event: RunEvent): void {
  if (event.type === 'feed') tally.feedsRead += 1;
  else if (event.type === 'feed-failed') {
    if (!event.isPartly) tally.feedsFailed += 1;
    if (!event.tolerated) tally.untolerated += 1;
  } else if (event.type === 'article') countArticle(tally, event);
}

function countArticle(tally: Tally, { outcome: { status, reason, feed, tolerated }, isNew }: Extract<RunEvent, { type: 'article' }>): void {
  const ofFeed = countsOf(tally, feed);
  ofFeed[status] += 1;
  tally.byFeed.set(feed, ofFeed);
  tally.articles[status] += 1;
  if (isNew && reason === 'caught_up') tally.caughtUp += 1;
  const hasFailed = status === 'failed';
  if (hasFailed && !tolerated) tally.untolerated += 1;
  if (!isNew || status === 'unchanged') return;
  tally.fresh += 1;
  if (hasFailed) tally.freshFailed += 1;
}

/** The exit code of a run that came to its end. What need not be reported yet is no reason for one. */
export function exitCodeOf({ feedsRead, feedsFailed, fresh, freshFailed, untolerated, hooksFailed }: Tally): ExitCode {
  if (untolerated === 0) return hooksFailed > 0 ? EXIT.someFailed : EXIT.ok;
  const isNothingUsable = (feedsFailed > 0 && feedsRead === 0) || (fresh > 0 && freshFailed === fresh);
  return isNothingUsable ? EXIT.nothingUsable : EXIT.someFailed;
}
