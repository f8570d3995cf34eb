import type { FeedSource } from '../../feeds/types.js';
import { runFeeds } from '../../run.js';
import type { Rests } from '../../watch/rests.js';
import { chooseFrom } from '../choose-from.js';
import type { ExitCode } from '../exit-codes.js';
import type { Io } from '../io.js';
import type { Flags } from '../options/flags.js';
import { runChosen, type WorkFolder } from '../run-chosen.js';

/**
 * `news-scrape fetch`: every new article of the feeds as a post.
 * @param rests of earlier runs of the same process: these feeds are left out
 */
export async function fetchCommand(names: readonly string[], flags: Flags, io: Io, rests?: Rests): Promise<ExitCode> {
  const work = ({ feeds, store, ways, way }: WorkFolder): ReturnType<typeof runFeeds> => {
    const run = (due: readonly FeedSource[]): ReturnType<typeof runFeeds> => runFeeds(due, store, way.sources, way.options, ways);
    return rests ? rests.run(feeds, run) : run(feeds);
  };
  return runChosen({ command: 'fetch', ...(await chooseFrom(names, flags, io)), work }, io);
}
