import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageName } from '../../src/saved-pages/page-name.js';
import { openPageFolder } from '../../src/saved-pages/save-page.js';
import { AT_ONCE, emptyFolder, runCli } from '../support/cli.js';
import { financePage, pageUrl, rollAnswer } from '../support/pages.js';
import { startWeb, type Reply, type Web } from '../support/web.js';

const ROLL = 'http://feed.mix.sina.com.cn/api/roll/get?pageid=155&lid=1';
const VERSION = (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;
let web: Web;
let cwd: string;
let replies: Record<string, Reply | string>;
beforeEach(async () => {
  cwd = emptyFolder();
  replies = {};
  web = await startWeb((url) => replies[url.href] ?? replies[url.pathname]);
});
afterEach(async () => {
  await web.close();
  rmSync(cwd, { recursive: true, force: true });
});
const run = (...args: string[]): ReturnType<typeof runCli> => runCli(args, { cwd, env: web.env });
const saved = (): string[] => readdirSync(join(cwd, 'saved')).sort();
const read = (name: string): Buffer => readFileSync(join(cwd, 'saved', name));

// One paragraph of GBK, declared by the server only, with an address relative to the page.
const GBK_PAGE = Buffer.concat([
  Buffer.from('<div class="article" id="artibody"><p>'), Buffer.from('d6d0b9fabbd8b9fa'.repeat(8), 'hex'),
  Buffer.from('</p><img src="/a.png"></div><h1 class="main-title">t</h1>'),
]);

describe('article --save-page', () => {
  const url = 'http://finance.sina.com.cn/china/doc-inabc1.shtml';

  it('keeps the bytes as they came, and the record that makes them readable again in the same way', async () => {
    replies[url] = { body: GBK_PAGE, headers: { 'content-type': 'text/html; charset=gbk', 'content-encoding': 'identity' } };
    const online = await run('article', url, '--save-page', 'saved');
    expect(saved()).toEqual(['finance.sina.com.cn-nabc1.html', 'finance.sina.com.cn-nabc1.html.json']);
    expect(read('finance.sina.com.cn-nabc1.html').equals(GBK_PAGE)).toBe(true);
    const { fetchedAt, ...record } = JSON.parse(read('finance.sina.com.cn-nabc1.html.json').toString()) as { fetchedAt: string };
    expect(record).toEqual({ format: 1, url, requestedUrl: url, status: 200, contentType: 'text/html; charset=gbk', version: VERSION });
    expect(Math.abs(Date.parse(fetchedAt) - Date.now())).toBeLessThan(60_000);
    const offline = await run('article', 'saved/finance.sina.com.cn-nabc1.html');
    expect(online).toMatchObject({ code: 0, stdout: expect.stringContaining('![](http://finance.sina.com.cn/a.png)') as unknown });
    expect(withoutDate(offline.stdout)).toBe(withoutDate(online.stdout));
  });

  it('keeps a page that is refused, and one that comes with an error status, after its redirect', async () => {
    replies[url] = '<title>404 Not Found</title>';
    expect(await run('article', url, '--save-page', 'saved')).toMatchObject({ code: 3 });
    expect(read('finance.sina.com.cn-nabc1.html').toString()).toBe('<title>404 Not Found</title>');
    replies['/moved'] = { status: 302, headers: { location: '/gone' } };
    replies['/gone'] = { status: 410, headers: { 'content-type': 'text/html' }, body: 'gone for good' };
    expect(await run('article', 'http://example.com/moved', '--save-page', 'saved')).toMatchObject({ code: 3 });
    const [name = ''] = saved().filter((file) => /^example\.com-[0-9a-f]{8}\.html$/.test(file));
    expect(read(name).toString()).toBe('gone for good');
    expect(JSON.parse(read(`${name}.json`).toString())).toMatchObject({ url: 'http://example.com/gone', requestedUrl: 'http://example.com/moved', status: 410 });
    expect(await run('article', `saved/${name}`)).toMatchObject({ code: 3, stderr: expect.stringContaining('http://example.com/gone: the server answered HTTP 410') as unknown });
  });

  it('never overwrites: the same page at another time gets another name', async () => {
    const pages = ['一', '二', '一'].map((title) => financePage({ title }));
    for (const page of pages) {
      replies[url] = page;
      expect(await run('article', url, '--save-page', 'saved')).toMatchObject({ code: 0 });
    }
    const names = saved().filter((name) => name.endsWith('.html'));
    expect(names).toHaveLength(2);
    expect(names.map((name) => read(name).toString()).sort()).toEqual([pages[1], pages[0]].sort());
  });

  it('stops with 6 where nothing can be written', async () => {
    writeFileSync(join(cwd, 'file'), '');
    replies[url] = financePage({ title: '标题' });
    expect(await run('article', url, '--save-page', 'file')).toMatchObject({ code: 6, stdout: '' });
    expect(await run('article', url, '--save-page', 'file/sub')).toMatchObject({ code: 6, stdout: '' });
    expect(web.requests).toEqual([]);
  });

  it.each([[['article', 'page.html', '--save-page', 'saved']], [['article', '-', '--save-page', 'saved']], [['article', 'http://a/', '--save-page', ' ']]])(
    'refuses %j', async (args) => expect(await run(...args)).toMatchObject({ code: 2 }));
});

describe('article FILE', () => {
  it.each([['not JSON', '{'], ['another format', '{"format":2}'], ['something else', '[]']])('does not read past a record that is %s', async (_name, record) => {
    writeFileSync(join(cwd, 'page.html'), financePage({ title: '标题' }));
    writeFileSync(join(cwd, 'page.html.json'), record);
    expect(await run('article', 'page.html')).toMatchObject({ code: 3, stderr: expect.stringContaining('page.html.json: the page cannot be read (not the record') as unknown });
  });
});

describe('fetch --save-page', () => {
  it('keeps every page of the run, good ones and bad ones', async () => {
    replies['/api/roll/get'] = rollAnswer([{ id: 'ngood' }, { id: 'nbad' }, { id: 'ngone' }]);
    replies[pageUrl('ngood')] = financePage({ title: '好' });
    replies[pageUrl('nbad')] = financePage({ title: '坏', text: '' });
    replies[pageUrl('ngone')] = { status: 404, body: 'not there' };
    expect(await run('fetch', ROLL, ...AT_ONCE, '--out', 'posts', '--save-page', 'saved', '--limit', '3')).toMatchObject({ code: 1 });
    expect(saved()).toEqual(['nbad', 'ngone', 'ngood'].flatMap((id) => [`finance.sina.com.cn-${id}.html`, `finance.sina.com.cn-${id}.html.json`]));
    expect(read('finance.sina.com.cn-ngone.html').toString()).toBe('not there');
  });

  it('stops the run with 6 once a page cannot be saved', async () => {
    replies['/api/roll/get'] = rollAnswer([{ id: 'ngood' }]);
    replies[pageUrl('ngood')] = financePage({ title: '好' });
    // A folder stands where the page would go.
    mkdirSync(join(cwd, 'saved', 'finance.sina.com.cn-ngood.html'), { recursive: true });
    const result = await run('fetch', ROLL, ...AT_ONCE, '--out', 'posts', '--save-page', 'saved', '--limit', '1');
    expect(result).toMatchObject({ code: 6, stdout: '' });
    expect(result.stderr).toContain('saved: cannot be written');
  });
});

describe('the name of a saved page', () => {
  it.each([
    ['https://finance.sina.com.cn/china/2026-11-20/doc-inhefve8236522.shtml?from=x', 'finance.sina.com.cn-nhefve8236522'],
    ['https://k.sina.com.cn/article_6510235920_m1840a511000100anm3.html', 'k.sina.com.cn-6510235920-m1840a511000100anm3'],
    ['http://[::1]:80/../../etc/passwd', /^1-[0-9a-f]{8}$/],
    ['http://con.example/a', /^_con\.example-[0-9a-f]{8}$/],
    [`http://${'a.'.repeat(120)}com/x`, /^[a.]{1,100}-[0-9a-f]{8}$/],
    ['http://新浪.example/', /^xn--[a-z0-9]+\.example-[0-9a-f]{8}$/],
  ])('%s is %s', (url, name) => expect(pageName(url)).toMatch(name));
});

it('many pages that are saved at once under one name are all kept', async () => {
  const save = await openPageFolder(join(cwd, 'saved'), { version: '0', now: () => new Date(0) });
  const requestedUrl = 'http://finance.sina.com.cn/doc-inabc1.shtml';
  const bodies = Array.from({ length: 20 }, (_, index) => Buffer.from(`page ${index % 10}`));
  await Promise.all(bodies.map((body) => save({ requestedUrl, url: requestedUrl, status: 200, contentType: '', body })));
  const pages = saved().filter((name) => name.endsWith('.html'));
  expect(new Set(pages.map((name) => read(name).toString()))).toEqual(new Set(bodies.map(String)));
  expect(saved()).toHaveLength(2 * pages.length);
});

const withoutDate = (document: string): string => document.replace(/^date: .*$/m, '');
