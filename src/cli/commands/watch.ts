import { NewsScrapeError } from '../../errors.js';
import { stopIfInterrupted } from '../../interrupt.js';
import { messages } from '../../messages/messages.js';
import { realClock, type Clock } from '../../watch/clock.js';
import { Rests } from '../../watch/rests.js';
import { repeat } from '../../watch/rounds.js';
import { configOptionsOf } from '../choose-from.js';
import { EXIT, exitCodeFor, type ExitCode } from '../exit-codes.js';
import { describeFailure } from '../failure.js';
import { OutputClosed, type Io } from '../io.js';
import type { EveryOptions } from '../options/every.js';
import type { Flags } from '../options/flags.js';
import { SteadyConfig } from '../steady-config.js';
import { fetchCommand } from './fetch.js';

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
  const config = new SteadyConfig(() => configOptionsOf(flags, io), io);
  const rests = new Rests(clock);
  const round = async (): Promise<void> => {
    const seen = await config.next();
    try {
      await fetchCommand(names, flags, seen, rests);
    } catch (error) {
      stopIfInterrupted(io.signal);
      if (error instanceof OutputClosed || !PASSING.includes(exitCodeFor(error))) throw error;
      for (const line of describeFailure(error, { stack: false })) io.terminal.line(line);
    }
  };
  return repeat(round, { every, clock, signal: io.signal });
}
