import { isPending, isWritten, type ArchiveRecord } from '../archive/record.js';
import type { NewsScrapeError } from '../errors.js';
import type { Job } from '../jobs.js';
import type { Outcome } from '../outcome.js';
import { verdictOn, type Verdict } from '../reasons.js';
import { isTolerated } from '../tolerance.js';
import type { Run } from './run.js';
import { commonOf, unchanged } from './settled.js';
import { feedPart } from './source-state.js';

/**
 * What becomes of an article that could not be had. A post that is there stays, and the archive knows no less of it.
 * @throws the error, if it is not the article's fault
 */
export async function noteFailure(job: Job, error: NewsScrapeError, { store, failed, options }: Run): Promise<Outcome> {
  const verdict = verdictOn(error);
  if (!verdict) throw error;
  const { known } = job;
  const record = recordOfFailure(job, verdict);
  // What robots.txt forbids it may allow tomorrow.
  if (!isWritten(known) && verdict.reason !== 'robots') await store.remember(record);
  const standing = standingOf(record, known, options.tolerate);
  const { message } = error;
  const outcome: Outcome = isWritten(known) ? outcomeWithPost(job, known, verdict, { ...standing, message }) : { ...verdict, ...described(job), ...standing, message };
  failed.set(job.id, outcome);
  return outcome;
}

function outcomeWithPost(job: Job, known: ArchiveRecord & { file: string }, verdict: Verdict, failure: Pick<Outcome, 'tolerated' | 'message'>): Outcome {
  if (verdict.reason === 'not_found') return unchanged(job, known, 'gone');
  return { ...verdict, ...commonOf(job, known), file: known.file, ...failure };
}

/** How often the article has failed, and whether that needs to be told. Of an article with a post nothing is counted. */
function standingOf(record: ArchiveRecord, known: ArchiveRecord | undefined, tolerate: number | undefined): Pick<Outcome, 'failures' | 'tolerated'> {
  const { status, reason, attempts: failures = 1 } = record;
  if (status !== 'failed') return {};
  const hasPost = isWritten(known);
  const before = known?.status === 'failed' ? known.reason : undefined;
  const tolerated = isTolerated({ reason, failures, isLast: !hasPost && !isPending(record), before }, tolerate);
  return { ...(!hasPost && { failures }), ...(tolerated && { tolerated }) };
}

function recordOfFailure(job: Job, { status, reason }: Verdict): ArchiveRecord {
  const { source, feed, item, aliases, known } = job;
  const part = feedPart(source, feed, item);
  return {
    ...described(job),
    status,
    reason,
    ...(status === 'failed' && { attempts: (known?.attempts ?? 0) + 1 }),
    ...(part && { item: part }),
    ...(aliases.length > 0 && { aliases }),
  };
}

/** What the feed says of the article. */
function described({ id, item, source }: Job): Pick<Outcome, 'id' | 'url' | 'title' | 'feed' | 'date'> {
  const date = item.date?.toISOString();
  return { id, url: item.url, title: item.title, feed: source.id, ...(date !== undefined && { date }) };
}
