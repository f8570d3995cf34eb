import { setMaxListeners } from 'node:events';
import pLimit from 'p-limit';
import type { ArticleStore } from '../archive/store.js';
import { orAborted } from '../interrupt.js';
import type { Sources } from '../sources.js';
import { Listing } from './listing.js';
import type { Run, Way } from './run.js';

/** The feeds of a run. */
interface RunFeeds {
  /** Ids, in the order of the user. */
  feeds: readonly string[];
  /** Of those that are fetched in a way of their own, by their ids. */
  ways: ReadonlyMap<string, Way>;
}

/** @param way in which all is fetched that has none of its own */
export function openRun(store: ArticleStore, { sources, options }: Way, { feeds, ways }: RunFeeds = { feeds: [], ways: new Map() }): Run {
  const ended = new AbortController();
  // Every fetch on its way listens.
  setMaxListeners(0, ended.signal);
  const oneByOne = pLimit(1);
  const own = new Map<string, Run>();
  const run: Run = {
    store,
    sources: untilAborted(sources, ended.signal),
    options,
    failed: new Map(),
    listing: new Listing(feeds),
    fetches: new Map(),
    as: ({ id }) => own.get(id) ?? run,
    alone: (task) => oneByOne(() => {
      ended.signal.throwIfAborted();
      return task();
    }),
    stop: () => ended.abort(),
  };
  for (const [feed, way] of ways) own.set(feed, { ...run, options: way.options, sources: untilAborted(way.sources, ended.signal) });
  return run;
}

function untilAborted(sources: Sources, signal: AbortSignal): Sources {
  return {
    now: () => sources.now(),
    feedText: (...question) => orAborted(signal, sources.feedText(...question)),
    page: (...question) => orAborted(signal, sources.page(...question)),
    pageIfChanged: (...question) => orAborted(signal, sources.pageIfChanged(...question)),
    picture: (...question) => orAborted(signal, sources.picture(...question)),
  };
}
