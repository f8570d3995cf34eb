import type { FeedHealth } from './archive/feed-line.js';
import type { ArticleStore } from './archive/store.js';
import type { FeedSource } from './feeds/types.js';

/** A row of runs in which a feed could not be read. */
export interface Outage {
  /** Runs in a row. */
  failures: number;
  /** ISO 8601 instant of the first of them. */
  since: string;
}

/** What a failed run means for a feed. */
export interface FeedFailure {
  /** Runs in a row in which it failed, this one included; always 1 for a feed that was never seen to work. */
  failures: number;
  /** True if it needs not be reported yet. */
  tolerated: boolean;
}

/**
 * Counts a run in which a feed failed. A feed that was never seen to work is not counted and not tolerated: it may be
 * misspelt.
 * @param tolerate reported is what failed in so many runs in a row; undefined for everything at once
 * @throws NewsScrapeError `output_unwritable`
 */
export async function noteFeedFailure(source: FeedSource, store: ArticleStore, tolerate: number | undefined, now: Date): Promise<FeedFailure> {
  const known = isCounted(source) ? store.healthOf(source.id) : undefined;
  if (!known) return { failures: 1, tolerated: false };
  const failures = known.failures + 1;
  const tolerated = tolerate !== undefined && failures < tolerate;
  const health: FeedHealth = { failures, since: known.since ?? now.toISOString(), ...((known.told ?? !tolerated) && { told: true }), ...warnedOf(known) };
  await store.setHealth(source.id, health);
  return { failures, tolerated };
}

/**
 * Notes that a feed could be read.
 * @returns the outage that is over now, if it had been reported
 * @throws NewsScrapeError `output_unwritable`
 */
export async function noteFeedSuccess(source: FeedSource, store: ArticleStore): Promise<Outage | undefined> {
  const known = store.healthOf(source.id);
  if (!isCounted(source) || known?.failures === 0) return undefined;
  await store.setHealth(source.id, { failures: 0, ...warnedOf(known) });
  return known?.told && known.since !== undefined ? { failures: known.failures, since: known.since } : undefined;
}

const warnedOf = ({ warned }: Partial<FeedHealth> = {}): Pick<FeedHealth, 'warned'> => (warned ? { warned } : {});

/** What stands on standard input is another feed every time. */
const isCounted = ({ kind }: FeedSource): boolean => kind !== 'stdin';
