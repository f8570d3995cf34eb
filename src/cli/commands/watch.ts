import type { Config } from '../../config/config.js';
import { NewsScrapeError } from '../../errors.js';
import { stopIfInterrupted } from '../../interrupt.js';
import { messages } from '../../messages/messages.js';
import { realClock, type Clock } from '../../watch/clock.js';
import { repeat } from '../../watch/rounds.js';
import { Timetable } from '../../watch/timetable.js';
import { chooseFeeds } from '../chosen-feeds.js';
import { variablesFor } from '../choose-from.js';
import { EXIT, exitCodeFor, type ExitCode } from '../exit-codes.js';
import { describeFailure } from '../failure.js';
import { OutputClosed, type Io } from '../io.js';
import type { EveryOptions } from '../options/every.js';
import type { Flags } from '../options/flags.js';
import { runChosen } from '../run-chosen.js';
import { SteadyConfig } from '../steady-config.js';
import { fetchInto } from './fetch.js';

export interface WatchOptions extends EveryOptions {
  /** What `fetch` was given on the command line. */
  flags: Flags;
}

/** What may have passed by the next round: another run in the folder, a full disk. */
const PASSING: readonly ExitCode[] = [EXIT.nothingUsable, EXIT.locked, EXIT.output];

/** `news-scrape watch`: `fetch` again and again. Ends with a signal, or with what no further round could mend. */
export function watchCommand(names: readonly string[], { every, flags }: WatchOptions, io: Io, clock: Clock = realClock): Promise<never> {
  if (names.includes('-')) throw new NewsScrapeError('usage', { detail: messages.watch.stdin });
  if (flags.has('catchUp')) throw new NewsScrapeError('usage', { detail: messages.watch.catchUp });
  const variables = variablesFor(io);
  const timetable = new Timetable(every, clock);
  const told = new Set<string>();
  const round = async (config: Config): Promise<void> => {
    const { feeds, run } = chooseFeeds(names, config, { flags, variables, now: io.now });
    const all = feeds.map(({ source }) => source.id);
    const due = timetable.begin(all);
    if (due.length === 0) return;
    const chosen = feeds.filter(({ source }) => due.includes(source.id));
    await goOn(() => runChosen({ command: 'fetch', feeds: chosen, run, rules: config.rules, told, work: (folder) => timetable.follow(fetchInto(folder)) }, io), io);
    timetable.end(due, all);
  };
  const steady = new SteadyConfig({ flags, variables }, io);
  return repeat(() => steady.use(round), { left: () => timetable.left(), clock, signal: io.signal });
}

/** Does a round, and tells of a failure that the next one may not meet. */
async function goOn(run: () => Promise<unknown>, { terminal, signal }: Io): Promise<void> {
  try {
    await run();
  } catch (error) {
    stopIfInterrupted(signal);
    if (error instanceof OutputClosed || !PASSING.includes(exitCodeFor(error))) throw error;
    for (const line of describeFailure(error, { stack: false })) terminal.line(line);
  }
}
