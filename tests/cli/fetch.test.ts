import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AT_ONCE, emptyFolder, runCli, type CliResult } from '../support/cli.js';
import { financePage, pageUrl, rollAnswer, type Row } from '../support/pages.js';
import { startWeb, type Reply, type Web } from '../support/web.js';

const ROLL = 'http://feed.mix.sina.com.cn/api/roll/get?pageid=155&lid=1686';
const NOW = Math.floor(Date.now() / 1000);
const HOUR = 3600;

let cwd: string;
let web: Web | undefined;
/** What the web says: feeds and pages by address without query; the roll API lists `rows`. */
let site: Record<string, Reply | string>;
let rows: Row[];
/** The page of the roll API that answers with an error; 0 for none. */
let brokenPage: number;

beforeEach(async () => {
  cwd = emptyFolder();
  site = {};
  rows = [];
  brokenPage = 0;
  web = await startWeb((url) => {
    if (url.pathname === '/api/roll/get') {
      const [num, page] = [Number(url.searchParams.get('num')), Number(url.searchParams.get('page'))];
      if (page === brokenPage) return { status: 502 };
      return site.roll ?? rollAnswer(rows.slice((page - 1) * num, page * num));
    }
    const address = `http://${url.host}${url.pathname}`;
    const id = /doc-i(\w+)\.shtml$/.exec(url.pathname)?.[1];
    return site[address] ?? (id !== undefined && rows.some((row) => row.id === id) ? financePage({ title: `标题${id}` }) : undefined);
  });
});
afterEach(async () => {
  await web?.close();
  rmSync(cwd, { recursive: true, force: true });
});

const fetch = (...args: string[]): Promise<CliResult> => runCli(['fetch', ...args, ...AT_ONCE], { cwd, ...(web && { env: web.env }) });
const posts = (dir = 'posts'): string[] => readdirSync(join(cwd, dir)).filter((name) => name.endsWith('.md')).sort();
const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
const outcomes = (result: CliResult): Record<string, string>[] => lines(result.stdout).map((line) => JSON.parse(line) as Record<string, string>).filter(({ type }) => type === 'article');
const pagesAsked = (): string[] => (web?.requests ?? []).filter((url) => !url.includes('/api/roll/'));
const makeRows = (count: number, first = 0): Row[] => Array.from({ length: count }, (_, index) => ({ id: `n${first + index}`, ctime: NOW - (first + index) * HOUR }));

/** Lets so many seconds pass for the articles that fail. */
function makeOlder(seconds: number): void {
  const file = join(cwd, 'posts/.news-scrape/archive.jsonl');
  const older = (text: string): string => new Date(Date.parse(text) - seconds * 1000).toISOString();
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(?<="(?:since|failed)":")[^"]+/g, older));
}

