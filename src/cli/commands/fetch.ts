import type { ExitCode } from '../exit-codes.js';
import { chooseFrom } from '../choose-from.js';
import type { Io } from '../io.js';
import type { Flags } from '../options/flags.js';
import { runChosen } from '../run-chosen.js';

/** `news-scrape fetch`: every new article of the feeds as a post. */
export async function fetchCommand(names: readonly string[], flags: Flags, io: Io): Promise<ExitCode> {
  return runChosen({ command: 'fetch', ...(await chooseFrom(names, flags, io)) }, io);
}
