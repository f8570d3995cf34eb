import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stillAfterOf } from '../src/feeds/freshness.js';
import { emptyFolder } from './support/cli.js';
import { Reader, Site } from './support/news-site.js';

const FEED = 'sina/china';
const START = 1_795_000_000;
const DAY = 24 * 3600;
const dates = (...days: number[]): string[] => days.map((day) => new Date((START + day * DAY) * 1000).toISOString());
const daysUntilStill = (...days: number[]): number | undefined => {
  const after = stillAfterOf(dates(...days));
  return after === undefined ? undefined : (Date.parse(after) / 1000 - START) / DAY - (days.at(-1) ?? 0);
};

describe('a feed is still', () => {
  it.each<[string, number[], number | undefined]>([
    ['after ten days where something comes daily', [0, 1, 2, 3], 10],
    ['after five months where something comes monthly', [0, 30, 60, 90], 150],
    ['after ten days though one item of long ago is pinned', [-3000, ...Array.from({ length: 20 }, (_, day) => day / 4)], 10],
    ['never where two dates are all there is', [0, 1], undefined],
    ['never without dates', [], undefined],
  ])('%s', (_, days, expected) => expect(daysUntilStill(...days)).toBe(expected));
});

describe('a run', () => {
  let dir: string;
  let site: Site;
  let reader: Reader;
  beforeEach(async () => {
    dir = emptyFolder();
    site = await Site.start();
    reader = new Reader(site, dir);
    for (let day = 0; day < 5; day += 1) site.add({ id: `a${day}`, ctime: START + day * DAY });
  });
  afterEach(async () => {
    await site.close();
    rmSync(dir, { recursive: true, force: true });
  });
  /** What is due to be told after so many days. */
  const told = async (day: number): Promise<string[]> => {
    reader.now = new Date((START + day * DAY) * 1000);
    await reader.fetch([FEED]);
    return reader.events.flatMap((event) => (event.type === 'resumed' || (event.type === 'stale' && event.isDue) ? event.type : []));
  };

  it('tells once that a feed stands still, and once that it goes on', async () => {
    expect([await told(5), await told(13), await told(15), await told(16), await told(60)]).toEqual([[], [], ['stale'], [], []]);
    site.add({ id: 'b', ctime: START + 60 * DAY });
    expect([await told(61), await told(62)]).toEqual([['resumed'], []]);
    expect([await told(80), await told(81)]).toEqual([[], []]);
  });

  it('forgets while the feed fails nothing of what was told', async () => {
    expect([await told(5), await told(20)]).toEqual([[], ['stale']]);
    site.isDown = true;
    await told(21);
    site.isDown = false;
    expect(await told(22)).toEqual([]);
  });
});
