import { describe, expect, it } from 'vitest';
import type { FilterOptions } from '../src/cli/options/filter.js';
import type { Outcome } from '../src/outcome.js';
import { postsIn, type Reader, type Site, useOwnSite } from './support/news-site.js';

const [A, B] = ['sina/china', 'sina/macro'];
const HOUR = 3600;
const NOW = 1_795_000_000;

let dir: string;
let site: Site;
let reader: Reader;
useOwnSite((own) => ({ dir, site, reader } = own), NOW + 60);

const posts = (): number => postsIn(dir).length;
const endings = (outcomes: Outcome[]): Record<string, string> => Object.fromEntries(outcomes.map(({ title, status, reason }) => [title, `${status} ${reason}`]));
/** Adds articles of these titles, each an hour older than the one before. */
function publish(...titles: string[]): void {
  titles.forEach((title, index) => site.add({ id: `a${site.articles.size}`, title, ctime: NOW - index * HOUR, feeds: [A] }));
}
const fetchWith = async (filter: FilterOptions, limits: { limit?: number; since?: Date; dryRun?: boolean } = {}): Promise<Record<string, string>> => endings(await reader.fetch([A], { filter, ...limits }));

describe('a filter', () => {
  it('takes what has one of the words or matches one of the expressions of --include, and nothing of --exclude', async () => {
    publish('央行宣布降准', '关于ＬＰＲ报价', '降准落地（广告）', '基金周报', '某SETF上市');
    expect(await fetchWith({ include: ['降准', 'lpr', '/\\betf/i'], exclude: ['/[(（]广告[)）]$/'] })).toEqual({
      央行宣布降准: 'written new', 关于ＬＰＲ报价: 'written new', '降准落地（广告）': 'skipped excluded', 基金周报: 'skipped not_included', 某SETF上市: 'skipped not_included',
    });
  });

  it('leaves out by the time of the feed what is older than --max-age, and reads no page that is older', async () => {
    for (let index = 0; index < 200; index += 1) site.add({ id: `p${index}`, ctime: NOW - index * HOUR });
    const outcomes = await reader.fetch([A], { filter: { maxAge: 40 * HOUR * 1000 }, limit: 100, dryRun: true });
    expect(outcomes.filter(({ status }) => status === 'written')).toHaveLength(40);
    expect(outcomes.filter(({ reason }) => reason === 'too_old').length).toBeGreaterThan(0);
    expect(site.takeFeedRequests()).toBe(2);
  });

  it('costs no request for a page, and nothing of it is remembered: another filter takes what the feed still has', async () => {
    publish('降准一', '降息二');
    await fetchWith({ include: ['降准'] });
    expect(posts()).toBe(1);
    site.takeRequests();
    expect(await fetchWith({ include: ['降准'] })).toEqual({ 降准一: 'unchanged known', 降息二: 'skipped not_included' });
    expect(site.takeRequests()).toEqual([]);
    expect(await fetchWith({ include: ['降'] })).toEqual({ 降准一: 'unchanged known', 降息二: 'written new' });
  });

  it('leaves posts that are there as they are, and brings them up to date', async () => {
    publish('降准一');
    await fetchWith({});
    expect(await fetchWith({ exclude: ['降准'] })).toEqual({ 降准一: 'unchanged known' });
    const article = site.articles.get('a0');
    if (article) Object.assign(article, { text: '泊位今起停用。'.repeat(20), mtime: NOW + 30 });
    expect(endings(await reader.fetch([A], { filter: { exclude: ['降准'] }, update: true }))).toEqual({ 降准一: 'updated changed' });
  });

  it('stops asking for an article that failed, and asks again when it is gone', async () => {
    const article = site.add({ id: 'f', title: '降准', ctime: NOW, status: 503 });
    await fetchWith({});
    delete article.status;
    site.takeRequests();
    expect(await fetchWith({ exclude: ['降准'] })).toEqual({ 降准: 'skipped excluded' });
    expect(site.takeRequests()).toEqual([]);
    expect(await fetchWith({})).toEqual({ 降准: 'written new' });
  });

  it('of a feed that leaves an article out does not keep another feed from writing it', async () => {
    site.add({ id: 's', title: '降准', ctime: NOW, feeds: [A, B] });
    await reader.fetch([A], { filter: { exclude: ['降准'] } });
    expect(posts()).toBe(0);
    expect(endings(await reader.fetch([B]))).toEqual({ 降准: 'written new' });
  });
});

describe('how much is taken', () => {
  it('in a first run is the newest 30, of which a filter takes what passes, and what follows is all of them', async () => {
    for (let index = 0; index < 60; index += 1) site.add({ id: `p${index}`, title: index % 2 === 0 ? `降准${index}` : `基金${index}`, ctime: NOW - index * HOUR });
    await fetchWith({ include: ['降准'] });
    expect(posts()).toBe(15);
    for (let index = 0; index < 60; index += 1) site.add({ id: `n${index}`, title: `降准新${index}`, ctime: NOW + 10 + index });
    await fetchWith({ include: ['降准'] });
    expect(posts()).toBe(75);
  });

  it('in a first run in which nothing passes begins there all the same', async () => {
    for (let index = 0; index < 60; index += 1) site.add({ id: `p${index}`, ctime: NOW - index * HOUR });
    await fetchWith({ include: ['降准'] });
    await fetchWith({});
    expect(posts()).toBe(30);
  });

  it('with --limit is so many that pass, however far back they stand', async () => {
    for (let index = 0; index < 200; index += 1) site.add({ id: `p${index}`, title: index % 50 === 0 ? `降准${index}` : `基金${index}`, ctime: NOW - index * HOUR });
    await fetchWith({ include: ['降准'] }, { limit: 3 });
    expect(posts()).toBe(3);
  });

  it.each<[string, FilterOptions, { limit?: number; since?: Date }, number]>([
    ['--since', {}, { since: new Date((NOW - 50 * HOUR) * 1000) }, 51],
    ['--since and --limit', {}, { since: new Date((NOW - 50 * HOUR) * 1000), limit: 40 }, 40],
    ['--since that is nearer than --max-age', { maxAge: 60 * HOUR * 1000 }, { since: new Date((NOW - 50 * HOUR) * 1000) }, 51],
    ['--max-age that is nearer than --since', { maxAge: 20 * HOUR * 1000 }, { since: new Date((NOW - 50 * HOUR) * 1000) }, 20],
    ['--max-age and --limit', { maxAge: 20 * HOUR * 1000 }, { limit: 100 }, 20],
    ['--max-age in a first run', { maxAge: 20 * HOUR * 1000 }, {}, 20],
    ['a long --max-age in a first run', { maxAge: 90 * HOUR * 1000 }, {}, 30],
    ['all of them', { maxAge: 90 * HOUR * 1000, exclude: ['/[13579]$/'] }, { limit: 30, since: new Date((NOW - 50 * HOUR) * 1000) }, 26],
  ])('with %s is what all of them allow', async (_name, filter, limits, count) => {
    for (let index = 0; index < 70; index += 1) site.add({ id: `p${index}`, ctime: NOW - index * HOUR });
    const outcomes = Object.values(await fetchWith(filter, { ...limits, dryRun: true }));
    expect(outcomes.filter((ending) => ending === 'written new')).toHaveLength(count);
  });
});
