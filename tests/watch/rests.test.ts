import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPreviewStore } from '../../src/archive/preview-store.js';
import { resolveFeed } from '../../src/feeds/resolve.js';
import { createClient } from '../../src/http/client.js';
import { freshFor } from '../../src/http/freshness.js';
import { fileNameKey, uniqueFileName } from '../../src/post/file-name.js';
import { DEFAULT_FORM } from '../../src/post/form.js';
import { runFeeds, type RunEvent } from '../../src/run.js';
import { createSources } from '../../src/sources.js';
import { Timetable } from '../../src/watch/timetable.js';
import { emptyFolder } from '../support/cli.js';
import { startServer, type TestServer } from '../support/server.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let dir: string;
let server: TestServer;
/** Headers and `<ttl>` of feeds by their paths, and how often each was asked for. */
let feeds: Record<string, { status?: number; headers?: Record<string, string>; ttl?: string }>;
let asked: Record<string, number>;
let clock: { now: number; clockIsSetBack: number };
let timetable: Timetable;

beforeEach(async () => {
  [dir, feeds, asked, clock] = [emptyFolder(), {}, {}, { now: 1_795_000_000_000, clockIsSetBack: 0 }];
  server = await startServer((request, response) => {
    const { status = 200, headers = {}, ttl } = feeds[request.url ?? ''] ?? { status: 404 };
    if (feeds[request.url ?? '']) asked[request.url ?? ''] = (asked[request.url ?? ''] ?? 0) + 1;
    const isKnown = headers.etag !== undefined && request.headers['if-none-match'] === headers.etag;
    response.writeHead(isKnown ? 304 : status, headers).end(isKnown ? '' : `<rss version="2.0"><channel><title>x</title>${ttl === undefined ? '' : `<ttl>${ttl}</ttl>`}<item><title>a</title></item></channel></rss>`);
  });
  timetable = new Timetable(15 * MINUTE, { wall: () => clock.now - clock.clockIsSetBack, steady: () => clock.now, sleep: () => Promise.resolve() });
});
afterEach(async () => {
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

/** One round over all feeds that are due; those that are to be left alone for longer than the interval. */
async function round(): Promise<string[]> {
  const none = (): Promise<Uint8Array> => Promise.resolve(new Uint8Array());
  // Each round has its own, as in the program: one leaves a host alone that has asked for that.
  const client = createClient({ allowPrivate: true, retries: 0, ignoreRobots: true });
  const sources = createSources({ client, readFile: none, readStdin: none, now: () => new Date(clock.now) });
  const store = await openPreviewStore(dir, { unique: uniqueFileName, key: fileNameKey });
  const all = Object.keys(feeds).map((path) => resolveFeed(`${server.origin}${path}`));
  const due = timetable.begin(all.map(({ id }) => id));
  const events: RunEvent[] = [];
  for await (const event of timetable.follow(runFeeds(all.filter(({ id }) => due.includes(id)), store, sources, { form: DEFAULT_FORM }))) events.push(event);
  timetable.end(due, all.map(({ id }) => id));
  await store.close();
  await client.close();
  return events.flatMap((event) => (event.type === 'feed-rests' ? [new URL(event.feed).pathname] : []));
}
/** Times that each feed was asked in so many quarters of an hour, in which it had its turn whenever it was due. */
async function quarters(count: number): Promise<typeof asked> {
  for (const end = clock.now + count * 15 * MINUTE; clock.now < end; clock.now += Math.ceil(timetable.left())) await round();
  return asked;
}

describe('a feed', () => {
  it('is asked once an interval, or when the time is over that its ttl or Cache-Control asks for', async () => {
    feeds = {
      '/none': {},
      '/same': { ttl: '15' },
      '/ttl': { ttl: ' 60 ' },
      '/age': { headers: { 'cache-control': 'public, max-age=2000' } },
      '/both': { ttl: '30', headers: { 'cache-control': 'max-age=3600' } },
      '/nonsense': { ttl: 'soon', headers: { 'cache-control': 'max-age=-5' } },
    };
    expect(await quarters(8)).toEqual({ '/none': 9, '/same': 8, '/ttl': 2, '/age': 4, '/both': 2, '/nonsense': 8 });
  });

  it('keeps its ttl while it does not change', async () => {
    feeds = { '/ttl': { ttl: '60', headers: { etag: '"1"' } } };
    expect(await quarters(8)).toEqual({ '/ttl': 2 });
  });

  it.each([[{ 'retry-after': '3000' }, 2], [{}, 4]])('that failed with %j is asked %d times in an hour', async (headers, times) => {
    feeds = { '/busy': { status: 503, headers } };
    clock.now = Date.now();
    expect(await quarters(4)).toEqual({ '/busy': times });
  });

  it('is left alone for a day at most, and no longer when the clock is set back', async () => {
    feeds = { '/year': { headers: { 'cache-control': 'max-age=31536000' } } };
    expect(await round()).toEqual(['/year']);
    clock.now += DAY - MINUTE;
    await round();
    expect(asked).toEqual({ '/year': 1 });
    clock.clockIsSetBack = 300 * DAY;
    clock.now += MINUTE;
    await round();
    expect(asked).toEqual({ '/year': 2 });
  });
});

it.each([
  ['max-age=60', '', 60_000], ['public,max-age=60', '50', 10_000], ['max-age=60', '90', 0], ['s-maxage=60', '', 0], ['', '', 0],
  ['no-cache, max-age=60', '', 0], ['no-store', '', 0], ['max-age="60"', 'x', 60_000], ['MAX-AGE=60', '', 60_000],
])('an answer with Cache-Control %j and Age %j holds for %d ms', (cacheControl, age, milliseconds) => {
  expect(freshFor(cacheControl, age)).toBe(milliseconds);
});
