import type { FeedItem } from './types.js';

/** A feed whose newest item is older than this has probably stopped. */
const STALE_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** The date of a feed's newest item if it is older than 30 days; undefined for a live feed or one without dates. */
export function staleSince(items: readonly FeedItem[], now: Date): Date | undefined {
  const newest = items.reduce((latest, item) => Math.max(latest, item.date?.getTime() ?? -Infinity), -Infinity);
  return Number.isFinite(newest) && now.getTime() - newest > STALE_DAYS * DAY ? new Date(newest) : undefined;
}
