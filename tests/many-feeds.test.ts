import { readdirSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutputFolder } from '../src/archive/output-folder.js';
import { NewsScrapeError } from '../src/errors.js';
import { resolveFeed } from '../src/feeds/resolve.js';
import { fileNameKey, uniqueFileName } from '../src/post/file-name.js';
import { DEFAULT_FORM } from '../src/post/form.js';
import { runFeeds, type RunEvent } from '../src/run.js';
import { sideBySide } from '../src/side-by-side.js';
import type { Sources } from '../src/sources.js';
import { emptyFolder } from './support/cli.js';
import { financePage } from './support/pages.js';

const NOW = new Date('2026-11-24T00:00:00Z');
let dir: string;
/** The names of the articles that each feed lists, in its order. */
let listed: Record<string, string[]>;
/** Milliseconds that feeds and pages take. */
let slow: Record<string, number>;
let gone: Set<string>;
let asked: string[];

beforeEach(() => {
  dir = emptyFolder();
  [listed, slow, gone, asked] = [{}, {}, new Set(), []];
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const page = (name: string): string => `http://news.example/${name}`;
const feedUrl = (name: string): string => `http://${name}.example/feed`;
const rss = (name: string, articles: readonly string[]): string =>
  `<rss version="2.0"><channel><title>${name}</title>${articles.map((article) => `<item><title>${article}</title><link>${page(article)}</link></item>`).join('')}</channel></rss>`;

const sources: Sources = {
  now: () => NOW,
  feedText: async (_source, location) => {
    const name = new URL(location).hostname.split('.')[0] ?? '';
    await sleep(slow[name] ?? 0);
    return { text: rss(name, listed[name] ?? []) };
  },
  picture: () => Promise.resolve(new Uint8Array()),
  pageIfChanged: (url) => sources.page(url),
  page: async (url) => {
    asked.push(url);
    await sleep(slow[url] ?? 5);
    if (gone.has(url)) throw new NewsScrapeError('http_status', { url, status: 404 });
    return { name: url, url, contentType: 'text/html', body: Buffer.from(financePage({ title: url.slice(page('').length) })) };
  },
};

/** Runs all feeds that are listed; `onEvent` may throw. */
async function run(onEvent: (event: RunEvent, events: readonly RunEvent[]) => void = () => undefined, signal?: AbortSignal): Promise<RunEvent[]> {
  const store = await openOutputFolder(dir, { unique: uniqueFileName, key: fileNameKey });
  const events: RunEvent[] = [];
  try {
    for await (const event of runFeeds(Object.keys(listed).map(feedUrl).map(resolveFeed), store, sources, { form: DEFAULT_FORM, signal })) {
      events.push(event);
      onEvent(event, events);
    }
  } catch (error) {
    if (!(error instanceof NewsScrapeError)) throw error;
  } finally {
    await store.close();
  }
  return events;
}
const articles = (events: readonly RunEvent[]): Extract<RunEvent, { type: 'article' }>[] => events.flatMap((event) => (event.type === 'article' ? [event] : []));
const written = (events: readonly RunEvent[]): string[] => articles(events).flatMap(({ outcome }) => (outcome.status === 'written' ? [outcome.file ?? ''] : [])).sort();
const files = (): string[] => readdirSync(dir).filter((name) => name.endsWith('.md')).sort();
const names = (count: number, prefix: string): string[] => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

describe('an article in several feeds', () => {
  it('is fetched and written once, however the feeds order it, and its outcomes name them all', async () => {
    const all = names(12, 'x');
    listed = { one: all, two: all.toReversed(), three: [...all.slice(6), ...all.slice(0, 6)] };
    const events = await run();
    expect(asked.toSorted()).toEqual(all.map(page).sort());
    expect(files()).toHaveLength(12);
    expect(written(events)).toEqual(files());
    expect(articles(events)).toHaveLength(36);
    for (const { feeds } of articles(events)) expect(feeds).toEqual(['one', 'two', 'three'].map(feedUrl));
    const perFeed = Object.keys(listed).map((name) => articles(events).filter(({ outcome }) => outcome.feed === feedUrl(name)).length);
    expect(perFeed).toEqual([12, 12, 12]);
  });

  it('is written as the feed that was named first has it, whichever is faster', async () => {
    listed = { one: ['shared', ...names(8, 'slow')], two: ['shared'] };
    for (const name of names(8, 'slow')) slow[page(name)] = 100;
    const events = await run();
    const [first] = articles(events).filter(({ outcome }) => outcome.title === 'shared');
    expect(first).toMatchObject({ outcome: { status: 'written', feed: feedUrl('two') }, feeds: [feedUrl('one'), feedUrl('two')] });
    expect(first?.document).toMatch(/- one$/m);
  });

  it('that cannot be had is asked for once, and has failed in each of them', async () => {
    listed = { one: ['a', 'b'], two: ['b', 'a'] };
    gone.add(page('a'));
    const events = await run();
    expect(asked.toSorted()).toEqual([page('a'), page('b')]);
    expect(articles(events).filter(({ outcome }) => outcome.status === 'failed').map(({ outcome }) => [outcome.feed, outcome.failures])).toEqual(expect.arrayContaining([[feedUrl('one'), 1], [feedUrl('two'), 1]]));
  });

  it('is named with the feeds that have been read so far where one is late', async () => {
    listed = { late: ['a'], one: ['a'] };
    slow.late = 200;
    expect(articles(await run()).map(({ outcome, feeds }) => [outcome.status, feeds])).toEqual([
      ['written', [feedUrl('one')]],
      ['unchanged', [feedUrl('late'), feedUrl('one')]],
    ]);
  });
});

describe('feeds side by side', () => {
  it('each end after their last article', async () => {
    for (const name of names(10, 'f')) listed[name] = names(4, name);
    const events = await run();
    for (const name of Object.keys(listed)) {
      const own = events.filter((event) => (event.type === 'article' ? event.outcome.feed : event.feed) === feedUrl(name)).map(({ type }) => type);
      expect(own).toEqual(['feed', 'article', 'article', 'article', 'article', 'feed-done']);
    }
  });

  it('wait for none that is slow, however many are', async () => {
    const late = names(50, 'slow');
    listed = Object.fromEntries([...late, ...names(10, 'f')].map((name) => [name, [name]]));
    for (const name of late) slow[name] = 1000;
    const ends = (await run()).flatMap((event) => (event.type === 'feed-done' ? [event.feed] : []));
    expect(ends.slice(0, 10).sort()).toEqual(names(10, 'f').map(feedUrl));
    expect(ends).toHaveLength(60);
  });

  it.each([1, 9, 30])('lose nothing when the run is stopped after %i events, and tell all that was written', async (count) => {
    for (const name of names(8, 'f')) listed[name] = [...names(5, name), ...names(5, 'shared')];
    const controller = new AbortController();
    const first = await run((_, events) => {
      if (events.length === count) controller.abort('SIGTERM');
    }, controller.signal);
    expect(written(first)).toEqual(files());
    expect(files().length).toBeLessThan(45);
    const second = await run();
    expect([...written(first), ...written(second)].sort()).toEqual(files());
    expect(files()).toHaveLength(45);
  });

  it('write nothing behind the back of a reader that went away', async () => {
    for (const name of names(8, 'f')) listed[name] = names(5, name);
    await run((_, events) => {
      if (events.length === 15) throw new NewsScrapeError('usage', { detail: 'gone' });
    });
    const before = files();
    await sleep(100);
    expect(files()).toEqual(before);
    await run();
    expect(files()).toHaveLength(40);
  });
});

describe('streams side by side', () => {
  async function* stream(name: string, count: number, fails = false): AsyncGenerator<string> {
    for (let index = 0; index < count; index += 1) {
      await sleep(2);
      yield `${name}${index}`;
    }
    if (fails) throw new Error(name);
  }

  it('are at most so many at once', async () => {
    const seen: string[] = [];
    for await (const event of sideBySide(['a', 'b', 'c'].map((name) => stream(name, 3)), 2, () => undefined)) seen.push(event);
    expect(seen.indexOf('c0')).toBeGreaterThan(Math.min(seen.indexOf('a2'), seen.indexOf('b2')));
    expect(seen.toSorted()).toEqual(['a0', 'a1', 'a2', 'b0', 'b1', 'b2', 'c0', 'c1', 'c2']);
  });

  it('end with the first failure, after what was under way', async () => {
    const seen: string[] = [];
    const all = async (): Promise<void> => {
      for await (const event of sideBySide([stream('bad', 1, true), stream('a', 100)], 8, () => undefined)) seen.push(event);
    };
    await expect(all()).rejects.toThrow('bad');
    expect(seen).toContain('bad0');
    expect(seen.length).toBeLessThan(10);
  });
});
