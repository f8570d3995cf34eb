import { refreshArticles } from '../../refresh.js';
import type { ExitCode } from '../exit-codes.js';
import type { Io } from '../io.js';
import type { RefreshSelection } from '../options/refresh.js';
import { resolveArgument } from '../resolve-argument.js';
import { runCommand, type RunCommandOptions } from '../run-command.js';

export type RefreshOptions = RefreshSelection & RunCommandOptions;

/** `news-scrape refresh`: the articles of the folder once more, from their pages. */
export function refreshCommand(options: RefreshOptions, io: Io): Promise<ExitCode> {
  const feeds = options.feed === undefined ? [] : [resolveArgument(options.feed)];
  const { since, rule, force } = options;
  const filter = { since, rule, feed: feeds[0]?.id };
  return runCommand({ command: 'refresh', feeds }, options, io, (store, sources, common) => {
    return refreshArticles(store, sources, { ...common, again: { take: 'all', force: force === true } }, filter);
  });
}
