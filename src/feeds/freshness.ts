/** A feed whose newest item is older than this has probably stopped. */
const STALE_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** No feed is still before so many days. */
const LEAST_STILL_DAYS = 10;
/** How often the gaps that a feed mostly keeps to have to fit into its silence. */
const STILL_GAPS = 5;
/** The share of the gaps between items that are taken for usual; pinned items of long ago make a few large ones. */
const USUAL = 0.9;

/** The newest of the dates (ISO 8601) if it is older than 30 days; undefined for a live feed or one without dates. */
export function staleSince(dates: readonly (string | undefined)[], now: Date): Date | undefined {
  const newest = newestOf(dates);
  return newest && now.getTime() - newest.getTime() > STALE_DAYS * DAY ? newest : undefined;
}

/** The newest of the dates (ISO 8601), if there is one. */
export function newestOf(dates: readonly (string | undefined)[]): Date | undefined {
  const newest = dates.reduce((latest, date) => Math.max(latest, date === undefined ? -Infinity : Date.parse(date)), -Infinity);
  return Number.isFinite(newest) ? new Date(newest) : undefined;
}

/**
 * When a feed with items of these dates is still: after five times the gap that nine in ten of its gaps keep to, and never
 * before ten days. An ISO 8601 instant in UTC; undefined for fewer than three dates, which tell no rhythm.
 * @param dates ISO 8601 instants, the oldest first
 */
export function stillAfterOf(dates: readonly string[]): string | undefined {
  const times = dates.map((date) => Date.parse(date));
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time)).sort((a, b) => a - b);
  const [newest, usual] = [times.at(-1), gaps[Math.ceil(USUAL * gaps.length) - 1]];
  if (newest === undefined || usual === undefined || gaps.length < 2) return undefined;
  return new Date(newest + Math.max(LEAST_STILL_DAYS * DAY, STILL_GAPS * usual)).toISOString();
}