describe('fetch', () => {
  it('writes a post for every article, prints its path, and the second run writes nothing', async () => {
    rows = makeRows(3);
    const first = await fetch(ROLL);
    expect(first.code).toBe(0);
    expect(lines(first.stdout).map((path) => path.replace('posts/', '')).sort()).toEqual(posts());
    expect(posts()).toHaveLength(3);
    const second = await fetch(ROLL);
    expect(second).toMatchObject({ code: 0, stdout: '' });
    expect(second.stderr).toContain('nothing new');
    expect(pagesAsked()).toHaveLength(3);
  });

  it('writes UTF-8 that begins with dashes, has no CR, and ends in one newline', async () => {
    rows = makeRows(1);
    await fetch(ROLL);
    const text = readFileSync(join(cwd, 'posts', posts()[0] ?? ''), 'utf8');
    expect(text).toMatch(/^---\ntitle: '标题n0'\n(.*\n)*---\n\n[^\n](.|\n)*[^\n]\n$/);
    expect(text).not.toContain('\r');
  });

  it('gives the front matter of the catalogue: categories, author, default picture, the feed\'s time', async () => {
    rows = [{ id: 'a1', title: '标题a1', ctime: 1_658_717_690 }];
    await fetch(ROLL);
    expect(readFileSync(join(cwd, 'posts', '2022-07-25-标题a1.md'), 'utf8')).toContain(
      readFileSync(new URL('../../fixtures/front-matter/hexo.yaml', import.meta.url), 'utf8').replace(/title: .*/, "title: '标题a1'"),
    );
  });

  it('pages through the roll API until the limit', async () => {
    rows = makeRows(130);
    const result = await fetch(ROLL, '--limit', '120', '--quiet');
    expect(lines(result.stdout)).toHaveLength(120);
    expect(result.stderr).toBe('');
  });

  it('pages until the time given with --since', async () => {
    rows = makeRows(130);
    expect(lines((await fetch(ROLL, '--since', '70h')).stdout)).toHaveLength(70);
    expect(web?.requests.filter((url) => url.includes('/api/roll/'))).toHaveLength(3);
  });

  it('takes what stands before a page of a feed that fails, and the rest in the next run', async () => {
    rows = makeRows(30, 200);
    await fetch(ROLL);
    rows = [...makeRows(120, 0), ...rows];
    brokenPage = 2;
    const first = await fetch(ROLL);
    expect(first.code).toBe(1);
    expect(lines(first.stdout)).toHaveLength(50);
    expect(first.stderr).toContain('What stands before it was taken, and the next run asks for the rest.');
    brokenPage = 0;
    expect(lines((await fetch(ROLL)).stdout)).toHaveLength(70);
  });

  it('takes 30 in a feed\'s first run, and later all that is newer, however much came meanwhile', async () => {
    rows = makeRows(60, 100);
    const first = await fetch(ROLL);
    expect(lines(first.stdout)).toHaveLength(30);
    expect(first.stderr).toContain('newest 30');
    rows = [...makeRows(70, 0), ...rows];
    expect(lines((await fetch(ROLL)).stdout)).toHaveLength(70);
    expect((await fetch(ROLL)).stdout).toBe('');
  });

  it('makes no second file for a changed title, a second channel or the mobile address of an article', async () => {
    rows = makeRows(1);
    await fetch(ROLL);
    rows = [{ id: 'n0', title: '改过的标题', ctime: NOW }];
    await fetch(ROLL);
    await fetch(ROLL.replace('1686', '1687'));
    const mobile = 'http://finance.sina.cn/2026-11-20/detail-in0.d.html';
    site['http://rss.example/feed'] = `<rss version="2.0"><channel><title>x</title><item><title>移动版</title><link>${mobile}</link></item></channel></rss>`;
    await fetch('http://rss.example/feed');
    expect(posts()).toHaveLength(1);
  });

  it('adds an id where two articles have one title and day, and never overwrites a file that it did not write', async () => {
    mkdirSync(join(cwd, 'posts'));
    rows = [{ id: 'a', title: '同题' }, { id: 'b', title: '同题' }].map((row) => ({ ...row, ctime: 1_795_000_000 }));
    writeFileSync(join(cwd, 'posts', '2026-11-18-同题.md'), 'mine');
    await fetch(ROLL);
    expect(posts()).toEqual([expect.stringMatching(/^2026-11-18-同题-[0-9a-f]{8}\.md$/), expect.stringMatching(/^2026-11-18-同题-[0-9a-f]{8}\.md$/), '2026-11-18-同题.md']);
    expect(readFileSync(join(cwd, 'posts', '2026-11-18-同题.md'), 'utf8')).toBe('mine');
  });

  it('does not write a post again that a person deleted', async () => {
    rows = makeRows(1);
    await fetch(ROLL);
    rmSync(join(cwd, 'posts', posts()[0] ?? ''));
    await fetch(ROLL);
    expect(posts()).toEqual([]);
  });

  it('reports a bad article with address and reason, writes the others, and tries it again for days', async () => {
    rows = makeRows(3);
    site[pageUrl('n1')] = { status: 503 };
    const first = await fetch(ROLL, '--json');
    expect(first.code).toBe(1);
    expect(outcomes(first).map(({ status, reason }) => `${status} ${reason}`)).toEqual(['written new', 'failed http_status', 'written new']);
    expect(first.stderr).toContain(pageUrl('n1'));
    rows = makeRows(1);
    for (const run of [2, 3, 4, 5]) {
      makeOlder(HOUR);
      expect([run, (await fetch(ROLL)).code]).toEqual([run, 1]);
    }
    expect((await fetch(ROLL)).code).toBe(0);
    makeOlder(7 * 24 * HOUR);
    const last = await fetch(ROLL, '--quiet');
    expect(last.code).toBe(1);
    expect(last.stderr).toContain('given up after 6 failed runs');
    expect((await fetch(ROLL, '--json')).code).toBe(0);
    expect(pagesAsked().filter((url) => url === pageUrl('n1'))).toHaveLength(6);
  });

  it('writes an article that failed before, also when the feed has dropped it', async () => {
    rows = makeRows(2);
    site[pageUrl('n1')] = { status: 503 };
    await fetch(ROLL);
    site[pageUrl('n1')] = financePage({ title: '标题n1' });
    rows = makeRows(1);
    expect((await fetch(ROLL)).code).toBe(0);
    expect(posts()).toHaveLength(2);
  });

  it('skips a page without text by its nature, remembers it, and does not ask again', async () => {
    rows = makeRows(2);
    site[pageUrl('n1')] = financePage({ title: '视频', text: '' }).replace('id="artibody">', 'id="artibody"><div class="Video_Cont" id="Video_Cont"></div>');
    const first = await fetch(ROLL, '--json');
    expect(first.code).toBe(0);
    expect(outcomes(first)[0]).toMatchObject({ status: 'skipped', reason: 'video_only' });
    expect(outcomes(await fetch(ROLL, '--json'))[0]).toMatchObject({ status: 'skipped', reason: 'video_only' });
    expect(pagesAsked()).toHaveLength(2);
  });

  it.each([
    ['an error page with status 200', { body: '<title>页面没有找到</title><p>您访问的页面不存在或者已经被删除，请稍后再试，五秒后返回首页。</p>' }, 'error_page'],
    ['a visitor check', { body: '<title>Sina Visitor System</title><p>正在进行访客身份验证，请稍候，页面将自动跳转到您要访问的地址。</p>' }, 'blocked'],
    ['an empty body', financePage({ title: 'x', text: '' }), 'empty_body'],
    ['a picture', { headers: { 'content-type': 'image/png' }, body: 'png' }, 'not_html'],
    ['a page that is gone', { status: 404 }, 'not_found'],
  ])('writes nothing for %s', async (_name, reply, reason) => {
    rows = makeRows(1);
    site[pageUrl('n0')] = reply;
    const result = await fetch(ROLL, '--json');
    expect(outcomes(result)).toMatchObject([{ status: 'failed', reason }]);
    expect(result.code).toBe(3);
    expect(posts()).toEqual([]);
  });

  it('reads a feed from a file and from standard input', async () => {
    rows = makeRows(2);
    writeFileSync(join(cwd, 'saved.dat'), rollAnswer(rows));
    expect(lines((await fetch('saved.dat', '--out', 'a')).stdout)).toHaveLength(2);
    const piped = await runCli(['fetch', '-', '--out', 'b'], { cwd, input: rollAnswer(rows), ...(web && { env: web.env }) });
    expect(lines(piped.stdout)).toHaveLength(2);
    expect(readFileSync(join(cwd, 'b', posts('b')[0] ?? ''), 'utf8')).toContain(' - 金融\n - 新浪财经\n');
  });

  it('takes categories and author of another feed from the feed', async () => {
    rows = makeRows(1);
    site['http://rss.example/feed'] = `<rss version="2.0"><channel><title>示例 周刊</title><item><title>标题</title><link>${pageUrl('n0')}</link><author>记者甲</author><category>公司</category><pubDate>Mon, 25 Jul 2022 10:54:50 +0800</pubDate></item></channel></rss>`;
    await fetch('http://rss.example/feed');
    const text = readFileSync(join(cwd, 'posts', posts()[0] ?? ''), 'utf8');
    expect(text).toContain('categories: \n - 示例 周刊\n - 公司\n');
    expect(text).toContain('author: 记者甲\n');
    expect(text).toContain('date: Mon, 25 Jul 2022 02:54:50 GMT\n');
  });

  it('writes the article\'s HTML with --body html', async () => {
    rows = makeRows(1);
    site[pageUrl('n0')] = financePage({ title: 'x', text: '这里有一张图片和一些{{ 花括号 }}，以及足够长的正文文字。<br><img src="//n.sinaimg.cn/a.png">' });
    await fetch(ROLL, '--body', 'html');
    const body = readFileSync(join(cwd, 'posts', posts()[0] ?? ''), 'utf8').split('---\n')[2] ?? '';
    expect(body).toMatch(/^\n<div>\n<p>.*&#123;&#123; 花括号 &#125;&#125;.*<\/p>\n<figure><img src="https:\/\/n\.sinaimg\.cn\/a\.png" alt="" referrerpolicy="no-referrer"><\/figure>\n<\/div>\n$/);
  });

  it('prints the documents with --stdout and leaves the disk alone', async () => {
    rows = makeRows(2);
    const result = await fetch(ROLL, '--stdout');
    expect(result.stdout.match(/^title: /gm)).toHaveLength(2);
    expect(result.stdout).toMatch(/^---\n/);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('prints with --stdout --out only what that folder does not have', async () => {
    rows = makeRows(1);
    await fetch(ROLL, '--out', 'a');
    rows = makeRows(2);
    const result = await fetch(ROLL, '--stdout', '--out', 'a');
    expect(result.stdout.match(/^title: /gm)).toEqual(null);
    rows = [{ id: 'newer', ctime: NOW + 60 }, ...rows];
    expect((await fetch(ROLL, '--stdout', '--out', 'a')).stdout).toContain("title: '标题newer'");
    expect(posts('a')).toHaveLength(1);
  });

  it('does all but write with --dry-run', async () => {
    rows = makeRows(1);
    expect(lines((await fetch(ROLL, '--dry-run')).stdout)).toHaveLength(1);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('says nothing with --quiet when all went well, and logs requests with --verbose', async () => {
    rows = makeRows(1);
    expect((await fetch(ROLL, '--quiet')).stderr).toBe('');
    expect((await fetch(ROLL, '--verbose', '--out', 'b')).stderr).toContain(`GET ${pageUrl('n0')}`);
  });

  it('warns of a feed whose newest item is older than 30 days, and names a live one', async () => {
    rows = [{ id: 'old', ctime: NOW - 40 * 24 * HOUR }];
    const result = await fetch(ROLL.replace('155&lid=1686', '153&lid=2510'));
    expect(result.code).toBe(0);
    expect(result.stderr).toMatch(/warning: .*Use the live feed sina\/china instead/);
  });

  it.each([
    ['no item at all', rollAnswer([]), 'no item at all'],
    ['a status other than 0', '{"result":{"status":{"code":"11","msg":"bad lid"}}}', 'refused with status 11 (bad lid)'],
    ['no data', '{"result":{"status":{"code":0}}}', 'no list of articles'],
    ['HTML', '<!DOCTYPE html><html><body>busy</body></html>', 'a web page, not a feed'],
    ['truncated JSON', rollAnswer(makeRows(1)).slice(0, 60), 'ends early'],
    ['status 404', { status: 404 }, 'HTTP 404'],
  ])('fails on a feed with %s and leaves no folder', async (_name, reply, words) => {
    site.roll = reply;
    const result = await fetch(ROLL);
    expect(result).toMatchObject({ code: 3, stdout: '' });
    expect(result.stderr).toContain(words);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('takes the other feeds when one fails', async () => {
    rows = makeRows(1);
    const result = await fetch('http://dead.example/feed', ROLL);
    expect(result.code).toBe(1);
    expect(lines(result.stdout)).toHaveLength(1);
  });
});
