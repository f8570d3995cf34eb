import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load } from 'cheerio';
import { digestOf } from '../../src/archive/digest.js';
import { formatRecord, type ArchiveRecord } from '../../src/archive/record.js';
import { HEADER } from '../../src/archive/archive-lines.js';
import { pictureDigest } from '../../src/pictures/digest.js';
import { startPreview, type PreviewServer } from '../../src/preview/server.js';
import { openSite } from '../../src/preview/site.js';
import { emptyFolder } from '../support/cli.js';

const HOSTILE = `<script>alert(1)</script><img src=x onerror=alert(1)><meta http-equiv="refresh" content="0;url=https://evil.example/">
<form action="https://evil.example/"><input name=a></form><iframe src="https://evil.example/"></iframe><a href="javascript:alert(1)">点</a>`;
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const PICTURE = `fruit/${pictureDigest(PIXEL)}.png`;

const document = (title: string, body: string, head = ''): string => `---\ntitle: ${title}\nauthor: 新浪财经\n${head}---\n${body}\n`;
const POSTS: Record<string, string> = {
  fruit: document('南岭鲜果', `**三成**果农增收 <5%\n\n| 品种 | 价格 |\n| --- | --- |\n| 柑橘 | 4.2 |\n\n![果园](images/${PICTURE})`, `headimg: images/${PICTURE}\n`),
  hostile: document('攻击', HOSTILE),
  edited: document('改过的', '原来的话'),
  deleted: document('删掉的', '没有了'),
};

const written = (id: string, index: number): ArchiveRecord => ({
  id, status: 'written', reason: 'new', url: `https://news.example/${id}`, title: /title: (.*)/.exec(POSTS[id] ?? '')?.[1] ?? '', feed: index % 2 ? 'sina/china' : 'sina/stock',
  date: `2026-11-2${index}T01:00:00Z`, file: `${id}.md`, hash: digestOf(POSTS[id] ?? ''), ...(id === 'fruit' && { pictures: [{ from: 'https://n.example/1.png', file: PICTURE }] }),
});
const failed: ArchiveRecord = { id: 'failed', status: 'failed', reason: 'timeout', url: 'https://news.example/failed', title: '<b>没到</b>', feed: 'sina/china', attempts: 2, since: '2026-11-23T00:00:00.000Z', failed: '2026-11-24T00:00:00.000Z' };

let folder: string;
let server: PreviewServer;
beforeAll(async () => {
  folder = emptyFolder();
  for (const [id, text] of Object.entries(POSTS)) writeFileSync(join(folder, `${id}.md`), text);
  mkdirSync(join(folder, '.news-scrape'));
  mkdirSync(join(folder, 'images/fruit'), { recursive: true });
  writeFileSync(join(folder, 'images', PICTURE), PIXEL);
  writeFileSync(join(folder, '.news-scrape/archive.jsonl'), [HEADER, ...[...Object.keys(POSTS).map(written), failed].map(formatRecord), ''].join('\n'));
  writeFileSync(join(folder, '.news-scrape/runs.jsonl'), `${JSON.stringify({ started: '2026-11-24T00:00:00.000Z', seconds: 2.5, command: 'fetch', feeds: { 'sina/china': { written: 2, failed: 1 } }, failedFeeds: ['sina/stock'] })}\n`);
  writeFileSync(join(folder, 'edited.md'), document('改过的', '后来的话'));
  rmSync(join(folder, 'deleted.md'));
  server = await startPreview(openSite(folder, { pictures: join(folder, 'images'), now: () => new Date('2026-11-24T12:00:00Z') }), 0);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, init?: RequestInit): Promise<Response> => fetch(new URL(path, server.url), init);
const page = async (path: string): Promise<ReturnType<typeof load>> => load(await (await get(path)).text());
const lines = async (path: string): Promise<string[]> => (await page(path))('.list li').toArray().map((item) => load(item).text().replace(/\s+/g, ' ').trim());

describe('the list', () => {
  it('shows every article, the newest first, with its date, feed and what became of it', async () => {
    expect(await lines('/')).toEqual([
      '删掉的 2026-11-23 · sina/china · its post was deleted',
      '改过的 2026-11-22 · sina/stock · edited since it was written',
      '攻击 2026-11-21 · sina/china · written',
      '南岭鲜果 2026-11-20 · sina/stock · written',
      '<b>没到</b> sina/china · failed (timeout)',
    ]);
  });

  it.each([
    ['q=鲜果', ['南岭鲜果']],
    ['q=后来的话', ['改过的']],
    ['q=三成 柑橘', ['南岭鲜果']],
    ['q=没有这样的词', []],
    ['feed=sina/china&status=written', ['删掉的', '攻击']],
    ['status=failed', ['<b>没到</b>']],
  ])('finds by %s', async (query, titles) => {
    expect((await lines(`/?${query}`)).map((line) => line.split(' ')[0])).toEqual(titles);
  });

  it('shows the picture that stands with a post', async () => {
    const source = (await page('/?q=鲜果'))('.thumb').attr('src') ?? '';
    const answer = await get(source);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PIXEL);
  });
});

