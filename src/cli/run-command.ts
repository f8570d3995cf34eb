import { join } from 'node:path';
import { thenAlways } from '../always.js';
import type { ArticleStore } from '../archive/store.js';
import type { RunOptions } from '../articles/run.js';
import { startDemoSite } from '../demo/server.js';
import { NewsScrapeError } from '../errors.js';
import type { FeedSource } from '../feeds/types.js';
import type { HttpClient, RequestLog } from '../http/types.js';
import { en } from '../messages/en.js';
import type { RunEvent } from '../run.js';
import { createSources, type Sources } from '../sources.js';
import type { ExitCode } from './exit-codes.js';
import type { Io } from './io.js';
import { openNetwork } from './network.js';
import { openConfig } from './open-config.js';
import { openStore } from './open-store.js';
import type { ConfigOptions } from './options/config.js';
import type { HookOptions } from './options/hooks.js';
import { checkImageOptions, openShrink } from './options/images.js';
import type { MannersOptions, NetworkOptions } from './options/network.js';
import type { OutputOptions } from './options/output.js';
import type { NameOptions, PostOptions } from './options/post.js';
import type { ReadingPageOptions } from './options/reading.js';
import { openSaving, type SavingOptions } from './options/saving.js';
import type { TellingOptions } from './options/telling.js';
import type { WaitOptions } from './options/wait.js';
import { withReport } from './report.js';
import { settlePosts } from './settle-posts.js';

/** Options of every command that fetches articles into a folder of posts. */
export type RunCommandOptions = ConfigOptions & PostOptions & NameOptions & OutputOptions & ReadingPageOptions & SavingOptions & NetworkOptions & MannersOptions & TellingOptions & WaitOptions & HookOptions;

/** What a command does with its world: its events are told. */
type Work = (store: ArticleStore, sources: Sources, options: RunOptions) => AsyncIterable<RunEvent>;

/** A command by its name, with the feeds that the user named. */
interface CommandStart {
  command: string;
  feeds: readonly FeedSource[];
}

/** Opens all that a run needs, tells what happens in it, and closes everything again. */
export async function runCommand({ command, feeds }: CommandStart, options: RunCommandOptions, io: Io, work: Work): Promise<ExitCode> {
  if (options.quiet && options.verbose) throw new NewsScrapeError('usage', { detail: en.cli.quietAndVerbose });
  const { rules } = await openConfig(options, io);
  checkImageOptions(options, options.stdout !== true);
  const settled = await settlePosts(options, io);
  const { folder: out, form } = settled;
  const reporting = { ...options, out, hasSeveralFeeds: feeds.length > 1, pathOf: (file: string) => join(out, file) };
  return withReport(io, reporting, { command, feeds: feeds.map(({ id }) => id), options }, async (report) => {
    const { concurrency, fastPath, quiet, tolerate } = options;
    const { readFile, readStdin, now, signal } = io;
    const shrink = await openShrink(options);
    const savePage = await openSaving(options.savePage, io);
    const { client, close } = await openClient(feeds, options, report.logRequest, io);
    await thenAlways(async () => {
      const store = await openStore(settled, options, io);
      const sources = createSources({ client, readFile, readStdin, now, savePage, signal });
      const runOptions = { concurrency, form, rules, fastPath, shrink, tolerate: quiet ? tolerate : undefined, signal };
      await thenAlways(() => report.tellAll(work(store, sources, runOptions)), () => store.close());
    }, close);
  });
}

/** The demo is fetched from a site that this process plays; everything else from the network. */
async function openClient(
  feeds: readonly FeedSource[],
  options: RunCommandOptions,
  log: (entry: RequestLog) => void,
  io: Io,
): Promise<{ client: HttpClient; close: () => Promise<void> }> {
  const site = feeds[0]?.kind === 'demo' ? await startDemoSite() : undefined;
  const client = await openNetwork({ options, named: feeds, log, demoPort: site?.port }, io);
  return { client, close: () => client.close().then(() => site?.close()) };
}
