import { runFeeds } from '../../run.js';
import { chooseFrom } from '../choose-from.js';
import type { ExitCode } from '../exit-codes.js';
import type { Io } from '../io.js';
import type { Flags } from '../options/flags.js';
import { runChosen, type WorkFolder } from '../run-chosen.js';

/** `news-scrape fetch`: every new article of the feeds as a post. */
export async function fetchCommand(names: readonly string[], flags: Flags, io: Io): Promise<ExitCode> {
  return runChosen({ command: 'fetch', ...(await chooseFrom(names, flags, io)), work: fetchInto }, io);
}

/** What `fetch` does in each folder. */
export const fetchInto = ({ feeds, store, ways, way }: WorkFolder): ReturnType<typeof runFeeds> => runFeeds(feeds, store, way.sources, way.options, ways);
