import type { FeedMark } from './archive/feed-marks.js';
import type { ArticleStore } from './archive/store.js';
import { runJobs, stopIfInterrupted, type ArticleEvent, type Run, type RunOptions } from './articles.js';
import { isNewsScrapeError, type NewsScrapeError } from './errors.js';
import { staleSince } from './feeds/freshness.js';
import { loadFeed, type Want } from './feeds/load.js';
import type { FeedItem, FeedSource } from './feeds/types.js';
import { FIRST_RUN_LIMIT, makeJobs } from './jobs.js';
import type { Outcome } from './outcome.js';
import type { Sources } from './sources.js';

/** What a run tells while it goes on. */
export type RunEvent =
  | { type: 'feed'; feed: string; articles: number; firstRun: boolean }
  | { type: 'stale'; feed: string; newest: Date; alternative?: string | undefined }
  | { type: 'feed-failed'; feed: string; error: NewsScrapeError }
  | ArticleEvent;

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
  const failed = new Map<string, Outcome>();
  for (const source of feeds) {
    try {
      yield* runFeed(source, { store, sources, options, failed });
    } catch (error) {
      stopIfInterrupted(options.signal);
      if (!isNewsScrapeError(error) || error.code === 'output_unwritable') throw error;
      yield { type: 'feed-failed', feed: source.id, error };
    }
  }
}

async function* runFeed(source: FeedSource, run: Run): AsyncGenerator<RunEvent> {
  const { store, sources, options } = run;
  const isDefault = options.limit === undefined && options.since === undefined;
  const mark = isDefault ? store.markOf(source.id) : undefined;
  const firstRun = isDefault && mark === undefined;
  const want = mark ? wantedSince(mark) : firstRun ? { limit: FIRST_RUN_LIMIT } : options;
  const { feed, items } = await loadFeed(source, (location) => sources.feedText(source, location), want);
  const start = mark?.start ?? oldestDate(items);
  if (firstRun && start !== undefined) await store.setMark({ feed: source.id, start });
  const jobs = makeJobs(source, items, store);
  yield { type: 'feed', feed: source.id, articles: jobs.length, firstRun };
  const newest = source.kind === 'demo' ? undefined : staleSince(feed.items, sources.now());
  if (newest) yield { type: 'stale', feed: source.id, newest, alternative: source.alternative };
  yield* runJobs(jobs, { ...run, source, feed });
  if (isDefault && start !== undefined) await store.setMark({ feed: source.id, start, complete: newestDate(feed.items, sources.now()) ?? start });
}

/**
 * After its first run a feed is read back to where the last complete run began. A run that was stopped, or that took
 * only a part because it was told so, moves no mark, so that nothing between two runs is ever passed over.
 */
function wantedSince({ start, complete }: FeedMark): Want {
  return { since: new Date(start), ...(complete !== undefined && { readUpTo: new Date(complete) }) };
}

const datesOf = (items: readonly FeedItem[]): string[] => items.flatMap(({ date }) => date?.toISOString() ?? []).sort();
const oldestDate = (items: readonly FeedItem[]): string | undefined => datesOf(items)[0];

/** A date in the future is a mistake, and no reason to pass over what comes until then. */
function newestDate(items: readonly FeedItem[], now: Date): string | undefined {
  return datesOf(items).findLast((date) => date <= now.toISOString());
}
