import { digestOf } from '../archive/digest.js';
import type { ArchiveRecord } from '../archive/record.js';
import { extractContent } from '../article/extract.js';
import { guardPage } from '../article/read-page.js';
import type { Article } from '../article/types.js';
import { readWholeArticle } from '../article/whole-article.js';
import { NewsScrapeError, isNewsScrapeError, type ErrorCode } from '../errors.js';
import { isHidden } from '../hide.js';
import type { Cost } from '../http/cost.js';
import { stopIfInterrupted } from '../interrupt.js';
import type { Job } from '../jobs.js';
import type { Pictures } from '../pictures/get-pictures.js';
import { composePost, type Post } from '../post/compose.js';
import { verdictOn } from '../reasons.js';
import type { FetchedPage } from '../sources.js';
import type { Validators } from '../validators.js';
import { originOf } from './origin.js';
import { fetchPictures } from './pictures.js';
import type { Run } from './run.js';
import { readWith } from './source-state.js';

/** An article that is ready to be written. */
export interface Draft {
  reason: 'new' | 'feed_text';
  article: Article;
  post: Post;
  /** Those that go with the post, in the folder of this `owner`. */
  pictures: Pictures & { owner: string };
  validators?: Validators | undefined;
}

/** The page is still the one that this article's post was made of. */
export interface Unmodified {
  unmodified: ArchiveRecord;
}

/** What came of fetching an article. */
export type Fetched = Draft | Unmodified | NewsScrapeError;

/**
 * Fetches an article and makes a post of it. Its page may be gone or say nothing: then the full text counts that the feed
 * may carry.
 * @param cost what that took is added to it
 * @throws NewsScrapeError `interrupted`
 */
export async function fetchDraft(job: Job, run: Run, cost: Cost): Promise<Fetched> {
  const { url, title } = job.item;
  try {
    if (url === '') throw new NewsScrapeError('item_no_url', { title });
    if (isHidden(url)) throw new NewsScrapeError('url_hidden', { url });
    const page = await fetchPage(job, run, cost);
    if ('unmodified' in page) return page;
    const morePages: string[] = [];
    const nextPage = (next: string): Promise<FetchedPage> => {
      morePages.push(next);
      return run.sources.page(next, { cost });
    };
    const article = await readWholeArticle(page, nextPage, { rules: run.options.rules, fastPath: run.options.fastPath, seenAt: job.item.date ?? run.sources.now() });
    const pictures = await fetchPictures(article, job.known, run, cost);
    // That the first page has not changed says nothing of the others.
    return { ...compose(job, article, run, pictures), reason: 'new', validators: morePages.length > 0 ? undefined : page.validators };
  } catch (error) {
    stopIfInterrupted(run.options.signal);
    if (!isNewsScrapeError(error)) throw error;
    return (await draftFromFeed(job, error, run, cost)) ?? error;
  }
}

async function fetchPage({ item, known }: Job, { sources, options }: Run, cost: Cost): Promise<FetchedPage | Unmodified> {
  const validators = known?.source?.readWith === readWith(options) ? known.source.validators : undefined;
  if (!known || !validators || options.again?.force) return sources.page(item.url, { cost });
  return (await sources.pageIfChanged(item.url, validators, { cost })) ?? { unmodified: known };
}

/** The post of an article. */
export function compose(job: Job, article: Article, { sources, options }: Run, pictures: Pictures): Pick<Draft, 'article' | 'post' | 'pictures'> {
  const { known } = job;
  const item = hasNewHeadline(job, article) ? { ...job.item, title: article.title } : job.item;
  const now = known?.date === undefined ? sources.now() : new Date(known.date);
  // The identity under which the article has been known longest.
  const owner = known?.id ?? job.id;
  const circumstances = { id: owner, origin: originOf({ ...job, item }), form: options.form, now, pictures: pictures.stored };
  return { article, post: guardPage(item.url, () => composePost(article, circumstances)), pictures: { ...pictures, owner } };
}

/** True for an article that its site has given another title since, where no feed tells how it is called now. */
function hasNewHeadline({ isListed, known }: Job, { title }: Article): boolean {
  const headline = known?.source?.headline;
  return !isListed && known?.rule !== 'feed' && headline !== undefined && headline !== digestOf(title);
}

/** Failures after which the page may still come; the others leave only the text that the feed may carry. */
const PASSING = new Set<ErrorCode>(['network', 'timeout', 'robots_unreachable', 'page_blocked', 'page_unreadable']);

async function draftFromFeed(job: Job, error: NewsScrapeError, run: Run, cost: Cost): Promise<Draft | undefined> {
  const { contentHtml, url, title } = job.item;
  const mayPass = PASSING.has(error.code) || (isNewsScrapeError(error, 'http_status') && ![404, 410].includes(error.params.status));
  if (contentHtml === undefined || mayPass || verdictOn(error)?.status !== 'failed' || isFromPage(job.known)) return undefined;
  try {
    const article = guardPage(url, () => extractContent(contentHtml, { url, title }));
    return article && { ...compose(job, article, run, await fetchPictures(article, job.known, run, cost)), reason: 'feed_text' };
  } catch {
    stopIfInterrupted(run.options.signal);
    // What the page said is what there is to report.
    return undefined;
  }
}

/** A post that was made of a page is better than what the feed carries. */
const isFromPage = (known: ArchiveRecord | undefined): boolean => known?.status === 'written' && known.rule !== 'feed';
