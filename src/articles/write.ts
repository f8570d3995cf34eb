import { identify } from '../archive/identity.js';
import type { ArchiveRecord } from '../archive/record.js';
import type { Article } from '../article/types.js';
import type { Job } from '../jobs.js';
import type { Outcome } from '../outcome.js';
import type { Pictures } from '../pictures/get-pictures.js';
import type { Draft } from './draft.js';
import { pictureBytes, pictureFiles } from './pictures.js';
import type { Run, RunOptions } from './run.js';
import { feedPart, sourceStateOf } from './source-state.js';

/** What became of an article, and its post where one was written. */
export interface Ending {
  outcome: Outcome;
  document?: string;
}

/** Writes the post of an article that has none. */
export async function writeNew(job: Job, draft: Draft, { store, options }: Run): Promise<Ending> {
  const { reason, post, pictures } = draft;
  const record = { ...recordOf(job, draft, options), reason };
  const { file = post.fileName } = await store.save(record, post.fileName, post.document, pictureBytes(pictures));
  return { outcome: { ...writtenOutcome({ ...record, file }, 'written'), ...told(pictures) }, document: post.document };
}

/** What the archive is to know of an article whose post is about to be written. */
export function recordOf(job: Job, { reason, article, post, pictures, validators }: Draft, reader: RunOptions): ArchiveRecord & { date: string } {
  const { id, source, feed, item } = job;
  // The page may show a document id that the feed does not know.
  const aliases = [...new Set([...job.aliases, ...documentIds(article)])].filter((name) => name !== id);
  // Without validators the page is read again, and what is missing asked for.
  const isWhole = pictures.missing.length === 0;
  const part = feedPart(source, feed, item);
  return {
    id,
    status: 'written',
    reason,
    url: article.url,
    title: post.title,
    feed: source.id,
    date: post.date.toISOString(),
    rule: article.rule,
    source: sourceStateOf(job, { address: article.url, title: article.title, validators: isWhole ? validators : undefined }, reader),
    ...pictureFiles(pictures),
    ...(part && { item: part }),
    ...(aliases.length > 0 && { aliases }),
  };
}

export function writtenOutcome({ id, reason, url, title, feed, date, file }: ArchiveRecord & { file: string }, status: 'written' | 'updated'): Outcome {
  return { status, reason, id, url, file, title, ...(date !== undefined && { date }), feed };
}

/** What scripts are told of the pictures of a post. */
export function told({ stored, missing }: Pictures): Pick<Outcome, 'pictures'> {
  return stored.length + missing.length > 0 ? { pictures: { stored: stored.length, missing } } : {};
}

/**
 * Only document ids are trusted of what a page says of itself: some sites name one address for all their pages. Some
 * templates name one id for all theirs, so that of the address comes first.
 */
export function documentIds({ url, id }: Article): string[] {
  const ofAddress = identify({ url }).id;
  const best = ofAddress === '' || /^https?:/.test(ofAddress) ? id : ofAddress;
  return best === undefined ? [] : [best];
}
