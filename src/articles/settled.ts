import type { PostState } from '../archive/post-files.js';
import { isPending, type ArchiveRecord } from '../archive/record.js';
import type { Job } from '../jobs.js';
import type { Outcome, ReasonOf } from '../outcome.js';
import { isTooOld } from './age.js';
import { described } from './described.js';
import type { Run, RunOptions } from './run.js';
import { isResting } from './standing.js';
import { hasChanged } from './source-state.js';

/** Posts that are not, or no more, this program's to replace. */
const KEPT: Readonly<Record<Exclude<PostState, 'intact'>, ReasonOf<'unchanged'>>> = { edited: 'edited', deleted: 'deleted', foreign: 'adopted', outside: 'adopted' };

type Circumstances = Pick<Run, 'store' | 'sources'> & { options: Pick<RunOptions, 'again' | 'filter' | 'since'> };

/** The outcome of an article that an earlier run has settled, or that is not taken; undefined for one that has to be fetched. */
export async function settledOutcome(job: Job, run: Circumstances): Promise<Outcome | undefined> {
  if (job.known?.status === 'written' || !job.leftOut) return knownOutcome(job, run);
  return { status: 'skipped', reason: job.leftOut, ...described(job) };
}

async function knownOutcome(job: Job, run: Circumstances): Promise<Outcome | undefined> {
  const { known } = job;
  if (!known) return undefined;
  if (known.status === 'written') return writtenOutcome(job, known, run);
  if (run.options.again?.take === 'all' || isYoungEnoughNow(known, run)) return undefined;
  if (!isPending(known)) return skipped(job, known);
  return isResting(known, run.sources.now()) ? rests(job, known) : undefined;
}

/** True for an article that an earlier run left out for the date of its page. */
const isYoungEnoughNow = ({ reason, date }: ArchiveRecord, run: Circumstances): boolean => reason === 'too_old' && date !== undefined && !isTooOld(new Date(date), run);

async function writtenOutcome(job: Job, known: ArchiveRecord, { store, sources, options: { again } }: Circumstances): Promise<Outcome | undefined> {
  const { state } = await store.look(known);
  if (state !== 'intact') return again?.force && state !== 'outside' ? undefined : unchanged(job, known, KEPT[state]);
  if (again?.take === 'all') return undefined;
  if (!again || !hasChanged(job.item, job.source.id, known)) return unchanged(job, known, 'known');
  if (!isResting(known.failure ?? {}, sources.now())) return undefined;
  return isGone(known) ? unchanged(job, known, 'gone') : rests(job, known);
}

/** True for an article whose page was gone (HTTP 404 or 410) when it was last asked for. */
export const isGone = ({ failure }: ArchiveRecord): boolean => failure?.reason === 'not_found';

/** The outcome of an article that is left alone for now. */
const rests = (job: Job, known: ArchiveRecord): Outcome => ({ status: 'skipped', reason: 'rests', ...commonOf(job, known), ...(known.file !== undefined && { file: known.file }) });

/** The outcome of an article whose post stays as it is. */
export function unchanged(job: Job, known: ArchiveRecord, reason: ReasonOf<'unchanged'>): Outcome {
  return { status: 'unchanged', reason, ...commonOf(job, known), ...(known.file !== undefined && { file: known.file }) };
}

/** The same for a post that proved not to be this program's to replace. */
export const kept = (job: Job, known: ArchiveRecord, state: Exclude<PostState, 'intact'>): Outcome => unchanged(job, known, KEPT[state]);

const skipped = (job: Job, known: ArchiveRecord): Outcome => ({
  status: 'skipped',
  reason: known.status === 'failed' ? 'gave_up' : known.reason,
  ...commonOf(job, known),
});

/** What every outcome says of an article that is known. */
export function commonOf({ item, source }: Job, { id, url, title, date }: ArchiveRecord): Pick<Outcome, 'id' | 'url' | 'title' | 'date' | 'feed'> {
  return { id, url: url || item.url, title, ...(date && { date }), feed: source.id };
}
