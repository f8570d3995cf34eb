import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { identify } from './archive/identity.js';
import { isWritten, type ArchiveRecord } from './archive/record.js';
import type { ArticleStore } from './archive/store.js';
import { postName } from './articles/post-name.js';
import { newCost } from './http/cost.js';
import { stopIfInterrupted } from './interrupt.js';
import { messages } from './messages/messages.js';
import type { Outcome, ReasonOf } from './outcome.js';
import { readPost, type ReadPost } from './post/read-post.js';
import type { RunEvent } from './run.js';

/**
 * Enters the posts of a folder into its archive, so that no run writes their articles again or replaces them. An article
 * is known by the address that the post names, and by title and date. Nothing but the archive is changed.
 * @throws NewsScrapeError `output_unwritable`, `output_lock_lost`, `archive_changed`, `interrupted`; the system's error for the folder
 */
export async function* adoptPosts(dir: string, store: ArticleStore, signal?: AbortSignal): AsyncGenerator<RunEvent> {
  const files = await postFiles(dir);
  const known = recordsByFile(store);
  for (const file of files) {
    const outcome = await adopt(dir, file, known.get(file), store);
    yield { type: 'article', outcome, isNew: false, cost: newCost() };
    stopIfInterrupted(signal);
  }
}

/** Markdown files below the folder, as the archive names them. */
async function postFiles(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name));
  const paths = files.map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return paths.filter((path) => !path.split('/').some((part) => part.startsWith('.') || part === 'node_modules')).sort();
}

function recordsByFile(store: ArticleStore): Map<string, ArchiveRecord> {
  const known = new Map<string, ArchiveRecord>();
  for (const record of store.records()) if (isWritten(record)) known.set(record.file, record);
  return known;
}

async function adopt(dir: string, file: string, known: ArchiveRecord | undefined, store: ArticleStore): Promise<Outcome> {
  if (known) return outcomeOf(known, file, (await store.look(known)).state === 'edited' ? 'edited' : 'known');
  const post = readPost(await readFile(join(dir, file), 'utf8').catch(() => ''));
  const [id, ...aliases] = post ? namesOf(post) : [];
  if (!post || id === undefined) {
    return { status: 'failed', reason: 'not_a_post', id: '', url: '', file, title: post?.title ?? '', feed: '', message: messages.archive.notAPost(file) };
  }
  const record = await recordOf(post, { id, aliases, file }, store);
  await store.remember(record);
  return outcomeOf(record, file, 'adopted');
}

/** A post that was moved keeps what is known of it. */
async function recordOf(post: ReadPost, names: { id: string; aliases: string[]; file: string }, store: ArticleStore): Promise<ArchiveRecord> {
  const { id, aliases, file } = names;
  const twin = store.find(id, aliases);
  if (isWritten(twin) && (await store.look(twin)).state === 'deleted') return { ...twin, file };
  const date = post.date instanceof Date ? post.date.toISOString() : undefined;
  return { id, status: 'written', reason: 'adopted', url: post.url, title: post.title, feed: '', ...(date && { date }), file, ...(aliases.length > 0 && { aliases }) };
}

/** By the address, and by title and date. */
function namesOf({ title, date, url }: ReadPost): string[] {
  const { id, aliases } = identify({ url });
  return [id, ...aliases, ...(date === undefined ? [] : [postName(title, date)])].filter((name) => name !== '');
}

function outcomeOf({ id, url, title, date, feed }: ArchiveRecord, file: string, reason: ReasonOf<'unchanged'>): Outcome {
  return { status: 'unchanged', reason, id, url, file, title, ...(date !== undefined && { date }), feed };
}
