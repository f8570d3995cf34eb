import { newCost, type Cost } from '../http/cost.js';
import { namesOfJob, refreshed, type Job } from '../jobs.js';
import { fetchDraft, type Fetched } from './draft.js';
import type { Run } from './run.js';

/** What came of fetching an article for all the feeds that list it. */
export interface SharedFetch {
  /** The job that it was fetched for, and by which it is written. */
  writer: Job;
  result: Fetched;
  cost: Cost;
}

/**
 * Fetches an article, or waits for what another feed of the run has begun. Nobody waits for what comes after the fetch:
 * two feeds that list the same articles in another order would wait for each other.
 */
export function shareFetch(job: Job, run: Run): Promise<SharedFetch> {
  const running = namesOfJob(job).map((name) => run.fetches.get(name)).find((fetch) => fetch !== undefined);
  if (running) return running;
  const cost = newCost();
  const writer = refreshed(run.listing.first(job), run.store);
  const shared = fetchDraft(writer, run.as(writer.source), cost).then((result) => ({ writer, result, cost }));
  for (const name of [...namesOfJob(job), ...namesOfJob(writer)]) run.fetches.set(name, shared);
  return shared;
}

/** Once an article has ended the archive tells of it. */
export function forgetFetch(job: Job, { writer }: SharedFetch, { fetches }: Run): void {
  for (const name of [...namesOfJob(job), ...namesOfJob(writer)]) fetches.delete(name);
}
