import { request, type Dispatcher } from 'undici';
import { NewsScrapeError } from '../errors.js';
import { orAborted } from '../interrupt.js';
import type { Validators } from '../validators.js';
import { readBody, type Size } from './body.js';
import { describeCause } from './cause.js';
import { freshFor } from './freshness.js';
import { LIMITS } from './limits.js';
import { parseRetryAfter } from './retry.js';
import type { GetOptions } from './types.js';

/** What is asked of one address. */
export interface Question {
  url: string;
  headers: Readonly<Record<string, string>>;
  /** What is known of this very address from earlier. */
  known?: Pick<Validators, 'etag' | 'lastModified'> | undefined;
  /** Largest body, in bytes after decompression. */
  maxBytes: number;
  /** A larger body is cut off there instead of failing. */
  mayBeCut: boolean;
  signal: AbortSignal;
  keep?: GetOptions['keep'];
}

/** One answer, of which a body has been read whole. */
export type Answer =
  | { type: 'body'; contentType: string; body: Buffer; etag: string; lastModified: string }
  /** `isLasting`: for good, as 301 and 308 say (RFC 9110, 15.4). */
  | { type: 'redirect'; location: string; isLasting: boolean }
  | { type: 'unchanged' };

/** What is seen of an exchange, whether it succeeds or fails. */
export interface Trace extends Size {
  status?: number;
  /** Milliseconds for which the answer says that it holds. */
  freshFor?: number;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const LASTING = new Set([301, 308]);
/** Successes without the page, or with a part of it that nobody asked for (RFC 9110, 15.3). */
const NOT_WHOLE = new Set([204, 205, 206]);

/**
 * Sends one request and takes its answer whole. Every body is read or given up, so that no connection is left behind.
 * @throws NewsScrapeError `network`, `timeout`, `http_status`, `too_large`
 */
export async function exchange(dispatcher: Dispatcher, question: Question, trace: Trace): Promise<Answer> {
  const { url, known, signal } = question;
  const headers = { ...question.headers, ...conditions(known) };
  try {
    const { headersTimeout, bodyTimeout } = LIMITS;
    // Undici heeds a signal only once it has a connection.
    const response = await orAborted(signal, request(url, { dispatcher, headers, signal, headersTimeout, bodyTimeout }));
    trace.status = response.statusCode;
    trace.freshFor = freshFor([response.headers['cache-control'] ?? ''].flat().join(), [response.headers.age ?? ''].flat().join());
    return await readAnswer(response, question, trace);
  } catch (error) {
    throw describeCause(url, signal.aborted ? signal.reason : error);
  }
}

async function readAnswer(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  { url, known, maxBytes, mayBeCut, signal, keep }: Question,
  trace: Trace,
): Promise<Answer> {
  const header = (name: string): string => [headers[name] ?? ''].flat()[0] ?? '';
  const isRedirect = REDIRECTS.has(statusCode) && header('location') !== '';
  const isUnchanged = statusCode === 304 && known !== undefined;
  const read = (): Promise<Buffer> => readBody(body, header('content-encoding'), { url, maxBytes, mayBeCut, size: trace });
  const answer = { url, status: statusCode, contentType: header('content-type') };
  try {
    if (statusCode < 200 || statusCode > 299 || NOT_WHOLE.has(statusCode)) {
      if (keep && !isRedirect && !isUnchanged) await keepFailure(read, (bytes) => keep({ ...answer, body: bytes }));
      else await body.dump({ limit: LIMITS.dumpBytes, signal });
      if (isRedirect) return { type: 'redirect', location: escapeBytes(header('location')), isLasting: LASTING.has(statusCode) };
      if (isUnchanged) return { type: 'unchanged' };
      throw new NewsScrapeError('http_status', { url, status: statusCode, retryAt: parseRetryAfter(header('retry-after'), new Date())?.toISOString() });
    }
    const bytes = await read();
    await keep?.({ ...answer, body: bytes });
    return { type: 'body', contentType: answer.contentType, body: bytes, etag: header('etag'), lastModified: header('last-modified') };
  } finally {
    // One that is given up before it is read has nobody else to tell.
    body.on('error', () => undefined).destroy();
  }
}

/** Some servers send addresses unescaped, in UTF-8 or GBK; each byte is one character here, and browsers escape it. */
const escapeBytes = (location: string): string => location.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);

/** The page of a failure, where it can be had; if not, the failure itself is what there is to report. */
async function keepFailure(read: () => Promise<Buffer>, keep: (body: Buffer) => Promise<void>): Promise<void> {
  let body: Buffer;
  try {
    body = await read();
  } catch {
    return;
  }
  await keep(body);
}

function conditions(known: Question['known']): Record<string, string> {
  return {
    ...(known?.etag !== undefined && { 'if-none-match': known.etag }),
    ...(known?.lastModified !== undefined && { 'if-modified-since': known.lastModified }),
  };
}
