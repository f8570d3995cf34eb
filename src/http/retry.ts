import { setTimeout as sleep } from 'node:timers/promises';
import { isNewsScrapeError, systemCode } from '../errors.js';
import type { Deadline } from './deadline.js';

const FIRST_BACKOFF = 500;
const LONGEST_BACKOFF = 30_000;
/** What a server may ask us to wait for within a run; asked for more, we leave it to a later run. Milliseconds. */
export const LONGEST_WAIT = 60_000;

/** Answers after which the same request may succeed (RFC 9110, RFC 6585, RFC 8470). */
const PASSING_STATUS = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Connections that failed or broke, and bodies that were cut off. A name that does not exist does not come to exist. */
const PASSING_CODES = new Set([
  'EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'Z_BUF_ERROR',
]);

/**
 * Milliseconds before the next attempt: half to all of 0.5, 1, 2, ... up to 30 s, or what the server asks for if that
 * is longer; undefined if the server asks for more than a minute.
 * @param attempt the number of attempts so far, from 1
 * @param answer `retryAfter` is what the server asks for, in milliseconds
 * @param random from 0 to 1
 */
export function retryDelay(attempt: number, { retryAfter = 0 }: { retryAfter?: number }, random: number): number | undefined {
  if (retryAfter > LONGEST_WAIT) return undefined;
  const backoff = Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** (attempt - 1));
  return Math.max(retryAfter, backoff * (0.5 + random / 2));
}

/**
 * The instant that a Retry-After header names, as seconds from `now` or as a date (RFC 9110, 10.2.3); undefined for
 * anything else.
 */
export function parseRetryAfter(header: string, now: Date): Date | undefined {
  const seconds = /^\s*(\d{1,9})\s*$/.exec(header)?.[1];
  if (seconds !== undefined) return new Date(now.getTime() + Number(seconds) * 1000);
  const isHttpDate = /^\s*[A-Z][a-z]{2,8}, .{10,30} GMT\s*$/.test(header);
  const date = new Date(header);
  return isHttpDate && !Number.isNaN(date.getTime()) ? date : undefined;
}

/** True for a failure that may be gone when the same is asked for again. */
export function isPassing(error: unknown): boolean {
  // One with a cause is told again of a host that is left alone.
  if (isNewsScrapeError(error, 'http_status')) return error.cause === undefined && PASSING_STATUS.has(error.params.status);
  return isNewsScrapeError(error, 'network', 'timeout') && PASSING_CODES.has(innermostCode(error) ?? '');
}

/** The `code` of the innermost error of the system or a library in the chain of causes. */
export const innermostCode = (error: unknown): string | undefined => systemCode(innermostError(error));

/** The innermost error in the chain of causes that has a code of the system or a library. */
export function innermostError(error: unknown): Error | undefined {
  let innermost: Error | undefined;
  let current: unknown = error;
  for (let depth = 0; depth < 10 && current instanceof Error; depth += 1) {
    if (!isNewsScrapeError(current) && systemCode(current) !== undefined) innermost = current;
    current = current instanceof AggregateError ? current.errors[0] : current.cause;
  }
  return innermost;
}

/**
 * Tries until an attempt succeeds, fails for good, or has failed `retries` times more than once. All attempts and the
 * time between them are within the deadline.
 * @param attempt is given its number, from 1
 */
export async function withRetries<T>(retries: number, deadline: Deadline, attempt: (number: number) => Promise<T>): Promise<T> {
  for (let number = 1; ; number += 1) {
    try {
      return await attempt(number);
    } catch (error) {
      const delay = number > retries || !isPassing(error) ? undefined : retryDelay(number, { retryAfter: waitAskedFor(error) }, Math.random());
      if (delay === undefined || delay >= deadline.left || deadline.signal.aborted) throw error;
      await deadline.during(() => sleep(delay, undefined, { signal: deadline.signal })).catch(() => deadline.signal.throwIfAborted());
    }
  }
}

function waitAskedFor(error: unknown): number {
  const retryAt = isNewsScrapeError(error, 'http_status') ? error.params.retryAt : undefined;
  return retryAt === undefined ? 0 : Math.max(0, Date.parse(retryAt) - Date.now());
}
