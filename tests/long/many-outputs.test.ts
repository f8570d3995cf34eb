import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AT_ONCE, emptyFolder, runCli, type CliResult } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { startWeb, type Web } from '../support/web.js';

let web: Web;
let cwd: string;
let asked: { url: string; headers: string[] }[];
const article = (id: string): string => `http://finance.sina.com.cn/china/doc-i${id}.shtml`;
const rss = (...ids: string[]): string =>
  `<rss version="2.0"><channel><title>港口</title>${ids.map((id) => `<item><title>港口新闻${id}</title><link>${article(id)}</link><pubDate>Tue, 24 Nov 2026 01:00:00 GMT</pubDate></item>`).join('')}</channel></rss>`;
const FEEDS: Record<string, string> = { 'http://a.example/feed': rss('na', 'nshared'), 'http://b.example/feed': rss('nb', 'nshared'), 'http://c.example/feed': rss('nc') };

const CONFIG = `defaults:
  delay: 0
  retries: 0
  out: posts
groups:
  ports: {out: ports, source-link: true}
feeds:
  - http://a.example/feed
  - {feed: http://b.example/feed, name: b, group: ports, header: "X-Token: secret-of-b"}
  - {feed: http://c.example/feed, name: c, group: ports, set: [kind=c]}
`;

beforeEach(async () => {
  cwd = emptyFolder();
  asked = [];
  web = await startWeb((url, headers) => {
    asked.push({ url: url.href, headers: Object.values(headers).map(String) });
    const id = /doc-i(\w+)\.shtml/.exec(url.pathname)?.[1];
    return id === undefined ? FEEDS[url.href] : financePage({ title: `港口新闻${id}`, text: `${id}号泊位今起启用。`.repeat(20) });
  });
  writeFileSync(join(cwd, 'news-scrape.yaml'), CONFIG);
});
afterEach(async () => {
  await web.close();
  rmSync(cwd, { recursive: true, force: true });
});
const run = (args: string[], env: Record<string, string> = {}, folder = cwd): Promise<CliResult> => runCli(args, { cwd: folder, env: { ...web.env, ...env } });
const postsIn = (folder: string): string[] => (existsSync(join(cwd, folder)) ? readdirSync(join(cwd, folder)).filter((name) => name.endsWith('.md')).sort() : []);
const post = (id: string): string => `2026-11-24-港口新闻${id}.md`;

