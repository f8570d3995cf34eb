import type { Way } from '../../articles/run.js';
import { refreshArticles } from '../../refresh.js';
import { chooseAnyFrom } from '../choose-from.js';
import type { ExitCode } from '../exit-codes.js';
import type { Io } from '../io.js';
import type { Flags } from '../options/flags.js';
import type { RefreshSelection } from '../options/refresh.js';
import { runChosen } from '../run-chosen.js';

/**
 * `news-scrape refresh`: the articles of the folders once more, from their pages.
 * @param selection of the command line alone: what variables and configuration say of `since` is meant for feeds
 */
export async function refreshCommand({ feed, since, rule, force = false }: RefreshSelection, flags: Flags, io: Io): Promise<ExitCode> {
  const chosen = await chooseAnyFrom(feed === undefined ? [] : [feed], flags, io);
  const filter = { since, rule, feeds: feed === undefined ? undefined : chosen.feeds.map(({ source }) => source.id) };
  const again = ({ sources, options }: Way): Way => ({ sources, options: { ...options, again: { take: 'all', force } } });
  return runChosen({
    command: 'refresh',
    ...chosen,
    isOnFolders: true,
    work: ({ store, way, ways }) => refreshArticles(store, again(way), filter, new Map([...ways].map(([id, own]) => [id, again(own)]))),
  }, io);
}
