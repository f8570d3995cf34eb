import type { ArchiveRecord } from './archive/record.js';
import type { ArticleStore } from './archive/store.js';
import { runJobs } from './articles.js';
import { sourceOf } from './articles/origin.js';
import { openRun } from './articles/open-run.js';
import type { Way } from './articles/run.js';
import { newCost } from './http/cost.js';
import { jobOf, type Job } from './jobs.js';
import type { RunEvent } from './run.js';

/** Which articles of a folder are meant; all without. */
export interface RefreshFilter {
  /** Nothing older; articles without a date are kept. */
  since?: Date | undefined;
  /** Those that one of these feeds has brought first. */
  feeds?: readonly string[] | undefined;
  /** Those with a post that this rule took out of its page. */
  rule?: string | undefined;
}

/**
 * Fetches articles of a folder again, from their pages and not from their feeds: what is there is read anew, what
 * failed or was given up gets another try. Posts keep their names.
 * @param way with `again` among its options, which says what becomes of posts that a person has edited or deleted
 * @param ways of the articles of feeds that are fetched in another way than the rest, by the ids of the feeds
 * @throws NewsScrapeError `output_unwritable`, `output_lock_lost`, `archive_changed`, `interrupted`
 */
export async function* refreshArticles(
  store: ArticleStore,
  way: Way,
  filter: RefreshFilter,
  ways: ReadonlyMap<string, Way> = new Map(),
): AsyncGenerator<RunEvent> {
  const run = openRun(store, way, { feeds: [], ways });
  for (const [feed, ids] of idsByFeed(store.records(), filter)) {
    yield { type: 'feed', feed, articles: ids.length, firstRun: false };
    yield* runJobs(jobsOf(feed, ids, store), run.as({ id: feed }));
    yield { type: 'feed-done', feed, status: 'refreshed', cost: newCost() };
  }
}

/** Only the ids: the folder may hold a million articles. */
function idsByFeed(records: Iterable<ArchiveRecord>, filter: RefreshFilter): Map<string, string[]> {
  const byFeed = new Map<string, string[]>();
  for (const record of records) {
    if (!isMeant(record, filter)) continue;
    const ids = byFeed.get(record.feed);
    if (ids) ids.push(record.id);
    else byFeed.set(record.feed, [record.id]);
  }
  return byFeed;
}

function isMeant(record: ArchiveRecord, { since, feeds, rule }: RefreshFilter): boolean {
  const isRecent = since === undefined || record.date === undefined || new Date(record.date) >= since;
  return isRecent && !['caught_up', 'too_old'].includes(record.reason) && (feeds === undefined || feeds.includes(record.feed)) && (rule === undefined || record.rule === rule);
}

function* jobsOf(feed: string, ids: readonly string[], store: ArticleStore): Generator<Job> {
  const source = sourceOf(feed);
  for (const id of ids) {
    const known = store.find(id, []);
    if (known) yield jobOf(source, {}, known);
  }
}
