import { pMapIterable } from 'p-map';
import { identify } from './archive/identity.js';
import type { ArchiveRecord } from './archive/record.js';
import type { ArticleStore } from './archive/store.js';
import { extractContent } from './article/extract.js';
import { guardPage } from './article/read-page.js';
import type { SiteRule } from './article/rules/rule.js';
import type { Article } from './article/types.js';
import { readWholeArticle } from './article/whole-article.js';
import { NewsScrapeError, isNewsScrapeError, type ErrorCode } from './errors.js';
import type { FeedSource, ParsedFeed } from './feeds/types.js';
import { stopIfInterrupted } from './interrupt.js';
import { settledOutcome, type Job } from './jobs.js';
import type { Outcome } from './outcome.js';
import { composePost, type Post } from './post/compose.js';
import type { PostForm } from './post/form.js';
import { verdictOn } from './reasons.js';
import type { Sources } from './sources.js';

/** What to take from each feed, and in which form. */
export interface RunOptions {
  /** The newest so many articles of each feed. Without it and `since`: 30 in a feed's first run, later all new ones. */
  limit?: number | undefined;
  since?: Date | undefined;
  form: PostForm;
  /** The user's own rules for pages. */
  rules?: readonly SiteRule[] | undefined;
  /** Pages fetched at once; default 4. */
  concurrency?: number | undefined;
  /** Ends the run after the article in hand. */
  signal?: AbortSignal | undefined;
}

/** What became of one article. */
export interface ArticleEvent {
  type: 'article';
  outcome: Outcome;
  /** False for an article that an earlier run, or another feed of this one, has met. */
  isNew: boolean;
  /** The finished post of a written article. */
  document?: string;
}

/** What all feeds of a run share. */
export interface Run {
  store: ArticleStore;
  sources: Sources;
  options: RunOptions;
  /** Articles that failed in this run: another feed that lists them does not ask again. */
  failed: Map<string, Outcome>;
}

interface Context extends Run {
  source: FeedSource;
  feed: ParsedFeed;
}

/** An article that is ready to be written. */
interface Draft {
  reason: 'new' | 'feed_text';
  article: Article;
  post: Post;
}

/**
 * Fetches and writes the articles of a feed. It fetches ahead, but writes in the order of the jobs, so that the same feed
 * always gives the same names.
 * @throws NewsScrapeError `output_unwritable`, `interrupted`
 */
export async function* runJobs(jobs: readonly Job[], context: Context): AsyncGenerator<ArticleEvent> {
  const { concurrency = 4 } = context.options;
  const fetched = pMapIterable(jobs, (job) => fetchJob(job, context), { concurrency, backpressure: 2 * concurrency });
  for await (const { job, result } of fetched) {
    yield 'status' in result ? { type: 'article', outcome: result, isNew: false } : await settle(job, result, context);
    stopIfInterrupted(context.options.signal);
  }
}

async function fetchJob(job: Job, context: Context): Promise<{ job: Job; result: Outcome | Draft | NewsScrapeError }> {
  const { source, sources, options, failed } = context;
  const { item, id } = job;
  const failedBefore = failed.get(id);
  const settled = settledOutcome(job, source.id) ?? (failedBefore && { ...failedBefore, feed: source.id });
  if (settled) return { job, result: settled };
  try {
    if (item.url === '') throw new NewsScrapeError('item_no_url', { title: item.title });
    const article = await readWholeArticle(await sources.page(item.url), (url) => sources.page(url), { rules: options.rules });
    return { job, result: draft(job, 'new', article, context) };
  } catch (error) {
    stopIfInterrupted(options.signal);
    if (isNewsScrapeError(error)) return { job, result: draftFromFeed(job, error, context) ?? error };
    throw error;
  }
}

function draft({ item, id }: Job, reason: Draft['reason'], article: Article, { source, feed, sources, options }: Context): Draft {
  const origin = { feed, defaults: source.defaults, item, name: source.id };
  const post = guardPage(item.url, () => composePost(article, { id, origin, form: options.form, now: sources.now() }));
  return { reason, article, post };
}

/** Failures after which the page may still come; the others leave only the text that the feed may carry. */
const PASSING = new Set<ErrorCode>(['network', 'timeout', 'page_blocked', 'page_unreadable']);

function draftFromFeed(job: Job, error: NewsScrapeError, context: Context): Draft | undefined {
  const { contentHtml, url, title } = job.item;
  const mayPass = PASSING.has(error.code) || (isNewsScrapeError(error, 'http_status') && ![404, 410].includes(error.params.status));
  if (contentHtml === undefined || mayPass || verdictOn(error)?.status !== 'failed') return undefined;
  try {
    const article = guardPage(url, () => extractContent(contentHtml, { url, title }));
    return article && draft(job, 'feed_text', article, context);
  } catch {
    // What the page said is what there is to report.
    return undefined;
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
  const twins = documentIds(article).filter((id) => id !== job.id).map((id) => store.find(id, []));
  return twins.find((twin) => twin?.status === 'written');
}

/**
 * Only document ids are trusted of what a page says of itself: some sites name one address for all their pages. Some
 * templates name one id for all theirs, so that of the address comes first.
 */
function documentIds({ url, id }: Article): string[] {
  const ofAddress = identify({ url }).id;
  const best = ofAddress === '' || /^https?:/.test(ofAddress) ? id : ofAddress;
  return best === undefined ? [] : [best];
}

async function write(job: Job, { reason, article, post }: Draft, { source, store }: Context): Promise<{ outcome: Outcome; document: string }> {
  const date = post.date.toISOString();
  // The page may show a document id that the feed does not know.
  const aliases = new Set([...job.aliases, ...documentIds(article)].filter((name) => name !== job.id));
  const names = namesOf({ ...job, aliases: [...aliases] });
  const record = { ...names, status: 'written', reason, url: article.url, title: post.title, feed: source.id, date } as const;
  const { file = post.fileName } = await store.save(record, post.fileName, post.document);
  const outcome: Outcome = { status: 'written', reason, id: job.id, url: article.url, file, title: post.title, date, feed: source.id };
  return { outcome, document: post.document };
}

async function noteFailure(job: Job, error: NewsScrapeError, { source, store, failed }: Context): Promise<Outcome> {
  const verdict = verdictOn(error);
  if (!verdict) throw error;
  const { url, title, author, categories } = job.item;
  const date = job.item.date?.toISOString();
  const common = { reason: verdict.reason, url, title, feed: source.id, ...(date !== undefined && { date }) };
  // What robots.txt forbids it may allow tomorrow.
  if (verdict.status === 'skipped' && verdict.reason !== 'robots') await store.remember({ ...namesOf(job), status: 'skipped', ...common });
  if (verdict.status === 'failed') {
    const attempts = (job.known?.attempts ?? 0) + 1;
    const item = { ...(author !== undefined && { author }), categories };
    await store.remember({ ...namesOf(job), status: 'failed', ...common, attempts, item });
  }
  const outcome: Outcome = { status: verdict.status, id: job.id, ...common, message: error.message };
  failed.set(job.id, outcome);
  return outcome;
}

function namesOf({ id, aliases }: Job): { id: string; aliases?: readonly string[] } {
  return aliases.length > 0 ? { id, aliases } : { id };
}
