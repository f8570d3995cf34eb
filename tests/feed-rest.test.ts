import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { uniteLines } from '../src/archive/unite-lines.js';
import { restOf } from '../src/feed-rest.js';
import { resolveFeed } from '../src/feeds/resolve.js';
import type { ArticleStore } from '../src/archive/store.js';
import { ROLL, useSite } from './support/site.js';

const site = useSite();
const state = (): string => join(site.cwd, 'posts/.news-scrape/feeds.jsonl');
const asked = (): number => site.web.requests.splice(0).length;

it('a feed whose server has named a time is asked by no run before it, and by the first one after', async () => {
  site.rows = [{ id: 'a' }];
  site.replies.roll = { status: 429, headers: { 'retry-after': '3600' } };
  expect(await site.run('fetch', ROLL, '--retries', '0')).toMatchObject({ code: 3 });
  expect(asked()).toBe(1);
  delete site.replies.roll;
  const { code, stdout, stderr } = await site.run('fetch', ROLL, '--json');
  const [feed] = stdout.split('\n').map((line) => (line === '' ? undefined : (JSON.parse(line) as { status?: string; until?: string })));
  expect([code, feed?.status, asked()]).toEqual([0, 'rests', 0]);
  expect(Math.abs(Date.parse(feed?.until ?? '') - Date.now() - 3_600_000)).toBeLessThan(60_000);
  expect(stderr).toContain('not asked before');
  writeFileSync(state(), readFileSync(state(), 'utf8').replace(/"rest":"[^"]+"/, `"rest":"${new Date(Date.now() - 1000).toISOString()}"`));
  expect(await site.run('fetch', ROLL)).toMatchObject({ code: 0, stderr: expect.stringContaining('1 article written') as string });
});

describe('the time that a server has named', () => {
  const NOW = new Date('2026-11-24T12:00:00Z');
  const leftAloneFor = (rest: string | undefined): boolean => restOf(resolveFeed('sina/china'), { restOf: () => rest } as unknown as ArticleStore, NOW) !== undefined;

  it.each([[undefined, false], ['2026-11-24T11:59:59.000Z', false], ['2026-11-24T12:00:01.000Z', true], ['2026-11-25T12:00:01.000Z', false]])('%s counts: %s', (rest, counts) => {
    expect(leftAloneFor(rest)).toBe(counts);
  });

  it('is the later one where git has joined what two machines know', () => {
    const [one, other] = ['2026-11-24T12:00:00.000Z', '2026-11-24T13:00:00.000Z'].map((rest) => ({ feed: 'a', rest }));
    if (!one || !other) throw new Error('two lines');
    expect([uniteLines(one, other).rest, uniteLines(other, one).rest]).toEqual([other.rest, other.rest]);
  });
});
