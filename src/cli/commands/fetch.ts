import { NewsScrapeError } from '../../errors.js';
import type { FeedSource } from '../../feeds/types.js';
import { en } from '../../messages/en.js';
import { runFeeds } from '../../run.js';
import type { ExitCode } from '../exit-codes.js';
import type { Io } from '../io.js';
import type { FetchOptions } from '../options/fetch.js';
import { resolveArgument } from '../resolve-argument.js';
import { runCommand } from '../run-command.js';

/** `news-scrape fetch`: every new article of the feeds as a post. */
export function fetchCommand(names: readonly string[], options: FetchOptions, io: Io): Promise<ExitCode> {
  const feeds = checkedFeeds(names, options);
  const { limit, since, update } = options;
  const again = update ? ({ take: 'changed', force: false } as const) : undefined;
  return runCommand({ command: 'fetch', feeds }, options, io, (store, sources, common) => runFeeds(feeds, store, sources, { ...common, limit, since, again }));
}

function checkedFeeds(names: readonly string[], options: FetchOptions): FeedSource[] {
  if (options.stdout && options.json) throw new NewsScrapeError('usage', { detail: en.cli.stdoutAndJson });
  const feeds = [...new Map(names.map(resolveArgument).map((feed) => [feed.id, feed])).values()];
  if (feeds.length > 1 && feeds.some((feed) => feed.kind === 'demo')) throw new NewsScrapeError('usage', { detail: en.cli.demoAlone });
  return feeds;
}
