import { NewsScrapeError } from './errors.js';

/** @throws NewsScrapeError `interrupted` once the run shall end */
export function stopIfInterrupted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new NewsScrapeError('interrupted', { signal: String(signal.reason) });
}

/** The same promise, but rejected with the signal's reason as soon as it is aborted. */
export function orAborted<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
