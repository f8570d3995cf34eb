import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPending, parseRecord, type ArchiveRecord } from '../src/archive/record.js';
import { countFailure, isResting } from '../src/articles/standing.js';
import type { Reason } from '../src/outcome.js';
import { type Reader, type Site, useOwnSite } from './support/news-site.js';

const FEED = 'sina/china';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ARTICLE = { id: 'a', status: 'failed', url: 'https://news.example/a', title: '港口', feed: FEED } as const;

/** Fails in a run at each of these times, in milliseconds; those in which it is still asked for. */
function asked(reason: Reason, times: readonly number[], options: { wasAsked?: boolean; start?: ArchiveRecord } = {}): number[] {
  const { wasAsked = true, start } = options;
  let known = start;
  return times.filter((time) => {
    if (known && !isPending(known)) return false;
    known = { ...ARTICLE, reason, ...countFailure(known, { reason, wasAsked, now: new Date(time) }) };
    return true;
  });
}
const every = (interval: number, count: number): number[] => Array.from({ length: count }, (_, index) => index * interval);

describe('an article that fails in every run is given up', () => {
  it.each<[Reason, number, number]>([
    ['http_status', 5 * MINUTE, 7 * DAY],
    ['network', DAY, 7 * DAY],
    ['timeout', DAY / 2, 7 * DAY],
    ['blocked', DAY, 7 * DAY],
    ['not_found', 5 * MINUTE, 2 * DAY],
    ['empty_body', DAY / 2, 2 * DAY],
    ['no_title', DAY, 4 * DAY],
    ['http_status', 7 * DAY, 28 * DAY],
  ])('for %s, with runs %d ms apart, after %d ms', (reason, interval, last) => {
    expect(asked(reason, every(interval, 3000)).at(-1)).toBe(last);
  });

  it('but not by an earlier version whose count alone an archive has, and never anew', () => {
    const old: ArchiveRecord = { ...ARTICLE, reason: 'timeout', attempts: 4 };
    expect(asked('timeout', every(5 * MINUTE, 3000), { start: old }).at(-1)).toBe(7 * DAY);
    expect(asked('timeout', [0], { start: { ...old, attempts: 5 } })).toEqual([]);
    expect(countFailure({ ...old, attempts: 5 }, { reason: 'timeout', wasAsked: true, now: new Date(0) })).toEqual({ attempts: 6 });
  });

  it('but not because of runs in which its host could not be asked', () => {
    expect(asked('http_status', every(DAY, 50), { wasAsked: false })).toHaveLength(50);
    expect(asked('no_url', every(DAY, 50), { wasAsked: false })).toHaveLength(5);
  });
});

describe('an article that has failed often', () => {
  it('rests three hours at most', () => {
    const failed = new Date(0).toISOString();
    const rests = (minutes: number, attempts: number): boolean => isResting({ failed, attempts }, new Date(minutes * MINUTE));
    expect([rests(179, 40), rests(180, 40), rests(0, 2), isResting({ attempts: 9 }, new Date())]).toEqual([true, false, false, false]);
  });
});

describe('a run', () => {
  let dir: string;
  let site: Site;
  let reader: Reader;
  useOwnSite((own) => ({ dir, site, reader } = own));
  const fetchAfter = (milliseconds: number): ReturnType<Reader['fetch']> => {
    reader.now = new Date(reader.now.getTime() + milliseconds);
    return reader.fetch([FEED]);
  };

  it('writes an article whose host was down for many runs', async () => {
    const article = site.add({ id: 'a', status: 503 });
    for (let run = 1; run <= 8; run += 1) expect(await fetchAfter(180 * MINUTE)).toMatchObject([{ reason: 'http_status', failures: run }]);
    delete article.status;
    expect(await fetchAfter(180 * MINUTE)).toMatchObject([{ status: 'written', reason: 'new' }]);
  });

  it('asks less and less often, every minute though it is started, for an article that fails', async () => {
    site.add({ id: 'a', status: 503 });
    const asked: number[] = [];
    for (let minute = 0; minute < 90; minute += 1) {
      const [outcome] = await fetchAfter(MINUTE);
      if (site.takeRequests().length > 0) asked.push(minute);
      else expect(outcome).toMatchObject({ status: 'skipped', reason: 'rests' });
    }
    expect(asked).toEqual([0, 1, 2, 7, 17, 37, 77]);
    expect(await reader.refresh()).toMatchObject([{ reason: 'http_status' }]);
  });

  it('says once that it gives an article up', async () => {
    site.add({ id: 'a', status: 503 });
    const messages: (string | undefined)[] = [];
    for (let run = 1; run <= 9; run += 1) messages.push(...(await fetchAfter(2 * DAY)).map(({ message }) => message));
    expect(messages.map((message) => message?.includes('given up after 5 failed runs'))).toEqual([false, false, false, false, true, ...Array<undefined>(4).fill(undefined)]);
  });

  it('counts no attempt while the host wants to be left alone', async () => {
    site.add({ id: 'a', status: 503, retryAfter: '36000' });
    for (let run = 1; run <= 8; run += 1) expect(await fetchAfter(2 * DAY)).toMatchObject([{ status: 'failed', failures: run }]);
    expect(site.takeRequests()).toHaveLength(1);
    const line = readFileSync(join(dir, '.news-scrape/archive.jsonl'), 'utf8').trim().split('\n').at(-1) ?? '';
    expect(parseRecord(line)).toMatchObject({ attempts: 1, unasked: 7 });
  });
});
