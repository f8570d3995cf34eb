import type { Clock } from './clock.js';

/**
 * Milliseconds since the start by whichever clock has gone further: one stands still while the machine sleeps, the other
 * may be set back by years.
 */
export class Elapsed {
  private total = 0;
  private wall: number;
  private steady: number;

  constructor(private readonly clock: Clock) {
    [this.wall, this.steady] = [clock.wall(), clock.steady()];
  }

  now(): number {
    const [wall, steady] = [this.clock.wall(), this.clock.steady()];
    this.total += Math.max(0, wall - this.wall, steady - this.steady);
    [this.wall, this.steady] = [wall, steady];
    return this.total;
  }
}
