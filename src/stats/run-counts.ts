import type { RunCounts, RunLine } from '../archive/run-history.js';
import { STATUSES } from '../outcome.js';

/** The counts of all feeds of a run in one. */
export function countsOfRun({ feeds }: RunLine): RunCounts {
  const total: RunCounts = {};
  for (const counts of Object.values(feeds)) {
    for (const status of STATUSES) {
      const number = (total[status] ?? 0) + (counts[status] ?? 0);
      if (number > 0) total[status] = number;
    }
  }
  return total;
}

/** Articles and feeds that failed in a run. */
export const failuresOf = (run: RunLine): number => (countsOfRun(run).failed ?? 0) + run.failedFeeds.length;
