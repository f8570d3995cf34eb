import { NewsScrapeError, deepestCause } from '../errors.js';
import { en } from '../messages/en.js';
import { LIMITS } from './limits.js';

const TIMEOUTS = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);

/** Turns any failure of an exchange into `timeout` or `network`, with the deepest cause in words. */
export function describeCause(url: string, error: unknown): NewsScrapeError {
  const code = causeCode(error);
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new NewsScrapeError('timeout', { url, seconds: LIMITS.deadline / 1000 }, { cause: error });
  }
  if (code !== undefined && TIMEOUTS.has(code)) {
    const limit = code === 'UND_ERR_CONNECT_TIMEOUT' ? LIMITS.connectTimeout : LIMITS.bodyTimeout;
    return new NewsScrapeError('timeout', { url, seconds: limit / 1000 }, { cause: error });
  }
  const words = code === undefined ? undefined : en.causes[code];
  const cause = words === undefined ? deepestCause(error) : `${code ?? ''}: ${words}`;
  return new NewsScrapeError('network', { url, cause }, { cause: error });
}

/** The innermost `code` in the chain of causes. */
function causeCode(error: unknown): string | undefined {
  let code: string | undefined;
  let current: unknown = error;
  for (let depth = 0; depth < 10 && current instanceof Error; depth += 1) {
    if ('code' in current && typeof current.code === 'string') code = current.code;
    current = current instanceof AggregateError ? current.errors[0] : current.cause;
  }
  return code;
}
