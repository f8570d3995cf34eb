import { pMapIterable } from 'p-map';
import { identify } from './archive/identity.js';
import type { ArchiveRecord } from './archive/record.js';
import type { ArticleStore } from './archive/store.js';
import { guardPage, readPage } from './article/read-page.js';
import type { Article } from './article/types.js';
import { NewsScrapeError, isNewsScrapeError } from './errors.js';
import { staleSince } from './feeds/freshness.js';
import { loadFeed, type Want } from './feeds/load.js';
import type { FeedSource, ParsedFeed } from './feeds/types.js';
import { makeJobs, oldestDate, settledOutcome, type Job } from './jobs.js';
import type { Outcome } from './outcome.js';
import { composePost, type BodyFormat, type Post } from './post/compose.js';
import { verdictOn } from './reasons.js';
import type { Sources } from './sources.js';

/** What to take from each feed, and in which form. */
export interface RunOptions {
  /** The newest so many articles of each feed. Without it and `since`: 30 in a feed's first run, later all new ones. */
  limit?: number | undefined;
  since?: Date | undefined;
  body: BodyFormat;
  /** Ends the run after the article in hand. */
  signal?: AbortSignal | undefined;
}

/** What a run tells while it goes on. */
export type RunEvent =
  | { type: 'feed'; feed: string; articles: number; firstRun: boolean }
  | { type: 'stale'; feed: string; newest: Date; alternative?: string | undefined }
  | { type: 'feed-failed'; feed: string; error: NewsScrapeError }
  | { type: 'article'; outcome: Outcome; isNew: boolean; document?: string };

type ArticleEvent = Extract<RunEvent, { type: 'article' }>;

interface Context {
  source: FeedSource;
  feed: ParsedFeed;
  store: ArticleStore;
  sources: Sources;
  options: RunOptions;
}

/** An article that is ready to be written. */
interface Draft {
  article: Article;
  post: Post;
}

const FIRST_RUN_LIMIT = 30;
/** Pages fetched at once. */
const CONCURRENCY = 4;

/**
 * Fetches feeds one after another and puts every new article into the store: feed, items, pages, articles, posts,
 * files, archive. One bad article or feed never stops the run.
 * @throws NewsScrapeError `output_unwritable`, `interrupted`
 */
export async function* runFeeds(
  feeds: readonly FeedSource[],
  store: ArticleStore,
  sources: Sources,
  options: RunOptions,
): AsyncGenerator<RunEvent> {
  for (const source of feeds) {
    try {
      yield* runFeed(source, store, sources, options);
    } catch (error) {
      stopIfInterrupted(options.signal);
      if (!isNewsScrapeError(error) || error.code === 'output_unwritable') throw error;
      yield { type: 'feed-failed', feed: source.id, error };
    }
  }
}

async function* runFeed(
  source: FeedSource,
  store: ArticleStore,
  sources: Sources,
  options: RunOptions,
): AsyncGenerator<RunEvent> {
  const { want, firstRun } = wanted(source, store, options);
  const { feed, items } = await loadFeed(source, (location) => sources.feedText(source, location), want);
  const jobs = makeJobs(source, items, store);
  yield { type: 'feed', feed: source.id, articles: jobs.length, firstRun };
  const newest = source.kind === 'demo' ? undefined : staleSince(feed.items, sources.now());
  if (newest) yield { type: 'stale', feed: source.id, newest, alternative: source.alternative };
  yield* runJobs(jobs, { source, feed, store, sources, options });
}

/** Unless told otherwise, a feed's first run takes its newest articles, and later runs all that came since. */
function wanted(source: FeedSource, store: ArticleStore, { limit, since }: RunOptions): { want: Want; firstRun: boolean } {
  if (limit !== undefined || since !== undefined) return { want: { limit, since }, firstRun: false };
  const oldest = oldestDate(source.id, store.records());
  if (oldest === undefined) return { want: { limit: FIRST_RUN_LIMIT }, firstRun: true };
  const isKnown: Want['isKnown'] = (item) => makeJobs(source, [item], store)[0]?.known !== undefined;
  return { want: { since: oldest, isKnown }, firstRun: false };
}

