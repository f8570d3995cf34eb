import { setMaxListeners } from 'node:events';

/**
 * A time limit that stands still while something else than the fetch itself is waited for, such as its turn at a host.
 * `signal` is aborted when the time is up or when `outer` is.
 */
export class Deadline {
  private readonly controller = new AbortController();
  private readonly onOuter: () => void;
  private elapsed = 0;

  /** @param expired makes the reason with which the signal is aborted */
  constructor(
    private readonly milliseconds: number,
    private readonly expired: () => Error,
    private readonly outer?: AbortSignal,
  ) {
    this.onOuter = () => this.controller.abort(outer?.reason);
    // One for each fetch under way.
    if (outer) setMaxListeners(0, outer);
    outer?.addEventListener('abort', this.onOuter, { once: true });
    if (outer?.aborted) this.onOuter();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Milliseconds used up so far. */
  get spent(): number {
    return this.elapsed;
  }

  /** Milliseconds that are left. */
  get left(): number {
    return this.milliseconds - this.elapsed;
  }

  /** Lets the clock run while `work` does. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const timer = setTimeout(() => this.controller.abort(this.expired()), Math.max(0, this.left));
    try {
      return await work();
    } finally {
      clearTimeout(timer);
      this.elapsed += performance.now() - start;
    }
  }

  /** Lets go of `outer`, which outlives many fetches. */
  dispose(): void {
    this.outer?.removeEventListener('abort', this.onOuter);
  }
}
