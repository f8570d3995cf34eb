import { digestOf } from '../archive/digest.js';
import { bodyLength } from '../archive/post-files.js';
import type { PictureBytes } from '../archive/picture-files.js';
import { isWritten, type ArchiveRecord, type WrittenRecord } from '../archive/record.js';
import type { ArticleStore } from '../archive/store.js';
import { NewsScrapeError } from '../errors.js';
import type { Job } from '../jobs.js';
import type { ReasonOf } from '../outcome.js';
import type { Draft } from './draft.js';
import { noteFailure } from './failure.js';
import { pictureBytes } from './pictures.js';
import type { Run } from './run.js';
import { kept, unchanged } from './settled.js';
import { feedStateOf } from './source-state.js';
import { recordOf, told, writtenOutcome, type Ending } from './write.js';

/** A text that is so much shorter than it was has lost something, more likely than not: a wall, a new layout. */
const LEAST_PART = 0.5;

/**
 * Brings the post of an article up to date: under the same name, and only if it differs. The post is looked at once
 * more, for a person may have edited it since.
 */
export async function writeAgain(job: Job & { known: ArchiveRecord }, draft: Draft, run: Run): Promise<Ending> {
  const { known } = job;
  const { store, options } = run;
  const { state, length } = await store.look(known);
  const isForced = options.again?.force === true;
  if (!isWritten(known)) return { outcome: unchanged(job, known, 'adopted') };
  if (state !== 'intact' && (!isForced || state === 'outside')) return { outcome: kept(job, known, state) };
  const { document } = draft.post;
  const pictures = pictureBytes(draft.pictures);
  if (state === 'intact' && digestOf(document) === known.hash && (await hasAll(pictures, store))) {
    await store.remember(renewed(job, known, draft, run));
    return { outcome: { ...unchanged(job, known, 'same'), ...told(draft.pictures) } };
  }
  if (!isForced && bodyLength(document) < LEAST_PART * length) return { outcome: await noteFailure(job, shrunk(job, draft), run) };
  const reason: ReasonOf<'written' | 'updated'> = state === 'deleted' ? 'restored' : state === 'intact' ? 'changed' : 'forced';
  const record = { ...renewed(job, known, draft, run), reason };
  const rewritten = await store.rewrite(record, document, pictures);
  return { outcome: { ...writtenOutcome(rewritten, state === 'deleted' ? 'written' : 'updated'), ...told(draft.pictures) }, document };
}

async function hasAll(pictures: PictureBytes, store: ArticleStore): Promise<boolean> {
  for (const path of pictures.keys()) if ((await store.readPicture(path)) === undefined) return false;
  return true;
}

/** Notes that an article has not changed, whatever its feed says. */
export async function noteUnmodified(job: Job, known: ArchiveRecord, { store }: Run): Promise<Ending> {
  await store.remember({ ...withoutFailure(known), source: { ...known.source, ...feedStateOf(job) } });
  return { outcome: unchanged(job, known, 'same') };
}

/** The record with what the article is now; name of the post and feed stay. */
function renewed(job: Job, known: WrittenRecord, draft: Draft, { options }: Run): WrittenRecord {
  const { id, reason, feed, file, hash, item } = known;
  return { ...recordOf(job, draft, options), id, status: 'written', reason, feed, file, ...(hash !== undefined && { hash }), ...(item && { item }) };
}

function withoutFailure(known: ArchiveRecord): ArchiveRecord {
  const record = { ...known };
  delete record.failure;
  return record;
}

const shrunk = ({ item }: Job, { article }: Draft): NewsScrapeError => new NewsScrapeError('page_shrunk', { url: article.url || item.url });
