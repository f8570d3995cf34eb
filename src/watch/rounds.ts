import { stopIfInterrupted } from '../interrupt.js';
import type { Clock } from './clock.js';

/** Milliseconds between two looks at the clocks: so long a round may be late after the machine has slept. */
const LOOK = 10_000;

export interface Rhythm {
  /** Milliseconds between the starts of two rounds. */
  every: number;
  clock: Clock;
  signal: AbortSignal;
}

/**
 * Does the same again and again until the signal comes; a round that takes longer than the interval is followed by the
 * next one at once.
 * @throws NewsScrapeError `interrupted`, and what `round` throws
 */
export async function repeat(round: () => Promise<void>, { every, clock, signal }: Rhythm): Promise<never> {
  for (;;) {
    stopIfInterrupted(signal);
    const [wall, steady] = [clock.wall(), clock.steady()];
    await round();
    // Whichever clock says so: one stands still while the machine sleeps, the other may be set back by years.
    const left = (): number => every - Math.max(clock.wall() - wall, clock.steady() - steady);
    while (left() > 0 && !signal.aborted) await clock.sleep(Math.min(left(), LOOK), signal);
  }
}
