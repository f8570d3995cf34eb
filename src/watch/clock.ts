import { setTimeout as sleep } from 'node:timers/promises';

/** The time as a process that runs for weeks sees it. */
export interface Clock {
  /** Milliseconds since 1970; people and time servers set it back and forth. */
  wall(): number;
  /** Milliseconds that are never set, but on most systems stand still while the machine sleeps. */
  steady(): number;
  /** Ends early with the signal. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const realClock: Clock = {
  wall: () => Date.now(),
  steady: () => performance.now(),
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }).catch(() => undefined),
};
