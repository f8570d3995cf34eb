import type { Status } from '../../outcome.js';
import type { RunEvent } from '../../run.js';
import { EXIT, type ExitCode } from '../exit-codes.js';

/** How many articles ended how. */
export type Counts = Record<Status, number>;

/** What the articles and feeds of a run came to. */
export interface Tally {
  articles: Counts;
  /** The same for the articles of each feed, by `placeOf`. */
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

/** An event of a run, with the folder that it comes from where a run has several. */
export type PlacedEvent = RunEvent & { folder?: string };

/** A feed may bring articles into several folders, each of which tells of it. */
export const placeOf = (feed: string, { folder }: Pick<PlacedEvent, 'folder'>): string => (folder === undefined ? feed : `${folder}\n${feed}`);

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

/** How the articles of the feed ended of which this event tells. */
export const countsOf = (tally: Tally, event: { feed: string } & Pick<PlacedEvent, 'folder'>): Counts => tally.byFeed.get(placeOf(event.feed, event)) ?? noCounts();

/** Counts an event of a run in. */
export function count(tally: Tally, event: PlacedEvent): void {
  if (event.type === 'feed') tally.feedsRead += 1;
  else if (event.type === 'feed-failed') {
    if (!event.isPartly) tally.feedsFailed += 1;
    if (!event.tolerated) tally.untolerated += 1;
  } else if (event.type === 'article') countArticle(tally, event);
}

function countArticle(tally: Tally, event: Extract<PlacedEvent, { type: 'article' }>): void {
  const { outcome: { status, reason, feed, tolerated }, isNew, folder } = event;
  const ofFeed = countsOf(tally, { feed, ...(folder !== undefined && { folder }) });
  ofFeed[status] += 1;
  tally.byFeed.set(placeOf(feed, event), ofFeed);
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
