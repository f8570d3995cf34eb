import type { Clock } from '../../src/watch/clock.js';

/** Time goes by in sleeping alone. `onSleep` may set the clocks. */
export class FakeClock implements Clock {
  wallTime = 1_795_000_000_000;
  steadyTime = 5000;
  constructor(private readonly onSleep: (clock: FakeClock) => void = () => undefined) {}
  wall = (): number => this.wallTime;
  steady = (): number => this.steadyTime;
  sleep = (milliseconds: number): Promise<void> => {
    this.wallTime += milliseconds;
    this.steadyTime += milliseconds;
    this.onSleep(this);
    return Promise.resolve();
  };
}
