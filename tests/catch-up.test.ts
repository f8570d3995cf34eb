import { describe, expect, it } from 'vitest';
import type { Outcome } from '../src/outcome.js';
import { postsIn, type Reader, type Site, useOwnSite } from './support/news-site.js';

const [A, B] = ['sina/china', 'sina/macro'];
const START = 1_795_000_000;

let dir: string;
let site: Site;
let reader: Reader;
useOwnSite((own) => ({ dir, site, reader } = own), START + 1_000_000);

const posts = (): number => postsIn(dir).length;
const publish = (name: string, count: number, ctime: number): void => {
  for (let index = 0; index < count; index += 1) site.add({ id: `${name}${index}`, ctime: ctime + index });
};
const count = (outcomes: Outcome[], reason: string): number => outcomes.filter((outcome) => outcome.reason === reason).length;

describe('catching up', () => {
  it('marks all that a feed lists as seen, without a request for a page, and the next run takes what is new since', async () => {
    publish('old', 40, START);
    expect(count(await reader.fetch([A], { catchUp: true }), 'caught_up')).toBe(40);
    publish('new', 3, START + 100);
    const outcomes = await reader.fetch([A]);
    expect([posts(), count(outcomes, 'new'), site.takeRequests().length]).toEqual([3, 3, 3]);
  });

  it('of a feed with many pages reads the first, and later runs take nothing from behind it, also when new ones push it away', async () => {
    publish('old', 200, START);
    await reader.fetch([A], { catchUp: true });
    expect(site.takeFeedRequests()).toBe(1);
    publish('new', 80, START + 10_000);
    await reader.fetch([A]);
    expect(posts()).toBe(80);
  });

  it('passes over what is old and stands first, as what a site has pinned', async () => {
    publish('old', 200, START);
    site.pinned = 'old0';
    await reader.fetch([A], { catchUp: true });
    publish('new', 60, START + 10_000);
    await reader.fetch([A]);
    expect(posts()).toBe(60);
  });

  it('ends the tries for what failed, keeps what is written, and is marked once', async () => {
    publish('good', 1, START);
    const bad = site.add({ id: 'bad', ctime: START, status: 503 });
    await reader.fetch([A]);
    expect(await reader.fetch([A], { catchUp: true })).toMatchObject([{ reason: 'caught_up' }, { reason: 'known' }]);
    delete bad.status;
    site.takeRequests();
    await reader.fetch([A]);
    await reader.refresh();
    expect(site.takeRequests().filter((url) => url.includes('bad'))).toEqual([]);
    expect(posts()).toBe(1);
  });

  it('counts for the feeds of the run alone, and a preview marks nothing', async () => {
    site.add({ id: 'a', feeds: [A] });
    site.add({ id: 'b', feeds: [B] });
    await reader.fetch([A], { catchUp: true, dryRun: true });
    await reader.fetch([B], { catchUp: true });
    await reader.fetch([A, B]);
    expect(posts()).toBe(1);
  });

  it('marks what a filter leaves out, too', async () => {
    publish('old', 5, START);
    await reader.fetch([A], { catchUp: true, filter: { include: ['nothing'] } });
    await reader.fetch([A]);
    expect(posts()).toBe(0);
  });
});