/** Fetches ahead, but writes in the order of the feed, so that the same feed always gives the same names. */
async function* runJobs(jobs: readonly Job[], context: Context): AsyncGenerator<ArticleEvent> {
  const fetched = pMapIterable(jobs, (job) => fetchJob(job, context), { concurrency: CONCURRENCY, backpressure: 2 * CONCURRENCY });
  for await (const { job, result } of fetched) {
    yield 'status' in result ? { type: 'article', outcome: result, isNew: false } : await settle(job, result, context);
    stopIfInterrupted(context.options.signal);
  }
}

async function fetchJob(job: Job, { source, feed, sources, options }: Context): Promise<{ job: Job; result: Outcome | Draft | NewsScrapeError }> {
  const { item, id } = job;
  const settled = settledOutcome(job, source.id);
  if (settled) return { job, result: settled };
  try {
    if (item.url === '') throw new NewsScrapeError('item_no_url', { title: item.title });
    const article = readPage(await sources.page(item.url));
    const origin = { feed, defaults: source.defaults, item };
    const post = guardPage(item.url, () => composePost(article, { id, origin, body: options.body, now: sources.now() }));
    return { job, result: { article, post } };
  } catch (error) {
    stopIfInterrupted(options.signal);
    if (isNewsScrapeError(error)) return { job, result: error };
    throw error;
  }
}

async function settle(job: Job, result: Draft | NewsScrapeError, context: Context): Promise<ArticleEvent> {
  const isNew = job.known === undefined;
  if (result instanceof NewsScrapeError) return { type: 'article', outcome: await noteFailure(job, result, context), isNew };
  const twin = findTwin(job, result.article, context.store);
  if (!twin) return { type: 'article', isNew, ...(await write(job, result, context)) };
  await context.store.remember({ ...twin, aliases: [...new Set([...(twin.aliases ?? []), job.id, ...job.aliases])] });
  const outcome = settledOutcome({ ...job, known: twin }, context.source.id);
  return outcome ? { type: 'article', outcome, isNew } : { type: 'article', isNew, ...(await write(job, result, context)) };
}

/** The record of an article that a page's own address shows to be known under another one. */
function findTwin(job: Job, article: Article, store: ArticleStore): ArchiveRecord | undefined {
  const { id } = identify({ url: article.url });
  // Only a document id is trusted: some sites name one canonical address for all their pages.
  const isDocumentId = id !== '' && !/^https?:/.test(id);
  const twin = isDocumentId && id !== job.id ? store.find(id, []) : undefined;
  return twin?.status === 'written' ? twin : undefined;
}

async function write(job: Job, { article, post }: Draft, { source, store }: Context): Promise<{ outcome: Outcome; document: string }> {
  const date = post.date.toISOString();
  const record = { ...namesOf(job), status: 'written', reason: 'new', url: article.url, title: post.title, feed: source.id, date } as const;
  const { file = post.fileName } = await store.save(record, post.fileName, post.document);
  const outcome: Outcome = { status: 'written', reason: 'new', id: job.id, url: article.url, file, title: post.title, date, feed: source.id };
  return { outcome, document: post.document };
}

async function noteFailure(job: Job, error: NewsScrapeError, { source, store }: Context): Promise<Outcome> {
  const verdict = verdictOn(error);
  if (!verdict) throw error;
  const { url, title, author, categories } = job.item;
  const date = job.item.date?.toISOString();
  const common = { reason: verdict.reason, url, title, feed: source.id, ...(date !== undefined && { date }) };
  if (verdict.status === 'skipped') await store.remember({ ...namesOf(job), status: 'skipped', ...common });
  else {
    const attempts = (job.known?.attempts ?? 0) + 1;
    const item = { ...(author !== undefined && { author }), categories };
    await store.remember({ ...namesOf(job), status: 'failed', ...common, attempts, item });
  }
  return { status: verdict.status, id: job.id, ...common, message: error.message };
}

function namesOf({ id, aliases }: Job): { id: string; aliases?: readonly string[] } {
  return aliases.length > 0 ? { id, aliases } : { id };
}

function stopIfInterrupted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new NewsScrapeError('interrupted', { signal: String(signal.reason) });
}
