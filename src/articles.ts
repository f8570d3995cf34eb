import { pMapIterable } from 'p-map';
import type { ArchiveRecord } from './archive/record.js';
import type { ArticleStore } from './archive/store.js';
import { compose, fetchDraft, type Draft, type Fetched } from './articles/draft.js';
import { noteFailure } from './articles/failure.js';
import type { ArticleEvent, Run } from './articles/run.js';
import { postName } from './articles/post-name.js';
import { settledOutcome } from './articles/settled.js';
import { hasChanged } from './articles/source-state.js';
import { noteUnmodified, writeAgain } from './articles/write-again.js';
import { documentIds, writeNew, type Ending } from './articles/write.js';
import { NewsScrapeError } from './errors.js';
import { newCost, type Cost } from './http/cost.js';
import { stopIfInterrupted } from './interrupt.js';
import type { Job } from './jobs.js';
import type { Outcome } from './outcome.js';

/**
 * Fetches and writes articles. It fetches ahead, but writes in the order of the jobs, so that the same feed always gives
 * the same names.
 * @throws NewsScrapeError `output_unwritable`, `output_lock_lost`, `archive_changed`, `interrupted`
 */
export async function* runJobs(jobs: Iterable<Job>, run: Run): AsyncGenerator<ArticleEvent> {
  const { concurrency = 4, signal } = run.options;
  const fetched = pMapIterable(jobs, (job) => fetchJob(job, run), { concurrency, backpressure: 2 * concurrency });
  for await (const { job, result, cost } of fetched) {
    const isSettled = 'status' in result;
    if (isSettled) await nameAdopted(job, run);
    const ending: Ending = isSettled ? { outcome: result } : await settle(job, result, cost, run);
    yield { type: 'article', isNew: !isSettled && job.known === undefined, isKept: isKept(job, ending.outcome, run), ...ending, cost };
    stopIfInterrupted(signal);
  }
}

function isKept({ item, source, known }: Job, { reason }: Outcome, { options: { again } }: Run): boolean {
  if (!again || !known || !['edited', 'deleted', 'adopted'].includes(reason)) return false;
  return again.take === 'all' || hasChanged(item, source.id, known);
}

/** An adopted post is known by title and date alone until its article comes; from then on it has that one's names. */
async function nameAdopted({ known, id, aliases, item }: Job, { store }: Run): Promise<void> {
  if (known?.reason !== 'adopted' || known.id === id || known.aliases?.includes(id)) return;
  const names = [known.id, ...(known.aliases ?? []), ...aliases].filter((name) => name !== id);
  await store.remember({ ...known, id, url: known.url || item.url, aliases: [...new Set(names)] });
}

async function fetchJob(job: Job, run: Run): Promise<{ job: Job; result: Outcome | Fetched; cost: Cost }> {
  const cost = newCost();
  const failedBefore = run.failed.get(job.id);
  const settled = (await settledOutcome(job, run)) ?? (failedBefore && { ...failedBefore, feed: job.source.id });
  if (settled) return { job, result: settled, cost };
  return { job, result: await fetchDraft(job, run, cost), cost };
}

async function settle(job: Job, result: Fetched, cost: Cost, run: Run): Promise<Ending> {
  const { known } = job;
  if (result instanceof NewsScrapeError) return { outcome: await noteFailure(job, result, run, cost.requests > 0) };
  if ('unmodified' in result) return noteUnmodified(job, result.unmodified, run);
  if (known?.status === 'written') return writeAgain({ ...job, known }, result, run);
  const twin = findTwin(job, result, run.store);
  return twin ? settleTwin({ ...job, known: twin }, result, run) : writeNew(job, result, run);
}

/** An article that an earlier run has met under another name: now it has both. */
async function settleTwin(job: Job & { known: ArchiveRecord }, draft: Draft, run: Run): Promise<Ending> {
  const { known, id, aliases } = job;
  const united = { ...known, aliases: [...new Set([...(known.aliases ?? []), id, ...aliases])] };
  await run.store.remember(united);
  const twin = { ...job, known: united };
  const outcome = await settledOutcome(twin, run);
  return outcome ? { outcome } : writeAgain(twin, { ...draft, ...compose(twin, draft.article, run) }, run);
}

/** The record of an article that a page's own address shows to be known under another one. */
function findTwin(job: Job, { article, post }: Draft, store: ArticleStore): ArchiveRecord | undefined {
  const names = [...documentIds(article), postName(post.title, post.date)];
  const twins = names.filter((id) => id !== job.id).map((id) => store.find(id, []));
  return twins.find((twin) => twin?.status === 'written');
}
