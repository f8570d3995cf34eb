import { join } from 'node:path';
import { thenAlways } from '../../always.js';
import { startDemoSite } from '../../demo/server.js';
import { NewsScrapeError } from '../../errors.js';
import { resolveFeed } from '../../feeds/resolve.js';
import type { FeedSource } from '../../feeds/types.js';
import type { HttpClient, RequestLog } from '../../http/types.js';
import { en } from '../../messages/en.js';
import { runFeeds } from '../../run.js';
import { createSources } from '../../sources.js';
import type { ExitCode } from '../exit-codes.js';
import type { Io } from '../io.js';
import { openConfig } from '../open-config.js';
import { openStore } from '../open-store.js';
import type { ConfigOptions } from '../options/config.js';
import { openNetwork } from '../network.js';
import type { MannersOptions, NetworkOptions } from '../options/network.js';
import type { OutputOptions } from '../options/output.js';
import type { NameOptions, PostOptions } from '../options/post.js';
import type { ReadingPageOptions } from '../options/reading.js';
import { openSaving, type SavingOptions } from '../options/saving.js';
import type { SelectionOptions } from '../options/selection.js';
import type { TellingOptions } from '../options/telling.js';
import type { WaitOptions } from '../options/wait.js';
import { withReport } from '../report.js';
import { settlePosts } from '../settle-posts.js';

export type FetchOptions = ConfigOptions & SelectionOptions & PostOptions & NameOptions & OutputOptions & ReadingPageOptions & SavingOptions & NetworkOptions & MannersOptions & TellingOptions & WaitOptions;

/** `news-scrape fetch`: every new article of the feeds as a post. */
export async function fetchCommand(names: readonly string[], options: FetchOptions, io: Io): Promise<ExitCode> {
  const feeds = checkedFeeds(names, options);
  const { rules } = await openConfig(options, io);
  const { folder: out, naming, form } = await settlePosts(options, io);
  const reporting = { ...options, out, pathOf: (file: string) => join(out, file) };
  return withReport(io, reporting, { command: 'fetch', feeds: feeds.map(({ id }) => id), options }, async (report) => {
    const { limit, since, concurrency, fastPath, quiet, tolerate } = options;
    const { readFile, readStdin, now, signal } = io;
    const savePage = await openSaving(options.savePage, io);
    const { client, close } = await openClient(feeds, options, report.logRequest, io);
    await thenAlways(async () => {
      const store = await openStore(out, naming, options, io);
      const sources = createSources({ client, readFile, readStdin, now, savePage, signal });
      const runOptions = { limit, since, concurrency, form, rules, fastPath, tolerate: quiet ? tolerate : undefined, signal };
      await thenAlways(() => report.tellAll(runFeeds(feeds, store, sources, runOptions)), () => store.close());
    }, close);
  });
}

function checkedFeeds(names: readonly string[], options: FetchOptions): FeedSource[] {
  if (options.stdout && options.json) throw new NewsScrapeError('usage', { detail: en.cli.stdoutAndJson });
  if (options.quiet && options.verbose) throw new NewsScrapeError('usage', { detail: en.cli.quietAndVerbose });
  const feeds = [...new Map(names.map((name) => resolveFeed(name)).map((feed) => [feed.id, feed])).values()];
  if (feeds.length > 1 && feeds.some((feed) => feed.kind === 'demo')) throw new NewsScrapeError('usage', { detail: en.cli.demoAlone });
  return feeds;
}

/** The demo is fetched from a site that this process plays; everything else from the network. */
async function openClient(
  feeds: readonly FeedSource[],
  options: FetchOptions,
  log: (entry: RequestLog) => void,
  io: Io,
): Promise<{ client: HttpClient; close: () => Promise<void> }> {
  const site = feeds[0]?.kind === 'demo' ? await startDemoSite() : undefined;
  const client = await openNetwork({ options, named: feeds, log, demoPort: site?.port }, io);
  return { client, close: () => client.close().then(() => site?.close()) };
}
