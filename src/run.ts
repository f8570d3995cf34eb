import type { ArticleStore } from './archive/store.js';
import { runJobs } from './articles.js';
import { catchUp } from './articles/catch-up.js';
import { openRun } from './articles/open-run.js';
import type { ArticleEvent, Run, RunOptions, Way } from './articles/run.js';
import { isNewsScrapeError, type ErrorCode, type NewsScrapeError } from './errors.js';
import { noteFeedFailure, noteFeedSuccess, type FeedFailure, type Outage } from './feed-health.js';
import { noticesOf, type FeedNotice } from './feed-notices.js';
import { noteRest, restOf } from './feed-rest.js';
import { datesOf, markOfComplete, markToBegin, pastDatesOf, planFor, type Plan } from './feed-plan.js';
import { stillAfterOf } from './feeds/freshness.js';
import { loadFeed, type Cut, type LoadedFeed } from './feeds/load.js';
import type { FeedSource, FeedText } from './feeds/types.js';
import { addCost, newCost, type Cost } from './http/cost.js';
import { stopIfInterrupted } from './interrupt.js';
import { makeJobs } from './jobs.js';
import type { Outcome } from './outcome.js';
import { sideBySide } from './side-by-side.js';
import type { FeedOptions, Sources } from './sources.js';

/** What a run tells while it goes on. */
export type RunEvent =
  | { type: 'feed'; feed: string; articles: number; firstRun: boolean }
  | FeedNotice
  | { type: 'cut'; feed: string; cut: Cut }
  | FeedRests
  | FeedDone
  | FeedFailed
  | ArticleEvent;

/** Failures that no feed and no article is to blame for. */
const ENDS_RUN = new Set<ErrorCode>(['output_unwritable', 'output_lock_lost', 'archive_changed', 'archive_unreadable']);

/** A feed that is left alone until then, because it has asked for that. */
export interface FeedRests {
  type: 'feed-rests';
  feed: string;
  until: Date;
  /** True if an earlier run was asked, so that this one leaves the feed out; false if this one was. */
  isLeftOut: boolean;
}

/** After the last article of a feed that could be read. */
interface FeedDone {
  type: 'feed-done';
  feed: string;
  /** `unchanged`: its server says that nothing has changed since the last run; `refreshed`: its articles were read again, not the feed. */
  status: 'read' | 'unchanged' | 'refreshed';
  /** The reported outage that is over now. */
  recovered?: Outage | undefined;
  /** Milliseconds for which the feed asks to be left alone; absent if it was not read or says nothing. */
  ttl?: number | undefined;
  /** Milliseconds for which its server says that the answer holds. */
  freshFor?: number | undefined;
  /** What it took to get the feed itself. */
  cost: Cost;
}

interface FeedFailed extends FeedFailure {
  type: 'feed-failed';
  /** True if only a later page of it could not be read: its articles up to there were taken, and the next run asks for the others. */
  isPartly: boolean;
  feed: string;
  error: NewsScrapeError;
  cost: Cost;
}

/**
 * Feeds at once: more than are likely to hang together, for each of those takes a place; fewer than would use up the files
 * that a process may open, at four requests each. Their hosts have limits of their own.
 */
const FEEDS_AT_ONCE = 128;

/**
 * Fetches feeds side by side and puts every new article into the store: feed, items, pages, articles, posts, files,
 * archive. One bad or slow article or feed never stops the others. The events of each feed come in their order, those of
 * several feeds as they happen.
 * @param ways of feeds that are fetched in another way than the rest, by their ids
 * @throws NewsScrapeError `output_unwritable`, `output_lock_lost`, `archive_changed`, `interrupted`
 */
export async function* runFeeds(
  feeds: readonly FeedSource[],
  store: ArticleStore,
  sources: Sources,
  options: RunOptions,
  ways: ReadonlyMap<string, Way> = new Map(),
): AsyncGenerator<RunEvent> {
  const run = openRun(store, { sources, options }, { feeds: feeds.map(({ id }) => id), ways });
  yield* sideBySide(feeds.map((source) => tryFeed(source, run.as(source))), FEEDS_AT_ONCE, run.stop);
}

