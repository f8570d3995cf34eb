import { beforeEach, describe, expect, it } from 'vitest';
import { postsIn, type Reader, type Site, useOwnSite } from './support/news-site.js';

const FEED = 'sina/china';
const START = 1_795_000_000;

let dir: string;
let site: Site;
let reader: Reader;
useOwnSite((own) => ({ dir, site, reader } = own), START + 3600);

const publish = (name: string, count: number, ctime: number): void => {
  for (let index = 0; index < count; index += 1) site.add({ id: `${name}${index}`, ctime: ctime + index });
};
const posts = (): number => postsIn(dir).length;
const eventsOf = (type: string): unknown[] => reader.events.filter((event) => event.type === type);

describe('a later page of a feed that cannot be had', () => {
  beforeEach(async () => {
    publish('old', 10, START);
    await reader.fetch([FEED]);
    publish('new', 130, START + 100);
    site.brokenPage = 3;
  });

  it('costs none of the articles before it, is told, and is read by the next run that can', async () => {
    await reader.fetch([FEED]);
    expect(posts()).toBe(10 + 100);
    expect(eventsOf('feed-failed')).toMatchObject([{ isPartly: true, error: { code: 'feed_http_status' } }]);
    publish('newer', 60, START + 1000);
    site.brokenPage = undefined;
    await reader.fetch([FEED]);
    expect(posts()).toBe(10 + 130 + 60);
    expect(eventsOf('feed-failed')).toEqual([]);
    expect(eventsOf('feed-done')).toHaveLength(1);
  });

  it('is a failure of the feed like any other, however many runs it lasts', async () => {
    for (let run = 1; run <= 3; run += 1) {
      await reader.fetch([FEED]);
      expect(eventsOf('feed-failed')).toMatchObject([{ failures: run }]);
    }
    site.brokenPage = undefined;
    await reader.fetch([FEED]);
    expect(eventsOf('feed-done')).toMatchObject([{ recovered: { failures: 3 } }]);
    expect(posts()).toBe(10 + 130);
  });
});
