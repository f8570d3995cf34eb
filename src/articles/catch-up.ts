import { isPending, type ArchiveRecord } from '../archive/record.js';
import { newCost } from '../http/cost.js';
import { stopIfInterrupted } from '../interrupt.js';
import { refreshed, type Job } from '../jobs.js';
import { described } from './described.js';
import type { ArticleEvent, Run } from './run.js';
import { settledOutcome } from './settled.js';

/**
 * Marks articles as seen, so that no later run asks for them; also those that failed. What an earlier run has settled
 * stays as it is, and no page is fetched.
 * @throws NewsScrapeError `output_unwritable`, `output_lock_lost`, `archive_changed`, `interrupted`
 */
export async function* catchUp(jobs: Iterable<Job>, run: Run): AsyncGenerator<ArticleEvent> {
  for (const job of jobs) {
    yield await run.alone(() => markSeen(refreshed(job, run.store), run));
    stopIfInterrupted(run.options.signal);
  }
}

async function markSeen(job: Job, { store, sources }: Run): Promise<ArticleEvent> {
  const { known, aliases } = job;
  const isOpen = known === undefined || isPending(known);
  const settled = isOpen ? undefined : await settledOutcome(job, { store, sources, options: {} });
  if (settled) return { type: 'article', outcome: settled, isNew: false, cost: newCost() };
  const record: ArchiveRecord = { ...described(job), status: 'skipped', reason: 'caught_up' };
  await store.remember({ ...record, ...(aliases.length > 0 && { aliases }) });
  return { type: 'article', outcome: { ...described(job), status: 'skipped', reason: 'caught_up' }, isNew: true, cost: newCost() };
}
