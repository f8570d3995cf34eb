import { openOutputFolder } from '../archive/output-folder.js';
import { openPreviewStore } from '../archive/preview-store.js';
import type { ArticleStore } from '../archive/store.js';
import type { RunOptions } from '../articles/run.js';
import type { NewsScrapeError } from '../errors.js';
import { resolveFeed } from '../feeds/resolve.js';
import type { FeedSource } from '../feeds/types.js';
import { stopIfInterrupted } from '../interrupt.js';
import type { Outcome } from '../outcome.js';
import { DEFAULT_FORM, namingFor, type PostForm } from '../post/form.js';
import { runFeeds, type RunEvent } from '../run.js';
import { openNetwork, type NetworkOptions } from './network.js';

export interface FetchFeedsOptions extends Pick<RunOptions, 'limit' | 'since' | 'rules' | 'concurrency'> {
  /** Where posts and their archive are; made if it is not there. */
  folder: string;
  /** True: nothing is written, and outcomes tell what would be. */
  dryRun?: boolean | undefined;
  /** Without it posts are those for Hexo. Pictures that are downloaded stand in `images` in the folder. */
  form?: PostForm | undefined;
  /** How hosts are asked. */
  network?: NetworkOptions | undefined;
  /** Ends the fetch with `interrupted` once what is being written is complete. */
  signal?: AbortSignal | undefined;
}

/** What became of one article, or of a whole feed. */
export type FetchEvent = ArticleEnded | FeedEnded;

export interface ArticleEnded {
  type: 'article';
  /** Its `file` is the name of the post in the folder. */
  outcome: Outcome;
  /** The whole post of an article that was written or updated: front matter and body. */
  document?: string | undefined;
}

/** After the last article of a feed. */
export interface FeedEnded {
  type: 'feed';
  /** Id of the feed, as in the outcomes of its articles. */
  feed: string;
  /**
   * `unchanged`: its server says that nothing has changed since the last fetch; `rests`: it was not asked, because its server
   * wanted to be left alone for longer (Retry-After).
   */
  status: 'read' | 'unchanged' | 'rests' | 'failed';
  /** Why it could not be read, or not to its end. */
  error?: NewsScrapeError | undefined;
}

/**
 * Fetches feeds side by side and puts every new article into a folder as a post, as `news-scrape fetch` does: yields each
 * article as soon as it has ended, of each feed the oldest first. A bad article or feed does not end the others. Nothing begins
 * before the first step. Leaving the loop ends what is under way and gives the folder free; the next fetch goes on from
 * there.
 *
 * Prints nothing, listens to no signal of the process and never ends it.
 * @param feeds as `resolveFeed` takes them, or what that gave
 * @throws NewsScrapeError what `resolveFeed` throws; `output_locked` while another fetch holds the folder,
 *   `output_unwritable`, `output_lock_lost`; `archive_corrupt`, `archive_newer`, `archive_unreadable`, `archive_changed`;
 *   `interrupted`
 */
export async function* fetchFeeds(feeds: readonly (string | FeedSource)[], options: FetchFeedsOptions): AsyncGenerator<FetchEvent, void, undefined> {
  const { folder, dryRun = false, network, form = DEFAULT_FORM, ...rest } = options;
  const sources = feeds.map((feed) => (typeof feed === 'string' ? resolveFeed(feed) : feed));
  const named = [...new Map(sources.map((source) => [source.id, source])).values()];
  stopIfInterrupted(rest.signal);
  const { sourcesOf, close } = await openNetwork(named, network, rest.signal);
  try {
    const store = await openFolder(folder, { dryRun, form, signal: rest.signal });
    try {
      const run = { ...rest, form: { pictures: AMONG_POSTS, ...form } };
      const ways = new Map(named.map((source) => [source.id, { sources: sourcesOf(source), options: run }]));
      yield* told(runFeeds(named, store, sourcesOf(NOWHERE), run, ways));
    } finally {
      await store.close();
    }
  } finally {
    await close();
  }
}

/** Every feed has a way of its own. */
const NOWHERE = { kind: 'http', location: '' } as const;
const AMONG_POSTS = { inText: 'images', inFrontMatter: 'images' };

function openFolder(folder: string, { dryRun, form, signal }: { dryRun: boolean; form: PostForm; signal: AbortSignal | undefined }): Promise<ArticleStore> {
  const naming = namingFor(form.profile);
  return dryRun ? openPreviewStore(folder, naming) : openOutputFolder(folder, naming, { signal });
}

async function* told(events: AsyncGenerator<RunEvent>): AsyncGenerator<FetchEvent> {
  for await (const event of events) {
    if (event.type === 'article') yield { type: 'article', outcome: event.outcome, ...(event.document !== undefined && { document: event.document }) };
    else if (event.type === 'feed-failed') yield { type: 'feed', feed: event.feed, status: 'failed', error: event.error };
    else if (event.type === 'feed-rests' && event.isLeftOut) yield { type: 'feed', feed: event.feed, status: 'rests' };
    else if (event.type === 'feed-done' && event.status !== 'refreshed') yield { type: 'feed', feed: event.feed, status: event.status };
  }
}
