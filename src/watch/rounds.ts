import { stopIfInterrupted } from '../interrupt.js';
import type { Clock } from './clock.js';

/** Milliseconds between two looks at the clocks: so long a round may be late after the machine has slept. */
const LOOK = 10_000;

export interface Rhythm {
  /** Milliseconds to the next round. */
  left: () => number;
  clock: Clock;
  signal: AbortSignal;
}

/**
 * Does the same again and again until the signal comes; a round that takes longer than the time to the next one is
 * followed by that at once.
 * @throws NewsScrapeError `interrupted`, and what `round` throws
 */
export async function repeat(round: () => Promise<void>, { left, clock, signal }: Rhythm): Promise<never> {
  for (;;) {
    stopIfInterrupted(signal);
    await round();
    for (let wait = left(); wait > 0 && !signal.aborted; wait = left()) await clock.sleep(Math.min(wait, LOOK), signal);
  }
}
