import { setTimeout as sleep } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';
import { NewsScrapeError, isNewsScrapeError } from '../errors.js';
import { LIMITS } from './limits.js';
import { LONGEST_WAIT } from './retry.js';

/** How a host is treated. */
export interface Manners {
  /** Requests at once; default 4. */
  concurrency?: number | undefined;
  /** Milliseconds between the starts of two requests; default 200. */
  delay?: number | undefined;
}

interface Host {
  limit: LimitFunction;
  delay: number;
  /** When the next request may start, by the clock that nobody sets. */
  nextStart: number;
  /** Answers in a row with a Retry-After. */
  putOff: number;
  /** What the host said when it wanted to be left alone for longer than a run waits, or time and again. */
  refusal?: NewsScrapeError<'http_status'>;
}

/** Put off so often in a row, by one wait that a run has time for after the other, we leave a host alone. */
const MOST_PUT_OFF = 5;

/** Lets requests to one host start one after another, at an interval, and a few at once. */
export class Hosts {
  private readonly hosts = new Map<string, Host>();

  constructor(private readonly manners: Manners) {}

  /**
   * Does `task` when it is its turn at the host of `url`.
   * @throws NewsScrapeError `http_status` at once, while the host wants to be left alone; the signal's reason
   */
  take<T>(url: URL, signal: AbortSignal, task: () => Promise<T>): Promise<T> {
    const host = this.hostOf(url);
    return host.limit(async () => {
      signal.throwIfAborted();
      if (host.refusal) throw new NewsScrapeError('http_status', { ...host.refusal.params, url: url.href }, { cause: host.refusal });
      await waitForTurn(host, signal);
      try {
        const result = await task();
        host.putOff = 0;
        return result;
      } catch (error) {
        heed(host, error);
        throw error;
      }
    });
  }

  /** Makes the interval at least so many milliseconds. */
  slowDown(url: URL, delay: number): void {
    const host = this.hostOf(url);
    host.delay = Math.max(host.delay, delay);
  }

  private hostOf(url: URL): Host {
    const known = this.hosts.get(url.host);
    if (known) return known;
    const { concurrency = LIMITS.concurrency, delay = LIMITS.delay } = this.manners;
    const host = { limit: pLimit(concurrency), delay: isLoopback(url.hostname) ? 0 : delay, nextStart: 0, putOff: 0 };
    this.hosts.set(url.host, host);
    return host;
  }
}

/** Nobody but the user waits for a machine of the user's own. */
const isLoopback = (hostname: string): boolean => /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);

async function waitForTurn(host: Host, signal: AbortSignal): Promise<void> {
  for (let wait = host.nextStart - performance.now(); wait > 0; wait = host.nextStart - performance.now()) {
    await sleep(wait, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
  host.nextStart = performance.now() + host.delay;
}

/** A Retry-After is meant for all that we ask of the host. */
function heed(host: Host, error: unknown): void {
  if (!isNewsScrapeError(error, 'http_status') || error.params.retryAt === undefined) return;
  const wait = Date.parse(error.params.retryAt) - Date.now();
  host.putOff += 1;
  if (wait > LONGEST_WAIT || host.putOff >= MOST_PUT_OFF) host.refusal = error;
  else host.nextStart = Math.max(host.nextStart, performance.now() + wait);
}
