import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NewsScrapeError, fetchArticle, fetchFeeds, readFeed, type FetchEvent, type FetchFeedsOptions } from '../../src/index.js';
import { emptyFolder } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';

const NETWORK = { delay: 0, retries: 0 };
let folder: string;
let server: TestServer;
/** Names of articles that the feed lists, and what their pages wait for. */
let listed: string[];
let held: Record<string, Promise<unknown>>;

beforeEach(async () => {
  folder = join(emptyFolder(), 'posts');
  // Feeds have the newest first, and posts are written from the oldest on.
  [listed, held] = [['e', 'd', 'c', 'b', 'a'], {}];
  server = await startServer((request, response) => void respond(request.url ?? '', request.headers.authorization).then(({ status, body }) => response.writeHead(status, { 'content-type': 'text/html' }).end(body)));
});
afterEach(async () => {
  await server.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const feedUrl = (name = 'feed'): string => `${server.origin}/${name}.xml`;
const pageUrl = (name: string): string => `${server.origin}/${name}.html`;

async function respond(path: string, authorization: string | undefined): Promise<{ status: number; body: string }> {
  if (path.endsWith('.xml')) {
    const user = authorization === undefined ? '' : atob(authorization.slice('Basic '.length)).split(':')[0];
    if (path === '/gone.xml' || (path.startsWith('/of-') && path !== `/of-${user}.xml`)) return { status: 401, body: '' };
    return { status: 200, body: `<rss version="2.0"><channel><title>港口</title>${listed.map((name) => `<item><title>标题${name}</title><link>${pageUrl(name)}</link></item>`).join('')}</channel></rss>` };
  }
  const name = /^\/(\w)\.html$/.exec(path)?.[1] ?? '';
  await held[name];
  return listed.includes(name) ? { status: 200, body: financePage({ title: `标题${name}` }) } : { status: 404, body: '' };
}

const fetchInto = (feeds: string[], options: Partial<FetchFeedsOptions> = {}): AsyncGenerator<FetchEvent> => fetchFeeds(feeds, { folder, network: NETWORK, ...options });
async function all(events: AsyncGenerator<FetchEvent>): Promise<FetchEvent[]> {
  const seen: FetchEvent[] = [];
  for await (const event of events) seen.push(event);
  return seen;
}
const statuses = (events: readonly FetchEvent[]): string[] => events.map((event) => (event.type === 'article' ? `${event.outcome.status} ${event.outcome.reason}` : `feed ${event.status}`));
const posts = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.md'));
const isLocked = (): boolean => existsSync(join(folder, '.news-scrape', 'lock'));

describe('fetchFeeds', () => {
  it('writes each new article as a post and then tells of it, and of the feed at its end', async () => {
    const events = await all(fetchInto([feedUrl()]));
    expect(statuses(events)).toEqual([...Array<string>(5).fill('written new'), 'feed read']);
    expect(posts()).toHaveLength(5);
    expect(events[0]).toMatchObject({ outcome: { title: '标题a', feed: feedUrl() } });
    expect(events[0]?.type === 'article' && events[0].document?.startsWith('---\n')).toBe(true);
    expect(statuses(await all(fetchInto([feedUrl(), feedUrl()], { limit: 2 })))).toEqual(['unchanged known', 'unchanged known', 'feed read']);
  });

  it('gives an outcome while later pages are still on their way', async () => {
    let open = (): void => undefined;
    held.c = new Promise<void>((resolve) => (open = resolve));
    const seen: string[] = [];
    for await (const event of fetchInto([feedUrl()])) {
      if (event.type === 'article') seen.push(event.outcome.title);
      if (seen.length === 2) open();
    }
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e'].map((name) => `标题${name}`));
  });

  it('begins nothing before the first step', () => {
    fetchInto([feedUrl()]);
    expect([existsSync(folder), server.requests]).toEqual([false, []]);
  });

  it('gives the folder free when the loop is left, ends what is under way, and goes on from there the next time', async () => {
    held.c = new Promise(() => undefined);
    for await (const event of fetchInto([feedUrl()])) {
      expect(isLocked()).toBe(true);
      if (event.type === 'article' && event.outcome.title === '标题b') break;
    }
    expect([isLocked(), posts().length]).toEqual([false, 2]);
    held = {};
    const again = statuses(await all(fetchInto([feedUrl()])));
    expect(again).toEqual(['unchanged known', 'unchanged known', 'written new', 'written new', 'written new', 'feed read']);
  });

  it('gives the folder free when the body of the loop throws', async () => {
    const failing = async (): Promise<void> => {
      for await (const { type } of fetchInto([feedUrl()])) throw new RangeError(type);
    };
    await expect(failing()).rejects.toThrow(RangeError);
    expect(isLocked()).toBe(false);
  });

  it('ends with `interrupted` when its signal is aborted, also while it waits for a page', async () => {
    held.c = new Promise(() => undefined);
    const ended = new AbortController();
    const events = fetchInto([feedUrl()], { signal: ended.signal });
    const seen: FetchEvent[] = [];
    const reading = (async () => {
      for await (const event of events) if (seen.push(event) === 2) setTimeout(() => ended.abort(), 20);
    })();
    await expect(reading).rejects.toMatchObject({ name: 'NewsScrapeError', code: 'interrupted' });
    expect([seen.length, isLocked(), posts().length]).toEqual([2, false, 2]);
    await expect(all(fetchInto([feedUrl()], { signal: ended.signal }))).rejects.toMatchObject({ code: 'interrupted' });
  });

  it('refuses a folder that another iterator holds, until that one is done', async () => {
    const first = fetchInto([feedUrl()]);
    await first.next();
    await expect(fetchInto([feedUrl()]).next()).rejects.toMatchObject({ code: 'output_locked' });
    await first.return(undefined);
    expect(statuses(await all(fetchInto([feedUrl()])))).toContain('written new');
  });

  it('fetches into two folders at once', async () => {
    const [one, two] = await Promise.all([all(fetchInto([feedUrl()])), all(fetchInto([feedUrl()], { folder: join(folder, '..', 'two') }))]);
    expect([statuses(one), statuses(two)].map((lines) => lines.filter((line) => line === 'written new').length)).toEqual([5, 5]);
  });

  it('lets a bad article and a bad feed be, with their reasons', async () => {
    listed.splice(1, 1);
    const events = await all(fetchInto([feedUrl('gone'), feedUrl()]));
    const bad = events.find((event) => event.type === 'feed' && event.status === 'failed');
    expect(bad).toMatchObject({ feed: feedUrl('gone'), error: { code: 'feed_http_status', params: { status: 401 } } });
    expect(bad?.type === 'feed' && bad.error).toBeInstanceOf(NewsScrapeError);
    expect(statuses(events).filter((line) => line === 'written new')).toHaveLength(4);
  });

  it('writes nothing in a dry run', async () => {
    expect(statuses(await all(fetchInto([feedUrl()], { dryRun: true })))).toContain('written new');
    expect(existsSync(folder)).toBe(false);
  });

  it('keeps the credentials of two feeds on one host apart', async () => {
    const named = ['anna', 'ben'].map((user) => feedUrl(`of-${user}`).replace('http://', `http://${user}:secret@`));
    expect(statuses(await all(fetchInto(named))).filter((line) => line === 'feed read')).toHaveLength(2);
  });

  it('plays the demo, whose pictures may stand with the posts', async () => {
    const [hexo] = (await import('../../src/index.js')).PROFILES;
    if (!hexo) throw new Error('no profile');
    const events = await all(fetchInto(['demo'], { limit: 3, form: { profile: hexo, body: 'markdown', images: 'download' } }));
    expect(statuses(events)).toContain('written new');
    const linked = events.flatMap((event) => (event.type === 'article' ? (event.document?.match(/images\/[\w./-]+/g) ?? []) : []));
    expect(linked.length).toBeGreaterThan(0);
    for (const picture of linked) expect(existsSync(join(folder, picture))).toBe(true);
  });

  it.each([[['sina/chnia'], 'feed_unknown'], [['ftp://example.com/feed'], 'url_unsupported']] as const)('refuses %j with its code before anything is made', async (feeds, code) => {
    await expect(all(fetchInto([...feeds]))).rejects.toMatchObject({ code });
    expect(existsSync(folder)).toBe(false);
  });

  it('leaves the process as it was: no listeners of signals, no open handles that keep it', async () => {
    const listeners = (): number[] => ['SIGINT', 'SIGTERM', 'SIGHUP', 'exit', 'uncaughtException', 'unhandledRejection'].map((name) => process.listenerCount(name));
    const before = listeners();
    for await (const { type } of fetchInto([feedUrl()])) {
      expect([type, ...listeners()]).toEqual([type, ...before]);
      break;
    }
  });
});

describe('readFeed and fetchArticle', () => {
  it('give the items of a feed and the article of a page', async () => {
    const { title, items } = await readFeed(feedUrl(), { network: NETWORK });
    expect([title, items.map(({ url }) => url)]).toEqual(['港口', listed.map(pageUrl)]);
    expect(await fetchArticle(pageUrl('a'), { network: NETWORK })).toMatchObject({ title: '标题a', url: pageUrl('a') });
  });

  it('fail with their codes', async () => {
    await expect(readFeed(feedUrl('gone'), { network: NETWORK })).rejects.toMatchObject({ code: 'feed_http_status' });
    await expect(readFeed(pageUrl('a'), { network: NETWORK })).rejects.toMatchObject({ code: 'feed_is_html' });
    await expect(fetchArticle('mailto:a@b.example', { network: NETWORK })).rejects.toMatchObject({ code: 'url_unsupported' });
    held.a = new Promise(() => undefined);
    await expect(fetchArticle(pageUrl('a'), { network: NETWORK, signal: AbortSignal.timeout(30) })).rejects.toMatchObject({ code: 'interrupted' });
  });
});
