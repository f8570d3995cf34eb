import { NewsScrapeError } from './errors.js';

/** @throws NewsScrapeError `interrupted` once the run shall end */
export function stopIfInterrupted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new NewsScrapeError('interrupted', { signal: String(signal.reason) });
}
