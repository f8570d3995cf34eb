/**
 * When feeds that are asked together have their next turns, in milliseconds from then. The last of them waits for the
 * whole interval, each before it less by the share of one feed: feeds that begin together come apart until they are
 * spread over the interval, and those that stand apart stay so.
 * @param together ids, in the order of the user
 * @param all number of feeds that share the interval
 * @param every the interval, in milliseconds
 */
export function nextTurns(together: readonly string[], all: number, every: number): Map<string, number> {
  return new Map(together.map((feed, index) => [feed, Math.round(every * (1 - (together.length - 1 - index) / all))]));
}
