import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutputFolder } from '../src/archive/output-folder.js';
import { openPreviewStore } from '../src/archive/preview-store.js';
import { NewsScrapeError } from '../src/errors.js';
import { resolveFeed } from '../src/feeds/resolve.js';
import { createClient } from '../src/http/client.js';
import type { Outcome } from '../src/outcome.js';
import { fileNameKey, uniqueFileName } from '../src/post/file-name.js';
import { DEFAULT_FORM } from '../src/post/form.js';
import { runFeeds, type RunEvent } from '../src/run.js';
import { createSources, type Sources } from '../src/sources.js';
import { emptyFolder } from './support/cli.js';
import { financePage, pageUrl, rollAnswer, type Row } from './support/pages.js';
import { startServer } from './support/server.js';

const NOW = 1_795_000_000;
const A = 'sina/china';
const B = 'sina/macro';
const lidOf: Record<string, string> = { [A]: '1686', [B]: '1687' };

let dir: string;
/** What each channel lists, the newest first, and which pages fail. */
let listed: Record<string, Row[]>;
let broken: Set<string>;
/** The address that every page names as its own, if not empty. */
let canonical: string;
/** What a feed that is not Sina's says, if not empty. */
let text: string;

beforeEach(() => {
  dir = emptyFolder();
  listed = { [A]: [], [B]: [] };
  broken = new Set();
  canonical = '';
  text = '';
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Rows of which the first is the newest, an hour apart. */
const rows = (count: number, newest: number, prefix = 'n'): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${prefix}${newest - index}`, ctime: NOW - 3600 * (1000 - newest + index) }));

const sources: Sources = {
  now: () => new Date(NOW * 1000),
  feedText: (_source, location) => {
    if (text !== '') return Promise.resolve({ text });
    const query = new URL(location).searchParams;
    const channel = Object.keys(lidOf).find((id) => lidOf[id] === query.get('lid')) ?? '';
    const [num, page] = [Number(query.get('num')), Number(query.get('page'))];
    return Promise.resolve({ text: rollAnswer((listed[channel] ?? []).slice((page - 1) * num, page * num)) });
  },
  picture: () => Promise.resolve(new Uint8Array()),
  pageIfChanged: (url) => sources.page(url),
  page: (url) => {
    if (broken.has(url)) return Promise.reject(new NewsScrapeError('http_status', { url, status: 503 }));
    return Promise.resolve({ name: url, url, contentType: 'text/html', body: Buffer.from(financePage({ title: url }).replace('<title>', `<link rel="canonical" href="${canonical || url}"><title>`)) });
  },
};

/** A feed as a file would be, of items with a date (epoch seconds) or without. */
const rss = (items: readonly { name: string; date?: number }[]): string => {
  const texts = items.map(({ name, date }) => `<item><title>${name}</title><link>http://news.example/${name}</link>${date === undefined ? '' : `<pubDate>${new Date(date * 1000).toUTCString()}</pubDate>`}</item>`);
  return `<rss version="2.0"><channel><title>x</title>${texts.join('')}</channel></rss>`;
};
const undated = (count: number, newest: number): { name: string }[] => Array.from({ length: count }, (_, index) => ({ name: `u${newest - index}` }));

/** What the last run told of limits. */
let cuts: unknown[];

/** Runs the feeds once, stopping after `stopAfter` articles as a kill would; how the articles ended. */
async function run(feeds: string[], options: { limit?: number; since?: Date; stopAfter?: number } = {}): Promise<Outcome[]> {
  const store = await openOutputFolder(dir, { unique: uniqueFileName, key: fileNameKey });
  const outcomes: Outcome[] = [];
  cuts = [];
  try {
    const { limit, since, stopAfter } = options;
    for await (const event of runFeeds(feeds.map(resolveFeed), store, sources, { limit, since, form: DEFAULT_FORM })) {
      if (event.type === 'article') outcomes.push(event.outcome);
      if (event.type === 'cut') cuts.push(event.cut);
      if (outcomes.length === stopAfter) break;
    }
  } finally {
    await store.close();
  }
  return outcomes;
}
const written = (outcomes: Outcome[]): number => outcomes.filter(({ status }) => status === 'written').length;

describe('over several runs', () => {
  it('a burst of more than a page is taken whole, and the run after it writes nothing', async () => {
    listed[A] = rows(60, 60);
    expect(written(await run([A]))).toBe(30);
    listed[A] = rows(180, 180);
    expect(written(await run([A]))).toBe(120);
    expect(written(await run([A]))).toBe(0);
  });

  it('a run that is stopped at any point leaves no gap', async () => {
    listed[A] = rows(60, 60);
    const first = written(await run([A], { stopAfter: 7 })) + written(await run([A]));
    expect(first).toBe(30);
    listed[A] = rows(180, 180);
    expect(written(await run([A], { stopAfter: 55 })) + written(await run([A]))).toBe(120);
  });

  it('a run with --limit between two others leaves no gap', async () => {
    listed[A] = rows(60, 60);
    await run([A]);
    listed[A] = rows(180, 180);
    expect(written(await run([A], { limit: 50 })) + written(await run([A]))).toBe(120);
  });

  it('articles that another feed has brought end no paging', async () => {
    [listed[A], listed[B]] = [rows(30, 30), rows(30, 30, 'b')];
    await run([A, B]);
    const shared = rows(50, 200);
    [listed[A], listed[B]] = [[...shared, ...rows(30, 30)], [...shared, ...rows(40, 150, 'b'), ...rows(30, 30, 'b')]];
    expect(written(await run([A, B]))).toBe(90);
  });

  it('a pinned old row and one without a date end no paging', async () => {
    listed[A] = rows(30, 30);
    await run([A]);
    listed[A] = [{ id: 'pinned', ctime: 1_500_000_000 }, { id: 'undated', ctime: 0 }, ...rows(150, 180)];
    const outcomes = await run([A]);
    expect(written(outcomes.filter(({ id }) => /comos:n\d/.test(id)))).toBe(150);
    expect(outcomes.some(({ id }) => id === 'comos:pinned')).toBe(false);
  });

  it('an article with a date in the future lets later ones through', async () => {
    listed[A] = [{ id: 'future', ctime: NOW + 400_000_000 }, ...rows(20, 20)];
    await run([A]);
    listed[A] = [{ id: 'future', ctime: NOW + 400_000_000 }, ...rows(120, 140)];
    expect(written(await run([A]))).toBe(120);
  });

  it('a first run that sees only dates in the future hides nothing that comes later', async () => {
    listed[A] = [{ id: 'future', ctime: NOW + 400_000_000 }];
    expect(written(await run([A]))).toBe(1);
    listed[A] = [...listed[A], ...rows(80, 80)];
    expect(written(await run([A]))).toBe(80);
  });

  it('a mark in the future, as older versions made them, hides nothing', async () => {
    const store = await openOutputFolder(dir, { unique: uniqueFileName, key: fileNameKey });
    const future = new Date((NOW + 400_000_000) * 1000).toISOString();
    await store.setMark({ feed: A, start: future, complete: future });
    await store.close();
    listed[A] = rows(80, 80);
    expect(written(await run([A]))).toBe(80);
  });

  it('a feed without dates has one first run, and later all that it lists is taken', async () => {
    const feed = 'http://news.example/feed';
    text = rss(undated(60, 60));
    expect(written(await run([feed]))).toBe(30);
    text = rss([...undated(45, 105), ...undated(30, 60)]);
    expect(written(await run([feed]))).toBe(45);
    expect(written(await run([feed]))).toBe(0);
    text = rss([...undated(30, 60), ...undated(45, 150)]);
    expect(written(await run([feed], { stopAfter: 40 })) + written(await run([feed]))).toBe(45);
  });

  it('items without a date are taken beside dated ones', async () => {
    const feed = 'http://news.example/feed';
    const dated = (count: number, newest: number): { name: string; date: number }[] => undated(count, newest).map(({ name }, index) => ({ name: `d${name}`, date: NOW - 3600 * (1000 - newest + index) }));
    text = rss([...dated(20, 20), ...undated(20, 20)]);
    expect(written(await run([feed]))).toBe(30);
    text = rss([...dated(40, 60), ...dated(20, 20), ...undated(40, 60), ...undated(10, 20)]);
    expect(written(await run([feed]))).toBe(80);
  });

  it('more than 50 pages since the last run are told with how far back they reach', async () => {
    listed[A] = rows(40, 40);
    await run([A]);
    expect(cuts).toEqual([]);
    listed[A] = rows(2700, 2740);
    expect(written(await run([A], { stopAfter: 1 }))).toBe(1);
    expect(cuts).toMatchObject([{ by: 'pages', limit: 50, oldest: new Date((NOW + 3600 * (1740 - 2499)) * 1000) }]);
  });

  it('each page of a feed has its own time limit, and all of them count as tried once', async () => {
    const server = await startServer((request, response) => {
      const page = new URL(request.url ?? '', 'http://x').searchParams.get('page') ?? '';
      setTimeout(() => response.end(rollAnswer([{ id: `p${page}` }])), 600);
    });
    const client = createClient({ loopbackPort: Number(new URL(server.origin).port), timeout: 2000, delay: 0, retries: 0, ignoreRobots: true });
    const none = (): Promise<Uint8Array> => Promise.resolve(new Uint8Array());
    const network = createSources({ client, readFile: none, readStdin: none, now: () => new Date() });
    const store = await openPreviewStore(undefined, { unique: uniqueFileName, key: fileNameKey });
    const events: RunEvent[] = [];
    for await (const event of runFeeds([resolveFeed(A)], store, { ...sources, feedText: (...question) => network.feedText(...question) }, { limit: 5, form: DEFAULT_FORM })) events.push(event);
    await client.close();
    await server.close();
    expect(events.at(-1)).toMatchObject({ type: 'feed-done', cost: { requests: 5, attempts: 1 } });
  });

  it('of a feed with too many items the newest are taken, and that is told', async () => {
    text = rss(Array.from({ length: 10_005 }, (_, index) => ({ name: `m${index}`, date: NOW - 60 * (1 + ((index + 7000) % 10_005)) })));
    const outcomes = await run(['-'], { stopAfter: 1 });
    expect(outcomes[0]?.date).toBe(new Date((NOW - 60 * 10_000) * 1000).toISOString());
    expect(cuts).toMatchObject([{ by: 'items', limit: 10_000, oldest: new Date((NOW - 60 * 10_000) * 1000) }]);
  });

  it('standard input leaves no mark: it is another feed every time, and taken whole', async () => {
    text = rss([{ name: 'new1', date: NOW - 60 }, { name: 'new2', date: NOW - 120 }]);
    expect(written(await run(['-']))).toBe(2);
    text = rss(Array.from({ length: 40 }, (_, index) => ({ name: `old${index}`, date: NOW - 3600 * (1 + index) })));
    expect(written(await run(['-']))).toBe(40);
    expect(written(await run(['-'], { limit: 5 }))).toBe(0);
  });

  it('an article that fails in several feeds of one run has failed once', async () => {
    [listed[A], listed[B]] = [rows(1, 1), rows(1, 1)];
    broken.add(pageUrl('n1'));
    for (let count = 0; count < 3; count += 1) expect((await run([A, B])).map(({ status }) => status)).toEqual(['failed', 'failed']);
    broken.clear();
    expect(written(await run([A, B]))).toBe(1);
  });
});

describe('one article', () => {
  it('whose page is gone comes from the full text of the feed, not from a summary', async () => {
    const item = (name: string, text: string): string => `<item><title>${name}</title><link>http://gone.example/${name}</link><content:encoded><![CDATA[<p>${text}</p>]]></content:encoded></item>`;
    const feed = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>x</title>${item('full', '这是一篇完整的文章。'.repeat(30))}${item('short', '只是摘要')}</channel></rss>`;
    const gone: Sources = { ...sources, feedText: () => Promise.resolve({ text: feed }), page: (url) => Promise.reject(new NewsScrapeError('http_status', { url, status: 404 })) };
    const store = await openOutputFolder(dir, { unique: uniqueFileName, key: fileNameKey });
    const outcomes: Outcome[] = [];
    for await (const event of runFeeds([resolveFeed('http://feed.example/x')], store, gone, { form: DEFAULT_FORM })) if (event.type === 'article') outcomes.push(event.outcome);
    await store.close();
    expect(outcomes.map(({ title, status, reason }) => [title, status, reason])).toEqual([['short', 'failed', 'not_found'], ['full', 'written', 'feed_text']]);
  });

  it('under two ids with one address is written once', async () => {
    listed[A] = [{ id: 'x1', url: 'http://finance.sina.com.cn/a.html' }, { id: 'x2', url: 'http://finance.sina.com.cn/a.html' }];
    expect(written(await run([A]))).toBe(1);
  });

  it('is written once whichever of its addresses comes first', async () => {
    const kandian = 'http://k.sina.com.cn/article_700_abc.html';
    canonical = pageUrl('n5');
    listed[A] = [{ id: '', url: kandian }];
    listed[B] = [{ id: 'n5' }];
    expect(written(await run([A, B]))).toBe(1);
  });
});
