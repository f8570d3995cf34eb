import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../src/outcome.js';
import { type Reader, type Site, useOwnSite } from './support/news-site.js';

const FEED = 'sina/china';

let dir: string;
let site: Site;
let reader: Reader;
useOwnSite((own) => ({ dir, site, reader } = own));

const textOf = (name: string): string => readFileSync(join(dir, name), 'utf8');
const endings = (outcomes: Outcome[]): string[] => outcomes.map(({ status, reason }) => `${status} ${reason}`);
const pass = (minutes: number): void => void (reader.now = new Date(reader.now.getTime() + minutes * 60_000));

describe('fetch --update', () => {
  it('asks less and less often for the page of a post that is gone, and takes it when it is there again', async () => {
    const article = site.add({ id: 'a' });
    await reader.fetch([FEED]);
    const [file = ''] = readdirSync(dir).filter((name) => name.endsWith('.md'));
    const before = textOf(file);
    Object.assign(article, { status: 404, mtime: article.mtime + 60 });
    site.takeRequests();
    const asked: number[] = [];
    for (let minute = 0; minute < 40; minute += 1) {
      expect(endings(await reader.fetch([FEED], { update: true }))).toEqual(['unchanged gone']);
      if (site.takeRequests().length > 0) asked.push(minute);
      pass(1);
    }
    expect(asked).toEqual([0, 1, 2, 7, 17, 37]);
    expect(textOf(file)).toBe(before);
    Object.assign(article, { status: 500 });
    pass(24 * 60);
    expect(await reader.fetch([FEED], { update: true })).toMatchObject([{ status: 'failed', failures: 1 }]);
    Object.assign(article, { status: undefined, text: '更正后的正文。'.repeat(30) });
    expect(endings(await reader.fetch([FEED], { update: true }))).toEqual(['updated changed']);
    expect(textOf(file)).toContain('更正后的正文');
  });
});
