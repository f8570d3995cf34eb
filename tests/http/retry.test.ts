import { afterEach, describe, expect, it } from 'vitest';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { NewsScrapeError } from '../../src/errors.js';
import { createClient, type ClientOptions } from '../../src/http/client.js';
import { newCost } from '../../src/http/cost.js';
import { parseRetryAfter, retryDelay } from '../../src/http/retry.js';
import type { HttpClient, RequestLog } from '../../src/http/types.js';
import { startServer, type TestServer } from '../support/server.js';

describe('the time before another attempt', () => {
  it('doubles from half a second to half a minute, and is never less than half of that', () => {
    expect([1, 2, 3, 7, 50].map((attempt) => retryDelay(attempt, {}, 1))).toEqual([500, 1000, 2000, 30_000, 30_000]);
    expect([1, 2, 3].map((attempt) => retryDelay(attempt, {}, 0))).toEqual([250, 500, 1000]);
  });

  it('is what the server asks for where that is longer, and there is none beyond a minute', () => {
    expect(retryDelay(1, { retryAfter: 60_000 }, 0)).toBe(60_000);
    expect(retryDelay(3, { retryAfter: 1 }, 1)).toBe(2000);
    expect(retryDelay(1, { retryAfter: 60_001 }, 0)).toBeUndefined();
  });
});