describe('fetch with a configuration', () => {
  it('without feeds runs them all, each with its options, with one archive for each folder and one summary', async () => {
    const { code, stdout, stderr } = await run(['fetch']);
    expect([code, stdout.split('\n').filter(Boolean).sort()]).toEqual([0, [`ports/${post('nb')}`, `ports/${post('nc')}`, `ports/${post('nshared')}`, `posts/${post('na')}`, `posts/${post('nshared')}`].sort()]);
    expect(postsIn('posts')).toEqual([post('na'), post('nshared')]);
    for (const folder of ['posts', 'ports']) expect(existsSync(join(cwd, folder, '.news-scrape', 'archive.jsonl'))).toBe(true);
    expect(stderr.match(/articles? written to/g)).toHaveLength(1);
    expect(stderr).toContain('5 articles written to ports, posts: 5 written');
    expect(await run(['fetch', '--json'])).toMatchObject({ code: 0, stdout: expect.stringContaining('"articles":{"written":0,"updated":0,"unchanged":5') as unknown });
  });

  it('gives a header of one feed to its origin and to no other', async () => {
    await run(['fetch']);
    expect(asked.filter(({ headers }) => headers.includes('secret-of-b')).map(({ url }) => url)).toEqual(['http://b.example/feed']);
  });

  it('runs the feeds of a group, or those that are named', async () => {
    expect((await run(['fetch', '@ports', '--dry-run', '--json'])).stdout).not.toContain('"feed":"http://a.example/feed"');
    await run(['fetch', 'c']);
    expect([postsIn('posts'), postsIn('ports')]).toEqual([[], [post('nc')]]);
  });

  it('obeys variables before the file and flags before both', async () => {
    await run(['fetch', 'c'], { NEWS_SCRAPE_OUT: 'elsewhere' });
    await run(['fetch', 'c', '--out', 'third'], { NEWS_SCRAPE_OUT: 'elsewhere' });
    expect([postsIn('ports'), postsIn('elsewhere'), postsIn('third')]).toEqual([[], [post('nc')], [post('nc')]]);
    expect((await run(['fetch', 'c'], { NEWS_SCRAPE_OUTT: 'x' })).stderr).toContain('NEWS_SCRAPE_OUTT means nothing; did you mean NEWS_SCRAPE_OUT?');
    expect(await run(['fetch', 'c'], { NEWS_SCRAPE_LIMIT: 'x' })).toMatchObject({ code: 2, stdout: '' });
  });

  it('starts paths at the folder of the file, wherever it runs', async () => {
    const inner = join(cwd, 'deep', 'down');
    mkdirSync(inner, { recursive: true });
    expect((await run(['fetch', 'c'], {}, inner)).stdout).toBe(`../../ports/${post('nc')}\n`);
    expect(postsIn('ports')).toEqual([post('nc')]);
  });

  it('fetches nothing if one of the folders cannot be had', async () => {
    mkdirSync(join(cwd, 'ports', '.news-scrape'), { recursive: true });
    writeFileSync(join(cwd, 'ports', '.news-scrape', 'archive.jsonl'), 'broken\n');
    expect(await run(['fetch'])).toMatchObject({ code: 5, stdout: '' });
    expect(asked).toEqual([]);
  });

  it('goes on with the others where a feed fails, in one exit code', async () => {
    FEEDS['http://a.example/feed'] = 'no feed';
    const { code, stderr } = await run(['fetch']);
    FEEDS['http://a.example/feed'] = rss('na', 'nshared');
    expect(code).toBe(1);
    expect(stderr).toContain('1 of 3 feeds failed');
    expect(postsIn('ports')).toHaveLength(3);
  });
});

describe('fetch without feeds', () => {
  it('and without a configuration says what to do', async () => {
    rmSync(join(cwd, 'news-scrape.yaml'));
    expect(await run(['fetch', ...AT_ONCE])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('No feed was named and there is no news-scrape.yaml with feeds. Name one') as unknown });
  });

  it('refuses two generators in one folder', async () => {
    writeFileSync(join(cwd, 'news-scrape.yaml'), 'feeds:\n  - {feed: http://a.example/feed, profile: hugo}\n  - {feed: http://b.example/feed, profile: jekyll}\n');
    expect(await run(['fetch'])).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot be for both hugo and jekyll') as unknown });
  });
});

describe('config check', () => {
  it('says that the configuration is right', async () => {
    expect(await run(['config', 'check'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/news-scrape\.yaml: ok, feeds: 3, site rules: 0\ngroups: ports \(feeds: 2\)\n$/) as unknown, stderr: '' });
  });

  it('says all that is wrong with it, and asks for nothing', async () => {
    writeFileSync(join(cwd, 'mine.yaml'), 'defaults:\n  limit: 0\nfeeds:\n  - {feed: sina/china, limt: 2}\n');
    const { code, stdout, stderr } = await run(['config', 'check', '--config', 'mine.yaml']);
    expect([code, stdout, asked]).toEqual([2, '', []]);
    expect(stderr.trim().split('\n')).toEqual(['news-scrape: mine.yaml:2:10: limit 0: expected a whole number from 1', 'news-scrape: mine.yaml:4:24: unknown key "limt"; did you mean "limit"?']);
  });

  it('says that there is none', async () => {
    rmSync(join(cwd, 'news-scrape.yaml'));
    expect(await run(['config', 'check'])).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no news-scrape.yaml') as unknown });
  });
});
