import type { Reason } from './outcome.js';

/** Reasons that mostly pass by themselves; a new page may also be listed before it is there. */
const PASSING: ReadonlySet<Reason> = new Set<Reason>(['not_found', 'http_status', 'network', 'timeout', 'blocked']);

/** A failure of an article, and what it was before. */
export interface ArticleFailure {
  reason: Reason;
  /** Runs in which the article has failed, this one included. */
  failures: number;
  /** True if this run gives it up. */
  isLast: boolean;
  /** Why it failed the last time; undefined if this is the first. */
  before: Reason | undefined;
}

/**
 * True for a failure that needs not be reported: every article that fails is reported once, for a reason that may pass in
 * the run in which it has failed so often, for any other at once; and once more when it is given up.
 * @param tolerate undefined for everything at once
 */
export function isTolerated({ reason, failures, isLast, before }: ArticleFailure, tolerate: number | undefined): boolean {
  if (tolerate === undefined || isLast) return false;
  if (!PASSING.has(reason)) return before !== undefined && !PASSING.has(before);
  return failures !== Math.max(tolerate, 1);
}
