/** A feed whose newest item is older than this has probably stopped. */
const STALE_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** The newest of the dates (ISO 8601) if it is older than 30 days; undefined for a live feed or one without dates. */
export function staleSince(dates: readonly (string | undefined)[], now: Date): Date | undefined {
  const newest = dates.reduce((latest, date) => Math.max(latest, date === undefined ? -Infinity : Date.parse(date)), -Infinity);
  return Number.isFinite(newest) && now.getTime() - newest > STALE_DAYS * DAY ? new Date(newest) : undefined;
}
