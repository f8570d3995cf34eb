import { MIN_ATTEMPTS, isPending, type ArchiveRecord } from '../archive/record.js';
import type { Outcome, Reason } from '../outcome.js';
import { isTolerated } from '../tolerance.js';

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60 * 1000;
/** Attempts that may follow one another as fast as runs do. */
const FREE_ATTEMPTS = 3;
const FIRST_REST = 5 * MINUTE;
const LONGEST_REST = 180 * MINUTE;
/** An outage: of the host, of the network, of a wall that stands before all pages. */
const OUTAGES: ReadonlySet<Reason> = new Set<Reason>(['http_status', 'network', 'timeout', 'blocked']);

/** How often an article has failed, and since when. */
export type FailureCount = Pick<ArchiveRecord, 'attempts' | 'unasked' | 'since' | 'failed'>;

/** A failure of this run. */
export interface Failure {
  reason: Reason;
  /** False if no request was sent for its page. */
  wasAsked: boolean;
  now: Date;
}

/**
 * The count with one more failure. An article is given up, which is to say that it has no `since` any more, after five
 * attempts and not before some days have passed: runs may be minutes apart, outages and mistakes are not over so soon.
 */
export function countFailure(known: ArchiveRecord | undefined, { reason, wasAsked, now }: Failure): FailureCount {
  const before = known?.status === 'failed' ? known : undefined;
  // What nobody needs to ask for, such as an item without an address, is as good as asked for.
  const counts = wasAsked || !OUTAGES.has(reason);
  const { since = now.toISOString() } = before ?? {};
  const { attempts, unasked } = oneMore(before, counts);
  const isEnough = counts && attempts >= MIN_ATTEMPTS && now.getTime() - Date.parse(since) >= patience(reason);
  const isGivenUp = isEnough || (before !== undefined && !isPending(before));
  return { ...(attempts > 0 && { attempts }), ...(unasked > 0 && { unasked }), ...(!isGivenUp && { since, failed: now.toISOString() }) };
}

const oneMore = ({ attempts = 0, unasked = 0 }: FailureCount = {}, counts: boolean): { attempts: number; unasked: number } =>
  counts ? { attempts: attempts + 1, unasked } : { attempts, unasked: unasked + 1 };

/**
 * True for an article that has failed so often and so recently that it is left alone for now: after the third attempt for
 * five minutes, then for twice as long each time, up to three hours.
 */
export function isResting({ failed, attempts = 0 }: FailureCount, now: Date): boolean {
  if (failed === undefined || attempts < FREE_ATTEMPTS) return false;
  const rest = Math.min(FIRST_REST * 2 ** (attempts - FREE_ATTEMPTS), LONGEST_REST);
  const age = now.getTime() - Date.parse(failed);
  return age >= 0 && age < rest;
}

/** Milliseconds. What a page is like may be an editor's mistake, or one of ours that is soon mended. */
const patience = (reason: Reason): number => (OUTAGES.has(reason) ? 7 : 2) * DAY;

/** What is to be told of a failure. */
export interface Standing extends Pick<Outcome, 'failures' | 'tolerated'> {
  /** True in the run that gives the article up. */
  isGivenUp?: true;
}

/**
 * How often an article without a post has failed, and whether that needs to be told.
 * @param record what is known of it with this failure
 * @param known what was known before
 */
export function standingOf(record: ArchiveRecord, known: ArchiveRecord | undefined, tolerate: number | undefined): Standing {
  if (record.status !== 'failed') return {};
  const before = known?.status === 'failed' ? known : undefined;
  const failures = (record.attempts ?? 0) + (record.unasked ?? 0);
  const isGivenUp = !isPending(record) && (before === undefined || isPending(before));
  const tolerated = isTolerated({ reason: record.reason, failures, isLast: isGivenUp, before: before?.reason }, tolerate);
  return { failures, ...(tolerated && { tolerated }), ...(isGivenUp && { isGivenUp }) };
}
