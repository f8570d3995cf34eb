import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AT_ONCE, articlesOf, emptyFolder, runCli, type CliResult } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let cwd: string;
let text: string;
/** Of the pages that were asked for, what came with the header `x-token`. */
let tokens: unknown[];

beforeEach(async () => {
  cwd = emptyFolder();
  text = '今起启用。';
  tokens = [];
  server = await startServer(({ url = '', headers }, response) => {
    const [, feed = '', article] = /^\/(\w)(?:\/(\w+))?$/.exec(url) ?? [];
    if (article !== undefined) tokens.push(headers['x-token']);
    const item = `<item><title>${feed}的文章</title><link>${server.origin}/${feed}/1</link><pubDate>Tue, 24 Nov 2026 01:00:00 GMT</pubDate></item>`;
    if (article !== undefined) response.end(financePage({ title: `${feed}的文章`, text: `${feed}${text}`.repeat(30) }));
    else if (feed === '') response.writeHead(404).end();
    else response.end(`<rss version="2.0"><channel><title>${feed}</title>${item}</channel></rss>`);
  });
  writeFileSync(join(cwd, 'news-scrape.yaml'), `defaults: {delay: 0, retries: 0}
feeds:
  - {feed: "${server.origin}/a", name: a, group: g, out: one, set: [kind=a], header: ["x-token: secret"]}
  - {feed: "${server.origin}/b", name: b, out: two, body: html}
`);
});
afterEach(async () => {
  await server.close();
  rmSync(cwd, { recursive: true, force: true });
});
const run = (args: string[], env: Record<string, string> = {}): Promise<CliResult> => runCli(args, { cwd, env });
const linesOf = ({ stdout }: CliResult): Record<string, unknown>[] => stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>);
function postIn(folder: string): string {
  const [file = ''] = readdirSync(join(cwd, folder)).filter((name) => name.endsWith('.md'));
  return readFileSync(join(cwd, folder, file), 'utf8');
}

describe('refresh with a configuration', () => {
  it('goes through the folders of all feeds and treats each article as its feed wants it, private hosts and headers too', async () => {
    expect((await run(['fetch', '--quiet'])).code).toBe(0);
    expect(linesOf(await run(['refresh', '--json'])).map(({ type, feed, status, reason, requests }) => ({ type, feed, status, reason, requests }))).toEqual(expect.arrayContaining([
      { type: 'article', feed: `${server.origin}/a`, status: 'unchanged', reason: 'same', requests: 1 },
      { type: 'feed', feed: `${server.origin}/a`, status: 'refreshed', reason: undefined, requests: 0 },
      { type: 'feed', feed: `${server.origin}/b`, status: 'refreshed', reason: undefined, requests: 0 },
    ]));
    expect(tokens).toEqual(expect.arrayContaining(['secret', undefined, 'secret', undefined]));
    text = '已经更正。';
    const { stdout, stderr } = await run(['refresh']);
    expect(stdout.trim().split('\n').map((path) => path.split('/')[0]).sort()).toEqual(['one', 'two']);
    expect(stderr).toContain('2 articles updated in one, two');
    expect(stderr).toContain(`articles read again: ${server.origin}/a: 0 written, 1 updated`);
    expect([postIn('one'), postIn('two')]).toEqual([expect.stringMatching(/kind: a[^]*a已经更正/), expect.stringMatching(/<div>[^]*b已经更正/)]);
  });

  it('tells of a feed whose articles lie in two folders once for each, and counts nothing twice', async () => {
    await run(['fetch', 'a', '--quiet']);
    const { stdout } = await run(['fetch', 'a', '--out', 'two', '--json']);
    expect(stdout).toContain('"written":1');
    const feeds = linesOf(await run(['refresh', '--json'])).filter(({ type }) => type === 'feed');
    expect(feeds.map(({ feed, articles }) => [feed, Object.values(articles as Record<string, number>).reduce((sum, count) => sum + count, 0)])).toEqual(Array(2).fill([`${server.origin}/a`, 1]));
  });

  it('takes only the feeds of a name or group', async () => {
    await run(['fetch', '--quiet']);
    for (const feed of ['@g', 'a', `${server.origin}/a`]) expect(articlesOf(await run(['refresh', '--feed', feed, '--json']))).toMatchObject([{ feed: `${server.origin}/a`, reason: 'same' }]);
    expect(await run(['refresh', '--feed', '@x'])).toMatchObject({ code: 2 });
  });

  it('takes no selection from it, for that is meant for feeds', async () => {
    await run(['fetch', '--quiet']);
    expect(articlesOf(await run(['refresh', '--json'], { NEWS_SCRAPE_SINCE: '2026-11-25' }))).toHaveLength(2);
    expect(articlesOf(await run(['refresh', '--json', '--since', '2026-11-25']))).toHaveLength(0);
  });
});

describe('refresh without a configuration', () => {
  beforeEach(() => rmSync(join(cwd, 'news-scrape.yaml')));

  it('does not trust an archive to name private hosts, but whoever types them', async () => {
    await run(['fetch', `${server.origin}/a`, '--quiet', ...AT_ONCE]);
    expect(articlesOf(await run(['refresh', '--json', ...AT_ONCE]))).toMatchObject([{ reason: 'private_address' }]);
    expect(articlesOf(await run(['refresh', '--json', '--feed', `${server.origin}/a`, ...AT_ONCE]))).toMatchObject([{ reason: 'same' }]);
    expect(articlesOf(await run(['refresh', '--json', '--allow-private', ...AT_ONCE]))).toMatchObject([{ reason: 'same' }]);
  });

  it('prints what has changed where no file is to be made', async () => {
    await run(['fetch', `${server.origin}/a`, '--quiet', ...AT_ONCE]);
    text = '已经更正。';
    expect((await run(['refresh', '--stdout', '--allow-private', ...AT_ONCE])).stdout).toContain('a已经更正');
    expect(postIn('posts')).toContain('a今起启用');
  });
});

describe('article', () => {
  it('obeys configuration and variables as fetch does, where it has the option', async () => {
    writeFileSync(join(cwd, 'news-scrape.yaml'), 'defaults: {body: html, json: true, images: download, save-page: pages, author: me, set: [kind=mine]}\n');
    writeFileSync(join(cwd, 'page.html'), financePage({ title: '港口', text: text.repeat(30) }));
    const { code, stdout } = await run(['article', 'page.html'], { NEWS_SCRAPE_SET: 'kind=theirs' });
    expect([code, stdout]).toEqual([0, expect.stringMatching(/author: me[^]*kind: theirs[^]*<div>/)]);
    expect((await run(['article', 'page.html', '--body', 'markdown'])).stdout).not.toContain('<div>');
    expect((await run(['article', 'page.html', '--images', 'download'])).code).toBe(2);
  });
});
