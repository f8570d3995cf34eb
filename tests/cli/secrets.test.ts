import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { hideSecrets } from '../../src/hide.js';
import { AT_ONCE } from '../support/cli.js';
import { financePage, pageUrl, rollAnswer } from '../support/pages.js';
import { ROLL, useSite } from '../support/site.js';

const SECRET = 'hunter2';
const FEED = `${ROLL}&token=${SECRET}`;

const site = useSite();
const fetchFeed = (feed = FEED): ReturnType<typeof site.run> => site.run('fetch', feed, '--retries', '0', '--delay', '0', '--filename', '{feed}-{title}', '--log-file', 'log');
const textsOf = (): [string, string][] =>
  readdirSync(site.cwd, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')]);
const holders = (): string[] => textsOf().filter((file) => file.join('\n').includes(SECRET)).map(([name]) => name);

/** Puts the files of the state back to what earlier versions wrote. */
function writeSecretsBack(): void {
  for (const name of ['archive.jsonl', 'feeds.jsonl']) {
    const path = join(site.cwd, 'posts/.news-scrape', name);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(hideSecrets(FEED), FEED).replaceAll('token=***', `token=${SECRET}`));
  }
}

describe('a token in the address of a feed', () => {
  it('stands in no file, and the feed is known again by it', async () => {
    site.rows = [{ id: 'a' }, { id: 'b' }];
    site.replies[pageUrl('b')] = { status: 503 };
    site.replies.roll = { headers: { etag: '"1"' }, body: rollAnswer(site.rows) };
    await fetchFeed();
    expect(holders()).toEqual([]);
    site.replies = { roll: site.replies.roll };
    const { stdout, stderr } = await fetchFeed();
    expect(stdout.split('\n').filter(Boolean)).toHaveLength(1);
    expect(stderr).toContain('1 written, 1 unchanged');
    expect(holders()).toEqual([]);
  });

  it('is another one than another token', async () => {
    site.rows = [{ id: 'a' }];
    await fetchFeed();
    await fetchFeed(FEED.replace(SECRET, 'other'));
    const marks = readFileSync(join(site.cwd, 'posts/.news-scrape/feeds.jsonl'), 'utf8');
    expect(new Set(marks.match(/"feed":"[^"]+"/g)).size).toBe(2);
  });

  it('is taken out of the files of earlier versions, whose articles are neither lost nor doubled', async () => {
    site.rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    site.replies[pageUrl('b')] = { status: 503 };
    await fetchFeed();
    writeSecretsBack();
    expect(holders().sort()).toEqual(['archive.jsonl', 'feeds.jsonl']);
    site.rows = [{ id: 'd' }];
    site.replies[pageUrl('b')] = financePage({ title: '标题b' });
    const { stderr } = await fetchFeed();
    expect(stderr).toContain('2 written');
    expect(readdirSync(join(site.cwd, 'posts')).filter((name) => name.endsWith('.md'))).toHaveLength(4);
    expect(holders()).toEqual([]);
    site.rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }];
    expect((await fetchFeed()).stdout).toBe('');
  });
});

describe('a secret in the address of an article', () => {
  const link = (id: string): string => `http://news.example/a?id=${id}&token=${SECRET}`;
  const list = (...ids: string[]): string =>
    `<rss version="2.0"><channel><title>港口</title>${ids.map((id) => `<item><title>标题${id}</title><link>${link(id).replace('&', '&amp;')}</link><pubDate>Tue, 24 Nov 2026 01:00:00 GMT</pubDate></item>`).join('')}</channel></rss>`;
  const fetchAll = (...args: string[]): ReturnType<typeof site.run> => site.run('fetch', 'http://feed.example/feed', ...AT_ONCE, '--fields', 'link,id', '--source-link', '--save-page', 'pages', '--log-file', 'log', '--json', ...args);
  const refresh = (): ReturnType<typeof site.run> => site.run('refresh', '--json', ...AT_ONCE);
  const endings = ({ stdout }: { stdout: string }): string[] => stdout.split('\n').filter((line) => line.includes('"type":"article"')).map((line) => {
    const { status, reason } = JSON.parse(line) as { status: string; reason: string };
    return `${status} ${reason}`;
  });
  const archive = (): string => join(site.cwd, 'posts/.news-scrape/archive.jsonl');
  const posts = (): string[] => readdirSync(join(site.cwd, 'posts')).filter((name) => name.endsWith('.md'));
  beforeEach(() => {
    site.replies['http://feed.example/feed'] = list('1', '2');
    // The site has one path for all its articles.
    site.replies['http://news.example/a'] = financePage({ title: '标题' });
  });

  it('stands in no file and on no output, tells two articles apart, and post and link go without it', async () => {
    const first = await fetchAll();
    expect(endings(first)).toEqual(['written new', 'written new']);
    expect([...holders(), first.stdout.includes(SECRET), first.stderr.includes(SECRET)]).toEqual([false, false]);
    const [post = ''] = textsOf().filter(([name]) => name === posts()[0]).map(([, text]) => text);
    expect(post).toContain("source_url: 'http://news.example/a?id=");
    expect(post).toMatch(/\]\(<?http:\/\/news\.example\/a\?id=\d>?\)/);
    expect(endings(await fetchAll())).toEqual(['unchanged known', 'unchanged known']);
    const asked = site.web.requests.length;
    expect(endings(await refresh())).toEqual(['unchanged hidden', 'unchanged hidden']);
    expect(site.web.requests).toHaveLength(asked);
  });

  it('is asked for again while the feed lists the article, and not without it', async () => {
    site.replies['http://news.example/a'] = { status: 503 };
    expect(endings(await fetchAll())).toEqual(['failed http_status', 'failed http_status']);
    site.replies['http://feed.example/feed'] = list('2', '3');
    site.replies['http://news.example/a'] = financePage({ title: '标题' });
    expect(endings(await fetchAll()).sort()).toEqual(['failed no_url', 'written new', 'written new']);
    expect(site.web.requests.filter((url) => url.includes('***'))).toEqual([]);
    site.replies['http://feed.example/feed'] = list('1', '2', '3');
    expect(endings(await fetchAll()).sort()).toEqual(['unchanged known', 'unchanged known', 'written new']);
    expect(holders()).toEqual([]);
  });

  it('is taken out of the archive of earlier versions, which know the articles again', async () => {
    await fetchAll();
    const old = readFileSync(archive(), 'utf8').replaceAll(/token=\*\*\*#\w{8}/g, `token=${SECRET}`).replaceAll('"version":4', '"version":3');
    writeFileSync(archive(), old);
    expect(holders()).toEqual(['archive.jsonl']);
    expect(endings(await fetchAll())).toEqual(['unchanged known', 'unchanged known']);
    expect(holders()).toEqual([]);
    expect(posts()).toHaveLength(2);
  });
});
