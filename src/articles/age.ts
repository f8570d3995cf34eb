import { oldestWanted } from '../feeds/filter.js';
import type { Job } from '../jobs.js';
import type { Outcome } from '../outcome.js';
import { described } from './described.js';
import type { Run, RunOptions } from './run.js';

type Limits = Pick<Run, 'sources'> & { options: Pick<RunOptions, 'filter' | 'since'> };

/** True for an article of this date that is older than the user wants any. */
export function isTooOld(date: Date, { sources, options: { filter, since } }: Limits): boolean {
  return [oldestWanted(filter, sources.now()), since].some((oldest) => oldest !== undefined && date < oldest);
}

/**
 * The outcome of an article whose feed gives no date and whose page tells that it is too old; the archive keeps the date, so
 * that no further run asks for the page unless its options allow an article of that age.
 * @throws NewsScrapeError `output_unwritable`
 */
export async function leaveTooOld(job: Job, date: Date, { store }: Run): Promise<Outcome> {
  const outcome = { ...described(job), status: 'skipped', reason: 'too_old', date: date.toISOString() } as const;
  await store.remember({ ...outcome, ...(job.aliases.length > 0 && { aliases: job.aliases }) });
  return outcome;
}