describe('Retry-After', () => {
  const now = new Date('2026-11-24T12:00:00Z');
  it.each([
    ['120', '2026-11-24T12:02:00.000Z'],
    [' 0 ', '2026-11-24T12:00:00.000Z'],
    ['Tue, 24 Nov 2026 13:00:00 GMT', '2026-11-24T13:00:00.000Z'],
    ['Tuesday, 24-Nov-26 13:00:00 GMT', '2026-11-24T13:00:00.000Z'],
    ['', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['99999999999999999999', undefined],
    ['tomorrow', undefined],
    ['2026', '2026-11-24T12:33:46.000Z'],
  ])('%j means %s', (header, instant) => expect(parseRetryAfter(header, now)?.toISOString()).toBe(instant));
});

describe('a client whose server fails', () => {
  let server: TestServer;
  let client: HttpClient;
  let log: RequestLog[];
  afterEach(async () => {
    await client.close();
    await server.close();
  });

  /** The answers in order; the last one stays. */
  async function serve(answers: readonly ((response: ServerResponse, request: IncomingMessage) => unknown)[], options: ClientOptions = {}): Promise<void> {
    let count = 0;
    log = [];
    server = await startServer((request, response) => {
      answers[Math.min(count, answers.length - 1)]?.(response, request);
      count += 1;
    });
    client = createClient({ allowPrivate: true, ignoreRobots: true, ...options, log: (entry) => log.push(entry) });
  }
  const status = (code: number, headers: Record<string, string> = {}) => (response: ServerResponse) => response.writeHead(code, headers).end('no');
  const fine = (response: ServerResponse): unknown => response.end('fine');
  const get = async (path = '/'): Promise<string> => (await client.get(server.origin + path, { kind: 'page' })).body.toString();
  const failure = (): Promise<NewsScrapeError> => get().then(() => expect.fail('no error'), (error: unknown) => error as NewsScrapeError);
  const gzipped = gzipSync('x'.repeat(10_000));

  it.each([408, 425, 429, 500, 502, 503, 504])('tries again after HTTP %d', async (code) => {
    await serve([status(code), fine]);
    expect(await get()).toBe('fine');
    expect(log.map((entry) => [entry.attempt, entry.status])).toEqual([[1, code], [2, 200]]);
  });

  it.each([400, 401, 403, 404, 406, 410, 451, 501, 505])('does not after HTTP %d', async (code) => {
    await serve([status(code), fine]);
    expect(await failure()).toMatchObject({ code: 'http_status', params: { status: code } });
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['that is reset before the answer', (response: ServerResponse) => response.socket?.resetAndDestroy()],
    ['that is closed before the answer', (response: ServerResponse) => response.socket?.end()],
    ['that is closed in the headers', (response: ServerResponse) => response.socket?.end('HTTP/1.1 200 OK\r\nContent-Le')],
    ['whose body is shorter than announced', (response: ServerResponse) => response.socket?.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf')],
    ['whose last chunk is missing', (response: ServerResponse) => response.socket?.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n')],
    ['that is reset in the body', (response: ServerResponse) => void response.writeHead(200, { 'content-length': '100' }).write('half', () => response.socket?.resetAndDestroy())],
    ['whose gzip ends early', (response: ServerResponse) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipped.subarray(0, -20))],
  ])('tries again after an answer %s', async (_name, answer) => {
    await serve([answer, fine]);
    expect(await get()).toBe('fine');
    expect(log.map(({ attempt, error }) => [attempt, error !== undefined])).toEqual([[1, true], [2, false]]);
  });

  it('tries as often as it is told, and counts', async () => {
    await serve([status(503)], { retries: 2 });
    const cost = newCost();
    await expect(client.get(server.origin, { kind: 'page', cost })).rejects.toMatchObject({ code: 'http_status' });
    expect(server.requests).toHaveLength(3);
    expect(cost).toMatchObject({ requests: 3, attempts: 3, bytes: 0 });
    expect(cost.milliseconds).toBeGreaterThan(700);
  });

  it('waits as long as the server asks, for its other pages too', async () => {
    const times: number[] = [];
    await serve([status(429, { 'retry-after': '1' }), (response) => {
      times.push(performance.now());
      fine(response);
    }]);
    const start = performance.now();
    await Promise.all([get('/1'), get('/2').then(() => get('/3'))]);
    expect(times.at(0)).toBeGreaterThan(start);
    expect(times.at(-1)).toBeGreaterThan(start + 900);
  });

  it('leaves a server alone that asks for an hour, and says until when', async () => {
    await serve([status(503, { 'retry-after': '3600' })]);
    const error = await failure();
    const until = /until (\S+Z)/.exec(error.message)?.[1] ?? '';
    expect(Date.parse(until) - Date.now()).toBeGreaterThan(3_500_000);
    expect((await failure()).message).toContain(until);
    expect(server.requests).toHaveLength(1);
  });

  it('leaves a server alone that puts it off five times in a row, and asks no more', async () => {
    await serve([status(503, { 'retry-after': '0' })], { retries: 2 });
    const start = performance.now();
    for (let page = 0; page < 12; page += 1) expect(await failure()).toMatchObject({ code: 'http_status', params: { status: 503 } });
    expect(server.requests).toHaveLength(5);
    // Nobody waits for what is settled.
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('goes on with a server that puts it off and answers in between', async () => {
    const putOff = status(429, { 'retry-after': '0' });
    await serve([putOff, putOff, putOff, putOff, fine, putOff, putOff, putOff, putOff, fine], { retries: 4 });
    expect(await get()).toBe('fine');
    expect(await get()).toBe('fine');
  });

  it('ends all attempts with the deadline', async () => {
    await serve([status(503)], { timeout: 600, retries: 10 });
    const start = performance.now();
    await failure();
    expect(performance.now() - start).toBeLessThan(5000);
    expect(server.requests.length).toBeLessThan(4);
  });

  it('ends a body that trickles with the deadline', async () => {
    await serve([(response) => {
      const timer = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(timer));
    }], { timeout: 500 });
    expect(await failure()).toMatchObject({ code: 'timeout', params: { seconds: 0.5 } });
    expect(server.requests).toHaveLength(1);
  });

  it('gives the pages of one article one time limit between them', async () => {
    await serve([(response) => setTimeout(() => fine(response), 300)], { timeout: 1000, retries: 0 });
    const cost = newCost();
    const pages: string[] = [];
    for (let page = 0; page < 6; page += 1) pages.push(await client.get(server.origin, { kind: 'page', cost }).then(() => 'came', (error: unknown) => (error as NewsScrapeError).code));
    expect(pages).toEqual(['came', 'came', 'came', 'timeout', 'timeout', 'timeout']);
    expect(log.map(({ attempt }) => attempt)).toEqual(Array(log.length).fill(1));
  });
});
