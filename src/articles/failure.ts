import { isWritten, type ArchiveRecord, type WrittenRecord } from '../archive/record.js';
import { isNewsScrapeError, type NewsScrapeError } from '../errors.js';
import type { Job } from '../jobs.js';
import { messages } from '../messages/messages.js';
import type { Outcome } from '../outcome.js';
import { verdictOn, type Verdict } from '../reasons.js';
import { isTolerated } from '../tolerance.js';
import { described } from './described.js';
import type { Run } from './run.js';
import { commonOf, isGone, unchanged } from './settled.js';
import { feedPart } from './source-state.js';
import { countFailure, standingOf, type Failure } from './standing.js';

/**
 * What becomes of an article that could not be had. A post that is there stays, and the archive knows no less of it.
 * @param wasAsked false if no request was sent for it
 * @throws the error, if it is not the article's fault
 */
export async function noteFailure(job: Job, error: NewsScrapeError, run: Run, wasAsked = true): Promise<Outcome> {
  const verdict = verdictOn(error);
  if (!verdict) throw error;
  const { known } = job;
  const { message } = error;
  if (isWritten(known) && isNewsScrapeError(error, 'url_hidden')) return unchanged(job, known, 'hidden');
  const outcome = isWritten(known) ? await noteWithPost({ ...job, known }, { ...verdict, message }, run) : await noteWithoutPost(job, { ...verdict, message, wasAsked }, run);
  run.failed.set(job.id, outcome);
  return outcome;
}

async function noteWithPost(job: Job & { known: WrittenRecord }, failure: Verdict & { message: string }, { store, sources, options }: Run): Promise<Outcome> {
  const { known } = job;
  const { status, reason } = failure;
  const outcome = { ...failure, ...commonOf(job, known), file: known.file };
  if (status !== 'failed') return outcome;
  // A page that is gone is nothing to report, and another matter than one that fails: each is counted by itself.
  const before = isGone(known) === (reason === 'not_found') ? known.failure : undefined;
  const failures = (before?.attempts ?? 0) + 1;
  await store.remember({ ...known, failure: { reason, attempts: failures, failed: sources.now().toISOString() } });
  if (reason === 'not_found') return unchanged(job, known, 'gone');
  const tolerated = isTolerated({ reason, failures, isLast: false, before: before?.reason }, options.tolerate);
  return { ...outcome, failures, ...(tolerated && { tolerated }) };
}

async function noteWithoutPost(job: Job, { wasAsked, message, ...verdict }: Verdict & { message: string; wasAsked: boolean }, { store, sources, options }: Run): Promise<Outcome> {
  const record = recordOfFailure(job, verdict, { wasAsked, now: sources.now() });
  // What robots.txt forbids it may allow tomorrow.
  if (verdict.reason !== 'robots') await store.remember(record);
  const { isGivenUp, ...standing } = standingOf(record, job.known, options.tolerate);
  return { ...verdict, ...described(job), ...standing, message: isGivenUp ? messages.telling.givenUp(message, standing.failures ?? 0) : message };
}

function recordOfFailure(job: Job, { status, reason }: Verdict, failure: Omit<Failure, 'reason'>): ArchiveRecord {
  const { source, feed, item, aliases, known } = job;
  const part = feedPart(source, feed, item);
  return {
    ...described(job),
    status,
    reason,
    ...(status === 'failed' && countFailure(known, { reason, ...failure })),
    ...(part && { item: part }),
    ...(aliases.length > 0 && { aliases }),
  };
}
