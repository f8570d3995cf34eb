import { join } from 'node:path';
import { thenAlways } from '../always.js';
import type { ArticleStore } from '../archive/store.js';
import type { RunOptions, Way } from '../articles/run.js';
import type { SiteRule } from '../article/rules/rule.js';
import { NewsScrapeError } from '../errors.js';
import type { FeedSource } from '../feeds/types.js';
import { messages } from '../messages/messages.js';
import type { RunEvent } from '../run.js';
import { sideBySide } from '../side-by-side.js';
import type { Choice } from './chosen-feeds.js';
import type { ExitCode } from './exit-codes.js';
import { FolderHistory } from './folder-history.js';
import { settleFolders, withStores, type OpenFolder, type SettledPart } from './folders.js';
import type { Io } from './io.js';
import { openStore } from './open-store.js';
import type { FetchOptions } from './options/fetch.js';
import { openFilter } from './options/filter.js';
import { checkImageOptions, openShrink } from './options/images.js';
import { withReport } from './report.js';
import type { PlacedEvent } from './report/tally.js';
import { openWorld, type Part } from './world.js';

/** A run of feeds that were chosen, under the name of its command. */
export interface ChosenRun extends Choice {
  command: string;
  /** The user's own rules for pages. */
  rules: readonly SiteRule[];
  /** What is done in each folder of posts. */
  work: (folder: WorkFolder) => AsyncGenerator<RunEvent>;
  /** True if the articles that the folders hold are the work, whichever feed has brought them. */
  isOnFolders?: boolean;
  /** What earlier runs of the process have said of folders. */
  told?: Set<string>;
}

/** A folder of posts with the feeds of the run that go there. */
export interface WorkFolder {
  store: ArticleStore;
  feeds: readonly FeedSource[];
  /** Of each of these feeds, by its id. */
  ways: ReadonlyMap<string, Way>;
  /** Of all others. */
  way: Way;
}

/**
 * Does a command's work for feeds, each with its own options, in one run: one archive and lock for each folder of posts,
 * one report, one exit code.
 * @throws NewsScrapeError all that ends a run
 */
export async function runChosen({ command, rules, feeds, run: { options }, work, isOnFolders = false, told }: ChosenRun, io: Io): Promise<ExitCode> {
  const parts: readonly Part[] = isOnFolders ? [...feeds, ...othersIn(feeds, options)] : feeds;
  await checkRun(parts, options);
  const folders = await settleFolders(parts, options, io, told);
  const out = messages.telling.folders(folders.map(([{ folder }]) => folder));
  const reporting = { ...options, out, hasSeveralFeeds: feeds.length > 1, pathOf: (file: string) => file };
  return withReport(io, reporting, { command, feeds: feeds.map(({ source }) => source.id), options }, async (report) => {
    const ended = new AbortController();
    const signal = AbortSignal.any([io.signal, ended.signal]);
    const { sourcesFor, close } = await openWorld(parts, { options, log: report.logRequest, signal }, io);
    const common = { rules, signal, concurrency: options.concurrency, tolerate: options.quiet ? options.tolerate : undefined };
    const wayOf = async (part: SettledPart): Promise<Way> => ({ sources: await sourcesFor(part), options: { ...ownOptions(part), ...common, filter: await openFilter(part.options), shrink: await openShrink(part.options) } });
    const open = (part: SettledPart): Promise<ArticleStore> => {
      const named = isOnFolders ? part.folder : part.options.out;
      return openStore(part, { ...options, ...(named !== undefined && { out: named }) }, io);
    };
    await thenAlways(() => withStores(folders, open, async (opened) => {
      const followed = opened.map((folder) => ({ folder, history: new FolderHistory(command, folder.store, io.now()) }));
      const runs = await Promise.all(followed.map(async ({ folder, history }) => inFolder(folder, history.follow(await startFolder(folder, wayOf, work)))));
      await thenAlways(() => report.tellAll(sideBySide(runs, runs.length, () => ended.abort())), async () => {
        for (const { history } of followed) await history.end();
      });
    }), close);
  });
}

/** What the folders of feeds hold of others is done as the run has it; without feeds that is all that its own folder holds. */
function othersIn(feeds: Choice['feeds'], options: FetchOptions): Part[] {
  if (feeds.length === 0) return [{ options }];
  const places = new Map(feeds.map(({ options: { out, profile } }) => [JSON.stringify([out, profile]), { ...(out !== undefined && { out }), ...(profile && { profile }) }]));
  return [...places.values()].map((place) => ({ options: { ...options, ...place } }));
}

async function checkRun(parts: readonly Part[], { quiet, verbose, stdout, json, catchUp }: FetchOptions): Promise<void> {
  if (quiet && verbose) throw new NewsScrapeError('usage', { detail: messages.cli.quietAndVerbose });
  if (stdout && json) throw new NewsScrapeError('usage', { detail: messages.cli.stdoutAndJson });
  if (stdout && catchUp) throw new NewsScrapeError('usage', { detail: messages.cli.stdoutAndCatchUp });
  for (const { options } of parts) {
    checkImageOptions(options, !stdout);
    await openFilter(options);
  }
  const feeds = parts.flatMap(({ source }) => source ?? []);
  if (feeds.length > 1 && feeds.some(({ kind }) => kind === 'demo')) throw new NewsScrapeError('usage', { detail: messages.cli.demoAlone });
}

/** What a part may have of its own. */
function ownOptions({ form, options: { limit, since, catchUp, update, fastPath } }: SettledPart): RunOptions {
  return { form, limit, since, catchUp, fastPath, again: update ? { take: 'changed', force: false } : undefined };
}

async function startFolder({ parts, store }: OpenFolder, wayOf: (part: SettledPart) => Promise<Way>, work: ChosenRun['work']): Promise<AsyncGenerator<RunEvent>> {
  const ways = new Map<string, Way>();
  for (const part of parts) if (part.source) ways.set(part.source.id, await wayOf(part));
  const way = await wayOf(parts.find(({ source }) => source === undefined) ?? parts[0]);
  return withPaths(work({ store, feeds: parts.flatMap(({ source }) => source ?? []), ways, way }), parts[0].folder);
}

/** Events that name the folder from which they come. */
async function* inFolder({ parts }: OpenFolder, events: AsyncIterable<RunEvent>): AsyncGenerator<PlacedEvent> {
  for await (const event of events) yield { ...event, folder: parts[0].folder };
}

/** Events whose files have the path that the user would type. */
async function* withPaths(events: AsyncIterable<RunEvent>, folder: string): AsyncGenerator<RunEvent> {
  for await (const event of events) {
    const file = event.type === 'article' ? event.outcome.file : undefined;
    yield event.type === 'article' && file !== undefined ? { ...event, outcome: { ...event.outcome, file: join(folder, file) } } : event;
  }
}
