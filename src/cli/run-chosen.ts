import { join } from 'node:path';
import { thenAlways } from '../always.js';
import type { RunOptions, Way } from '../articles/run.js';
import type { SiteRule } from '../article/rules/rule.js';
import { NewsScrapeError } from '../errors.js';
import { en } from '../messages/en.js';
import { runFeeds, type RunEvent } from '../run.js';
import { sideBySide } from '../side-by-side.js';
import type { Choice, ChosenFeed } from './chosen-feeds.js';
import type { ExitCode } from './exit-codes.js';
import { settleFolders, withStores, type OpenFolder, type SettledFeed } from './folders.js';
import type { Io } from './io.js';
import type { FetchOptions } from './options/fetch.js';
import { checkImageOptions, openShrink } from './options/images.js';
import { withReport } from './report.js';
import { openWorld } from './world.js';

/** A run of feeds that were chosen, under the name of its command. */
export interface ChosenRun extends Choice {
  command: string;
  /** The user's own rules for pages. */
  rules: readonly SiteRule[];
}

/**
 * Fetches feeds, each with its own options, in one run: one archive and lock for each folder of posts, one report, one
 * exit code.
 * @throws NewsScrapeError all that ends a run
 */
export async function runChosen({ command, rules, feeds, run: { options } }: ChosenRun, io: Io): Promise<ExitCode> {
  checkRun(feeds, options);
  const folders = await settleFolders(feeds, options, io);
  const out = en.telling.folders(folders.map(([{ folder }]) => folder));
  const reporting = { ...options, out, hasSeveralFeeds: feeds.length > 1, pathOf: (file: string) => file };
  return withReport(io, reporting, { command, feeds: feeds.map(({ source }) => source.id), options }, async (report) => {
    const ended = new AbortController();
    const signal = AbortSignal.any([io.signal, ended.signal]);
    const { sourcesFor, close } = await openWorld(feeds, { options, log: report.logRequest, signal }, io);
    const common = { rules, signal, concurrency: options.concurrency, tolerate: options.quiet ? options.tolerate : undefined };
    const wayOf = async (feed: SettledFeed): Promise<Way> => ({ sources: await sourcesFor(feed), options: { ...ownOptions(feed), ...common, shrink: await openShrink(feed.options) } });
    await thenAlways(() => withStores(folders, options, io, async (opened) => {
      const runs = await Promise.all(opened.map((folder) => startFolder(folder, wayOf)));
      await report.tellAll(sideBySide(runs, runs.length, () => ended.abort()));
    }), close);
  });
}

function checkRun(feeds: readonly ChosenFeed[], { quiet, verbose, stdout, json }: FetchOptions): void {
  if (quiet && verbose) throw new NewsScrapeError('usage', { detail: en.cli.quietAndVerbose });
  if (stdout && json) throw new NewsScrapeError('usage', { detail: en.cli.stdoutAndJson });
  for (const feed of feeds) checkImageOptions(feed.options, !stdout);
  if (feeds.length > 1 && feeds.some(({ source }) => source.kind === 'demo')) throw new NewsScrapeError('usage', { detail: en.cli.demoAlone });
}

/** What a feed may have of its own. */
function ownOptions({ form, options: { limit, since, update, fastPath } }: SettledFeed): RunOptions {
  return { form, limit, since, fastPath, again: update ? { take: 'changed', force: false } : undefined };
}

async function startFolder({ feeds, store }: OpenFolder, wayOf: (feed: SettledFeed) => Promise<Way>): Promise<AsyncGenerator<RunEvent>> {
  const [first] = feeds;
  const ways = new Map<string, Way>();
  for (const feed of feeds) ways.set(feed.source.id, await wayOf(feed));
  const { sources, options } = await wayOf(first);
  return withPaths(runFeeds(feeds.map(({ source }) => source), store, sources, options, ways), first.folder);
}

/** Events whose files have the path that the user would type. */
async function* withPaths(events: AsyncIterable<RunEvent>, folder: string): AsyncGenerator<RunEvent> {
  for await (const event of events) {
    const file = event.type === 'article' ? event.outcome.file : undefined;
    yield event.type === 'article' && file !== undefined ? { ...event, outcome: { ...event.outcome, file: join(folder, file) } } : event;
  }
}
