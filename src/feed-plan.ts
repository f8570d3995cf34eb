import { digestOf } from './archive/digest.js';
import type { FeedMark } from './archive/feed-line.js';
import type { Run, RunOptions } from './articles/run.js';
import { leftOutBy, oldestWanted } from './feeds/filter.js';
import { stillAfterOf } from './feeds/freshness.js';
import type { LoadedFeed, Want } from './feeds/load.js';
import type { FeedItem, FeedSource } from './feeds/types.js';
import { FIRST_RUN_LIMIT, hasPending } from './jobs.js';
import { VERSION } from './version.js';

/** How a run reads a feed. */
export interface Plan {
  want: Want;
  /** How far the feed was read before; only where the run goes by that. */
  mark?: FeedMark | undefined;
  firstRun: boolean;
  movesMark: boolean;
}

/** The last instant that a date can be. */
const LAST_DATE = new Date(8.64e15);

/** By the feed's mark, unless the user says how much is wanted. */
export function planFor(source: FeedSource, { store, sources, options }: Run): Plan {
  const { limit, since, filter } = options;
  const now = sources.now();
  const readUpTo = oldestWanted(filter, now);
  // The first page is enough: what stands behind it is older than all that is wanted from now on.
  if (options.catchUp) return { want: { readUpTo: LAST_DATE }, firstRun: false, movesMark: source.kind !== 'stdin' };
  // What stands on standard input is another feed every time.
  if (source.kind === 'stdin' || limit !== undefined || since !== undefined) {
    return { want: { limit, counts: (item) => leftOutBy(filter, item, now) === undefined, since, readUpTo }, firstRun: false, movesMark: false };
  }
  const mark = store.markOf(source.id);
  if (!mark) return { want: { limit: FIRST_RUN_LIMIT, readUpTo }, firstRun: true, movesMark: true };
  const reader = hasPending(source, store, { filter, now }) ? undefined : readWith(options);
  const want = wantedSince(mark, reader, now);
  return { want: { ...want, readUpTo: later(want.readUpTo, readUpTo) }, mark, firstRun: false, movesMark: true };
}

/**
 * The mark that a feed's first run begins with, so that the next one leaves no gap should this one be stopped; and that of
 * a run that marks all as seen, with which the first page of a feed that has several ends: what stands first may be
 * pinned there for years.
 */
export function markToBegin({ id: feed, pageUrl }: FeedSource, { feed: { items: listed }, items }: LoadedFeed, { sources, options }: Run): FeedMark {
  const [start] = pastDatesOf(options.catchUp && pageUrl ? listed.filter(({ date }) => date).slice(-1) : items, sources.now());
  return start === undefined ? { feed, undated: true } : { feed, start };
}

/** The mark after a run that came to its end. */
export function markOfComplete({ feed, start, undated }: FeedMark, loaded: LoadedFeed, isSettled: boolean, { sources, options }: Run): FeedMark {
  const { validators } = loaded;
  const dates = pastDatesOf(loaded.feed.items, sources.now());
  const complete = dates.at(-1) ?? start;
  return { feed, start, undated, complete, stillAfter: stillAfterOf(dates), ...(isSettled && validators && { validators, readWith: readWith(options) }) };
}

/**
 * After its first run a feed is read back to where the last complete run began. A run that was stopped, or that took
 * only a part because it was told so, moves no mark, so that nothing between two runs is ever passed over.
 * @param reader as `readWith` gives it; undefined while an article that failed may need the text that the feed carries
 */
function wantedSince({ start, complete, validators, readWith: before }: FeedMark, reader: string | undefined, now: Date): Want {
  const known = before === reader ? validators : undefined;
  return { since: pastDate(start, now), readUpTo: pastDate(complete, now), known };
}

/** Tells apart what may see different things in the same answer. */
const readWith = ({ again, filter }: RunOptions): string => [VERSION, ...(again ? ['update'] : []), ...(filter ? [digestOf(filter.key)] : [])].join(' ');

const later = (one: Date | undefined, other: Date | undefined): Date | undefined => (one && other ? (one > other ? one : other) : (one ?? other));

/** A date in the future is a mistake, and no reason to pass over what comes until then. */
function pastDate(date: string | undefined, now: Date): Date | undefined {
  const past = date === undefined ? undefined : new Date(date);
  return past && past <= now ? past : undefined;
}

export const pastDatesOf = (items: readonly FeedItem[], now: Date): string[] => datesOf(items).filter((date) => pastDate(date, now));

/** ISO 8601 instants, the oldest first. */
export const datesOf = (items: readonly FeedItem[]): string[] => items.flatMap(({ date }) => date?.toISOString() ?? []).sort();