describe('an article', () => {
  it('reads as its post does', async () => {
    const $ = await page('/article?id=fruit');
    expect($('h1').text()).toBe('南岭鲜果');
    expect($('article strong').text()).toBe('三成');
    expect($('article td').toArray().map((cell) => $(cell).text())).toEqual(['柑橘', '4.2']);
    expect($('article img').attr()).toMatchObject({ src: `/picture/${PICTURE}`, alt: '果园' });
    expect($('article .facts a').attr('href')).toBe('https://news.example/fruit');
  });

  it('keeps nothing of a post that acts or loads', async () => {
    const $ = await page('/article?id=hostile');
    expect($('script, meta[http-equiv], form, iframe, [onerror], a[href^="javascript"]').length).toBe(0);
  });

  it('without a post says why there is none', async () => {
    expect((await page('/article?id=failed'))('article').text()).toContain('There is no post of this article: ');
    expect((await get('/article?id=unknown')).status).toBe(404);
  });
});

describe('the page of runs', () => {
  it('has a chart with a table of the same figures, the feeds and the runs', async () => {
    const $ = await page('/runs');
    const rows = $('table').toArray().map((table) => $(table).find('tbody tr').toArray().map((row) => $(row).find('td').toArray().map((cell) => $(cell).text())));
    expect(rows[0]?.slice(0, 4)).toEqual([['2026-11-24', '0', '0', '2'], ['2026-11-23', '1', '0', '0'], ['2026-11-22', '0', '1', '0'], ['2026-11-21', '1', '0', '0']]);
    expect(rows[1]).toEqual([['sina/china', '2', '0', '1', '2026-11-23'], ['sina/stock', '2', '0', '0', '2026-11-22']]);
    expect(rows[2]).toEqual([['2026-11-24 00:00', 'fetch', '2.5 s', '2 written, 1 failed; failed feeds: sina/stock']]);
    expect($('svg rect').toArray().filter((bar) => Number($(bar).attr('height')) > 0).length).toBe(5);
  });
});

describe('the server', () => {
  it.each(['/', '/runs', '/article?id=fruit', '/nothing'])('lets %s run nothing and load nothing but pictures and its style', async (path) => {
    const answer = await get(path);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'; img-src /);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await answer.text()).not.toMatch(/<script|style="|<style/);
  });

  it.each(['/picture/../archive.jsonl', '/picture/%2e%2e/%2e%2e/x.png', '/.news-scrape/archive.jsonl', '/fruit.md', '/picture/fruit/0000000000000000.png'])('gives out no file at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('answers no other host name, and changes nothing', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => void request(server.url, { headers: { host: 'evil.example' } }, ({ statusCode }) => resolve(statusCode)).end());
    expect(status).toBe(421);
    expect((await get('/', { method: 'POST' })).status).toBe(405);
    const head = await get('/', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('tells what is wrong with the archive, and works again when that is mended', async () => {
    const archive = join(folder, '.news-scrape/archive.jsonl');
    const good = readFileSync(archive, 'utf8');
    writeFileSync(archive, `${good}{}\n`);
    const answer = await get('/');
    expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining('archive.jsonl')]);
    writeFileSync(archive, good);
    expect((await get('/')).status).toBe(200);
  });
});
