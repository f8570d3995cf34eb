import { setMaxListeners } from 'node:events';
import pLimit from 'p-limit';
import type { ArticleStore } from '../archive/store.js';
import { orAborted } from '../interrupt.js';
import type { Sources } from '../sources.js';
import { Listing } from './listing.js';
import type { Run, RunOptions } from './run.js';

/** @param feeds ids of the feeds of the run, in the order of the user */
export function openRun(store: ArticleStore, sources: Sources, options: RunOptions, feeds: readonly string[] = []): Run {
  const ended = new AbortController();
  // Every fetch on its way listens.
  setMaxListeners(0, ended.signal);
  const oneByOne = pLimit(1);
  return {
    store,
    sources: untilAborted(sources, ended.signal),
    options,
    failed: new Map(),
    listing: new Listing(feeds),
    fetches: new Map(),
    alone: (task) => oneByOne(() => {
      ended.signal.throwIfAborted();
      return task();
    }),
    stop: () => ended.abort(),
  };
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