async function* tryFeed(source: FeedSource, run: Run): AsyncGenerator<RunEvent> {
  const cost = newCost();
  const until = restOf(source, run.store, run.sources.now());
  if (until) {
    yield { type: 'feed-rests', feed: source.id, until, isLeftOut: true };
    return;
  }
  try {
    yield* runFeed(source, run, cost);
  } catch (error) {
    stopIfInterrupted(run.options.signal);
    if (!isNewsScrapeError(error) || ENDS_RUN.has(error.code)) throw error;
    yield await failureOf(source, { error, isPartly: false, cost }, run);
  }
}

async function failureOf(source: FeedSource, what: Pick<FeedFailed, 'error' | 'isPartly' | 'cost'>, { store, sources, options, alone }: Run): Promise<FeedFailed> {
  const failure = await alone(() => noteFeedFailure(source, store, options.tolerate, sources.now()));
  await alone(() => noteRest(source, store, what.error, sources.now()));
  return { type: 'feed-failed', feed: source.id, ...what, ...failure };
}

async function* runFeed(source: FeedSource, run: Run, cost: Cost): AsyncGenerator<RunEvent> {
  const { store, sources, alone } = run;
  const plan = planFor(source, run);
  let freshFor: number | undefined;
  // The first page speaks for all.
  const onFresh = (milliseconds: number): void => void (freshFor ??= milliseconds);
  const loaded = await loadFeed(source, (location, known) => readFeedPage(source, location, { known, cost, onFresh }, sources), plan.want);
  const gap = loaded?.gap;
  if (loaded && gap) {
    stopIfInterrupted(run.options.signal);
    // Of a feed that is new nobody knows yet how far back it is wanted.
    if (plan.firstRun) throw gap;
    yield* runLoaded(source, loaded, plan, run);
    yield await failureOf(source, { error: gap, isPartly: true, cost }, run);
    return;
  }
  const recovered = await alone(() => noteFeedSuccess(source, store));
  if (loaded) yield* runLoaded(source, loaded, plan, run);
  else {
    yield { type: 'feed', feed: source.id, articles: 0, firstRun: false };
    yield* await noticesOf(source, { dates: [plan.mark?.complete], stillAfter: plan.mark?.stillAfter }, run);
  }
  yield { type: 'feed-done', feed: source.id, status: loaded ? 'read' : 'unchanged', recovered, ttl: loaded?.feed.ttl, freshFor, cost };
}

/** Each page has a time limit of its own: a long way back through a feed is no failure. */
async function readFeedPage(source: FeedSource, location: string, { cost, ...options }: FeedOptions & { cost: Cost }, sources: Sources): Promise<FeedText> {
  const pageCost = newCost();
  try {
    return await sources.feedText(source, location, { ...options, cost: pageCost });
  } finally {
    addCost(cost, pageCost);
  }
}

async function* runLoaded(source: FeedSource, loaded: LoadedFeed, plan: Plan, run: Run): AsyncGenerator<RunEvent> {
  const { store, sources, options, listing, alone } = run;
  const { firstRun, movesMark, mark = markToBegin(source, loaded, run) } = plan;
  if (firstRun) await alone(() => store.setMark(mark));
  const jobs = makeJobs(source, loaded, store, { filter: options.catchUp ? undefined : options.filter, now: sources.now() });
  listing.add(jobs);
  yield { type: 'feed', feed: source.id, articles: jobs.length, firstRun };
  if (loaded.cut) yield { type: 'cut', feed: source.id, cut: loaded.cut };
  let isSettled = true;
  const asked = { forbidden: 0, allowed: 0 };
  for await (const event of options.catchUp ? catchUp(jobs, run) : runJobs(jobs, run)) {
    isSettled &&= isFinal(event.outcome);
    if (event.outcome.reason === 'robots') asked.forbidden += 1;
    else if (event.cost.requests > 0) asked.allowed += 1;
    yield event;
  }
  const stillAfter = stillAfterOf(pastDatesOf(loaded.feed.items, sources.now()));
  const isForbidden = asked.forbidden + asked.allowed > 0 ? asked.allowed === 0 : undefined;
  yield* await noticesOf(source, { dates: datesOf(loaded.feed.items), stillAfter, isForbidden, movedTo: loaded.movedTo }, run);
  if (movesMark && !loaded.gap) await alone(() => store.setMark(markOfComplete(mark, loaded, isSettled, run)));
}

/** False for an article of which the archive does not tell the next run to ask for it again: its feed has to. */
function isFinal({ reason, status, file }: Outcome): boolean {
  return reason !== 'robots' && (file === undefined || (status !== 'failed' && reason !== 'rests' && reason !== 'gone'));
}
