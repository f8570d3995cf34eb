import { isWritten, type ArchiveRecord } from '../archive/record.js';
import type { NewsScrapeError } from '../errors.js';
import type { Job } from '../jobs.js';
import { en } from '../messages/en.js';
import type { Outcome } from '../outcome.js';
import { verdictOn, type Verdict } from '../reasons.js';
import type { Run } from './run.js';
import { commonOf, unchanged } from './settled.js';
import { feedPart } from './source-state.js';
import { countFailure, standingOf, type Failure } from './standing.js';

/**
 * What becomes of an article that could not be had. A post that is there stays, and the archive knows no less of it.
 * @param wasAsked false if no request was sent for it
 * @throws the error, if it is not the article's fault
 */
export async function noteFailure(job: Job, error: NewsScrapeError, { store, sources, failed, options }: Run, wasAsked = true): Promise<Outcome> {
  const verdict = verdictOn(error);
  if (!verdict) throw error;
  const { known } = job;
  const record = recordOfFailure(job, verdict, { wasAsked, now: sources.now() });
  // What robots.txt forbids it may allow tomorrow.
  if (!isWritten(known) && verdict.reason !== 'robots') await store.remember(record);
  const { isGivenUp, ...standing } = standingOf(record, known, options.tolerate);
  const message = isGivenUp ? en.telling.givenUp(error.message, standing.failures ?? 0) : error.message;
  const outcome: Outcome = isWritten(known) ? outcomeWithPost(job, known, verdict, { ...standing, message }) : { ...verdict, ...described(job), ...standing, message };
  failed.set(job.id, outcome);
  return outcome;
}

function outcomeWithPost(job: Job, known: ArchiveRecord & { file: string }, verdict: Verdict, failure: Pick<Outcome, 'tolerated' | 'message'>): Outcome {
  if (verdict.reason === 'not_found') return unchanged(job, known, 'gone');
  return { ...verdict, ...commonOf(job, known), file: known.file, ...failure };
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

/** What the feed says of the article. */
function described({ id, item, source }: Job): Pick<Outcome, 'id' | 'url' | 'title' | 'feed' | 'date'> {
  const date = item.date?.toISOString();
  return { id, url: item.url, title: item.title, feed: source.id, ...(date !== undefined && { date }) };
}
