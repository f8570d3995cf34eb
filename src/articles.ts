import { pMapIterable } from 'p-map';
import type { ArchiveRecord } from './archive/record.js';
import type { ArticleStore } from './archive/store.js';
import { isTooOld, leaveTooOld } from './articles/age.js';
import { compose, type Draft, type Fetched } from './articles/draft.js';
import { noteFailure } from './articles/failure.js';
import type { ArticleEvent, Run } from './articles/run.js';
import { postName } from './articles/post-name.js';
import { settledOutcome } from './articles/settled.js';
import { forgetFetch, shareFetch, type SharedFetch } from './articles/shared-fetch.js';
import { hasChanged } from './articles/source-state.js';
import { noteUnmodified, writeAgain } from './articles/write-again.js';
import { documentIds, writeNew, type Ending } from './articles/write.js';
import { NewsScrapeError } from './errors.js';
import { newCost, type Cost } from './http/cost.js';
import { stopIfInterrupted } from './interrupt.js';
import { namesOfJob, refreshed, type Job } from './jobs.js';
import type { Outcome } from './outcome.js';

/**
 * Fetches and writes articles. It fetches ahead, but writes in the order of the jobs, so that the same feed always gives
 * the same names.
 * @throws NewsScrapeError `output_unwritable`, `output_lock_lost`, `archive_changed`, `interrupted`
 */
export async function* runJobs(jobs: Iterable<Job>, run: Run): AsyncGenerator<ArticleEvent> {
  const { concurrency = 4, signal } = run.options;
  const fetched = pMapIterable(jobs, (job) => fetchJob(job, run), { concurrency, backpressure: 2 * concurrency });
  for await (const { job, result } of fetched) {
    yield await run.alone(() => endJob(refreshed(job, run.store), result, run));
    stopIfInterrupted(signal);
  }
}

async function fetchJob(listed: Job, run: Run): Promise<{ job: Job; result: Outcome | SharedFetch }> {
  const job = refreshed(listed, run.store);
  return { job, result: (await settledNow(job, run)) ?? (await shareFetch(job, run)) };
}

/** The outcome of an article that an earlier run, or another feed of this one, has settled. */
async function settledNow(job: Job, run: Run): Promise<Outcome | undefined> {
  const failedBefore = run.failed.get(job.id);
  return (await settledOutcome(job, run)) ?? (failedBefore && { ...failedBefore, feed: job.source.id });
}

async function endJob(job: Job, result: Outcome | SharedFetch, run: Run): Promise<ArticleEvent> {
  if ('status' in result) return endSettled(job, result, run);
  const settled = await settledNow(job, run);
  if (settled) return endSettled(job, settled, run);
  const { writer, result: article, cost } = result;
  const { outcome, ...rest } = await settle(refreshed(writer, run.store), article, cost, run.as(writer.source));
  forgetFetch(job, result, run);
  return eventOf(job, { outcome: { ...outcome, feed: job.source.id }, ...rest, isNew: job.known === undefined, cost }, run);
}

async function endSettled(job: Job, outcome: Outcome, run: Run): Promise<ArticleEvent> {
  await nameAdopted(job, run);
  return eventOf(job, { outcome, isNew: false, cost: newCost() }, run);
}

function eventOf(job: Job, ended: Ending & Pick<ArticleEvent, 'isNew' | 'cost'>, run: Run): ArticleEvent {
  const { outcome } = ended;
  return { type: 'article', isKept: isKept(job, outcome, run), feeds: feedsOf(job, outcome, run), ...ended };
}

function feedsOf(job: Job, { id }: Outcome, { listing, store }: Run): string[] {
  const feeds = listing.feedsOf([...namesOfJob(job), id, ...(store.find(id, [])?.aliases ?? [])]);
  return feeds.length > 0 ? feeds : [job.source.id];
}

function isKept(job: Job, { reason }: Outcome, { options: { again } }: Run): boolean {
  const { item, source, known } = job;
  if (!again || !known || !['edited', 'deleted', 'adopted'].includes(reason)) return false;
  return again.take === 'all' || hasChanged(item, source.id, known);
}

/** An adopted post is known by title and date alone until its article comes; from then on it has that one's names. */
async function nameAdopted({ known, id, aliases, item }: Job, { store }: Run): Promise<void> {
  if (known?.reason !== 'adopted' || known.id === id || known.aliases?.includes(id)) return;
  const names = [known.id, ...(known.aliases ?? []), ...aliases].filter((name) => name !== id);
  await store.remember({ ...known, id, url: known.url || item.url, aliases: [...new Set(names)] });
}

async function settle(job: Job, result: Fetched, cost: Cost, run: Run): Promise<Ending> {
  const { known } = job;
  if (result instanceof NewsScrapeError) return { outcome: await noteFailure(job, result, run, cost.requests > 0) };
  if ('unmodified' in result) return noteUnmodified(job, result.unmodified, run);
  if (known?.status === 'written') return writeAgain({ ...job, known }, result, run);
  const twin = findTwin(job, result, run.store);
  if (twin) return settleTwin({ ...job, known: twin }, result, run);
  const { date } = result.post;
  return job.item.date === undefined && isTooOld(date, run) ? { outcome: await leaveTooOld(job, date, run) } : writeNew(job, result, run);
}

/** An article that an earlier run has met under another name: now it has both. */
async function settleTwin(job: Job & { known: ArchiveRecord }, draft: Draft, run: Run): Promise<Ending> {
  const { known, id, aliases } = job;
  const united = { ...known, aliases: [...new Set([...(known.aliases ?? []), id, ...aliases])] };
  await run.store.remember(united);
  const twin = { ...job, known: united };
  const outcome = await settledOutcome(twin, run);
  return outcome ? { outcome } : writeAgain(twin, { ...draft, ...compose(twin, draft.article, run, draft.pictures) }, run);
}

/** The record of an article that a page's own address shows to be known under another one. */
function findTwin(job: Job, { article, post }: Draft, store: ArticleStore): ArchiveRecord | undefined {
  const names = [...documentIds(article), postName(post.title, post.date)];
  const twins = names.filter((id) => id !== job.id).map((id) => store.find(id, []));
  return twins.find((twin) => twin?.status === 'written');
}
