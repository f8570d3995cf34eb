import type { Status } from '../../outcome.js';
import type { RunEvent } from '../../run.js';
import { EXIT, gravest, type ExitCode } from '../exit-codes.js';

/** What the articles and feeds of a run came to. */
export interface Tally {
  articles: Record<Status, number>;
  feedsRead: number;
  feedsFailed: number;
  /** Articles seen for the first time, and how many of them failed. */
  fresh: number;
  freshFailed: number;
}

export const emptyTally = (): Tally => ({
  articles: { written: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0 },
  feedsRead: 0,
  feedsFailed: 0,
  fresh: 0,
  freshFailed: 0,
});

/** Counts an event of a run in. */
export function count(tally: Tally, event: RunEvent): void {
  if (event.type === 'feed') tally.feedsRead += 1;
  else if (event.type === 'feed-failed') tally.feedsFailed += 1;
  else if (event.type === 'article') {
    const { status } = event.outcome;
    tally.articles[status] += 1;
    const isAttempted = event.isNew && status !== 'unchanged';
    if (isAttempted) tally.fresh += 1;
    if (isAttempted && status === 'failed') tally.freshFailed += 1;
  }
}

/** The exit code of a run that came to its end. */
export function exitCodeOf({ articles, feedsRead, feedsFailed, fresh, freshFailed }: Tally): ExitCode {
  const failures: ExitCode[] = [];
  if (feedsFailed > 0) failures.push(feedsRead === 0 ? EXIT.nothingUsable : EXIT.someFailed);
  if (articles.failed > 0) failures.push(freshFailed === fresh && fresh > 0 ? EXIT.nothingUsable : EXIT.someFailed);
  return gravest(failures);
}
