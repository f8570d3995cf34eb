import { WARNINGS, type Warning } from './archive/feed-line.js';
import type { Run } from './articles/run.js';
import { newestOf, staleSince } from './feeds/freshness.js';
import type { FeedSource } from './feeds/types.js';

/** What no run fails of, and a person ought to know of a feed. */
export type FeedNotice =
  /** Nothing new for long. `isDue`: for longer than this feed ever is without news, and not yet told. */
  | { type: 'stale'; feed: string; newest: Date; alternative?: string | undefined; isDue: boolean }
  /** The site's robots.txt forbids every article that is new; told once. */
  | { type: 'forbidden'; feed: string }
  /** Its address leads to another one for good; told once. */
  | { type: 'moved'; feed: string; to: string }
  /** What was told is over. */
  | { type: 'resumed'; feed: string; from: Warning };

/** What a run has seen of a feed. */
export interface Seen {
  /** ISO 8601 instants of its items. */
  dates: readonly (string | undefined)[];
  /** When it is still, as `stillAfterOf` gives it. */
  stillAfter: string | undefined;
  /** Whether robots.txt forbids what is new; undefined if nothing was. */
  isForbidden?: boolean | undefined;
  /** Where it has moved for good; null if it has not, undefined if that is not known. */
  movedTo?: string | null | undefined;
}

/**
 * What there is to tell of a feed that could be read; of what lasts, and of its end, once.
 * @throws NewsScrapeError `output_unwritable`
 */
export async function noticesOf(source: FeedSource, seen: Seen, { store, sources, alone }: Pick<Run, 'store' | 'sources' | 'alone'>): Promise<FeedNotice[]> {
  if (source.kind === 'demo') return [];
  const now = sources.now();
  const { id: feed, alternative } = source;
  const health = store.healthOf(feed);
  const isStill = seen.stillAfter === undefined ? undefined : seen.stillAfter < now.toISOString();
  const { begun, over, warned } = change(health?.warned ?? [], { still: isStill, forbidden: seen.isForbidden, moved: seen.movedTo === undefined ? undefined : seen.movedTo !== null });
  const isChanged = begun.length > 0 || over.length > 0;
  if (health && isChanged) await alone(() => store.setHealth(feed, { ...health, warned }));
  const isDue = health !== undefined && begun.includes('still');
  const newest = isDue ? newestOf(seen.dates) : staleSince(seen.dates, now);
  return [
    ...(newest ? [{ type: 'stale', feed, newest, alternative, isDue } as const] : []),
    ...(health ? toldOnce(feed, begun, seen.movedTo) : []),
    ...over.map((from) => ({ type: 'resumed', feed, from }) as const),
  ];
}

/** What lasts and was not told before. */
function toldOnce(feed: string, begun: readonly Warning[], movedTo: Seen['movedTo']): FeedNotice[] {
  return [
    ...(begun.includes('forbidden') ? [{ type: 'forbidden', feed } as const] : []),
    ...(begun.includes('moved') && typeof movedTo === 'string' ? [{ type: 'moved', feed, to: movedTo } as const] : []),
  ];
}

/** Which warnings are new, which are over, and which are in force then. */
function change(before: readonly Warning[], now: Readonly<Record<Warning, boolean | undefined>>): Record<'begun' | 'over' | 'warned', Warning[]> {
  const begun = WARNINGS.filter((warning) => now[warning] === true && !before.includes(warning));
  const over = before.filter((warning) => now[warning] === false);
  return { begun, over, warned: WARNINGS.filter((warning) => begun.includes(warning) || (before.includes(warning) && !over.includes(warning))) };
}
