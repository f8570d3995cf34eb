import { isNewsScrapeError, type ErrorCode } from '../errors.js';

/** Exit codes of the program; the README has the same table. */
export const EXIT = {
  ok: 0,
  someFailed: 1,
  usage: 2,
  nothingUsable: 3,
  locked: 4,
  archive: 5,
  output: 6,
  sigint: 130,
  sigterm: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const BY_ERROR: ReadonlyMap<ErrorCode, ExitCode> = new Map<ErrorCode, ExitCode>([
  ['usage', EXIT.usage],
  ['option_invalid', EXIT.usage],
  ['feed_unknown', EXIT.usage],
  ['site_unreadable', EXIT.usage],
  ['output_locked', EXIT.locked],
  ['archive_corrupt', EXIT.archive],
  ['archive_changed', EXIT.archive],
  ['archive_newer', EXIT.archive],
  ['archive_unreadable', EXIT.archive],
  ['output_unwritable', EXIT.output],
]);

/** The exit code for an error that ends the program. */
export function exitCodeFor(error: unknown): ExitCode {
  if (isNewsScrapeError(error, 'interrupted')) return error.params.signal === 'SIGTERM' ? EXIT.sigterm : EXIT.sigint;
  return (isNewsScrapeError(error) ? BY_ERROR.get(error.code) : undefined) ?? EXIT.nothingUsable;
}

/** What the articles and feeds of a run came to. */
export interface Tally {
  feedsRead: number;
  feedsFailed: number;
  written: number;
  updated: number;
  unchanged: number;
  skipped: number;
  failed: number;
  /** Articles seen for the first time, and how many of them failed. */
  fresh: number;
  freshFailed: number;
}

/** The exit code of a run that came to its end. */
export function exitCodeOf(tally: Tally): ExitCode {
  const allFeedsFailed = tally.feedsFailed > 0 && tally.feedsRead === 0;
  const allFreshFailed = tally.fresh > 0 && tally.freshFailed === tally.fresh;
  if (allFeedsFailed || allFreshFailed) return EXIT.nothingUsable;
  return tally.feedsFailed + tally.failed > 0 ? EXIT.someFailed : EXIT.ok;
}
