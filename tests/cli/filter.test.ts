import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, type CliResult } from '../support/cli.js';
import { financePage, rollAnswer } from '../support/pages.js';
import { ROLL, useSite } from '../support/site.js';
import { startWeb } from '../support/web.js';

const site = useSite();
const posts = (): number => readdirSync(join(site.cwd, 'posts')).filter((name) => name.endsWith('.md')).length;
const reasons = (stdout: string): string[] => stdout.split('\n').filter((line) => line.includes('"article"')).map((line) => (JSON.parse(line) as { reason: string }).reason);

describe('a pattern that cannot be', () => {
  it.each([
    ['--include', '/(降准/', 'missing closing )'],
    ['--exclude', '/a(?=b)/', 'neither lookaround'],
    ['--include', '/降/g', 'no flag g'],
    ['--include', '/降', 'words, or a regular expression'],
    ['--exclude', ' ', 'words, or a regular expression'],
    ['--max-age', '2026-11-01', '30m, 12h, 7d or 1w'],
  ])('%s %s ends the run before anything is fetched', async (option, pattern, detail) => {
    const { code, stderr } = await site.run('fetch', ROLL, option, pattern);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(`${option} `) as string });
    expect(stderr).toContain(detail);
    expect(site.web.requests).toEqual([]);
  });

  it('is told with its line of the configuration', async () => {
    writeFileSync(join(site.cwd, 'news-scrape.yaml'), 'defaults:\n  max-age: 7d\nfeeds:\n  - feed: sina/china\n    exclude: [广告, "/a(b/"]\n');
    expect(await site.run('config', 'check')).toMatchObject({ code: 2, stderr: expect.stringMatching(/news-scrape\.yaml:5:\d+: .*\/a\(b\/.*missing closing \)/) as string });
  });
});

it('--catch-up says how many articles it has marked, and is not for watch', async () => {
  site.rows = [{ id: 'a' }, { id: 'b' }];
  expect(await site.run('fetch', ROLL, '--catch-up')).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('2 articles marked as seen: 0 written, 0 unchanged, 2 skipped') as string });
  site.rows = [{ id: 'c' }, ...site.rows];
  expect((await site.run('fetch', ROLL)).stderr).toContain('1 article written');
  expect(await site.run('watch', ROLL, '--catch-up')).toMatchObject({ code: 2, stderr: expect.stringContaining('Run "news-scrape fetch --catch-up" once') as string });
});

it('a filter of each feed comes from the configuration, and a feed that has not changed is read again when it has', async () => {
  site.rows = [{ id: 'a' }, { id: 'b' }];
  const web = await startWeb((url, headers) => {
    if (url.pathname !== '/api/roll/get') return financePage({ title: '标题' });
    return headers['if-none-match'] === '"1"' ? { status: 304 } : { headers: { etag: '"1"' }, body: url.searchParams.get('page') === '1' ? rollAnswer(site.rows) : rollAnswer([]) };
  });
  const run = (...args: string[]): Promise<CliResult> => runCli(['fetch', ...args], { cwd: site.cwd, env: web.env });
  const config = (pattern: string): void => writeFileSync(join(site.cwd, 'news-scrape.yaml'), `feeds:\n  - feed: ${ROLL}\n    include: ${pattern}\n`);
  config('标题a');
  expect(reasons((await run('--json')).stdout).sort()).toEqual(['new', 'not_included']);
  expect((await run('--json')).stdout).toContain('"status":"unchanged"');
  config('"/[ab]$/"');
  expect((await run()).stderr).toContain('1 article written');
  expect(posts()).toBe(2);
  await web.close();
});

describe('an article whose feed gives no date', () => {
  const FEED = 'http://blog.example/feed.xml';
  /** Two articles without a date in the feed, of which the pages tell that they were written last week and years ago. */
  const publish = (): void => {
    const lastWeek = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
    site.replies[FEED] = `<rss version="2.0"><channel><title>x</title>${['new', 'old'].map((id) => `<item><title>新闻${id}</title><link>http://blog.example/${id}</link></item>`).join('')}</channel></rss>`;
    site.replies['http://blog.example/new'] = financePage({ title: '新闻new', date: `${lastWeek} 09:30` });
    site.replies['http://blog.example/old'] = financePage({ title: '新闻old', date: '2019年3月5日 09:30' });
  };
  const pages = (): string[] => site.web.requests.splice(0).filter((request) => /(?:new|old)$/.test(request)).map((request) => request.slice(-3));
  const fetched = async (...args: string[]): Promise<string[]> => reasons((await site.run('fetch', FEED, '--json', ...args)).stdout).sort();

  it.each([['--max-age', '30d'], ['--since', '30d']])('is left out by %s for the date of its page, which is read once', async (...limit) => {
    publish();
    expect(await fetched(...limit)).toEqual(['new', 'too_old']);
    expect(pages().sort()).toEqual(['new', 'old']);
    expect(await fetched(...limit)).toEqual(['known', 'too_old']);
    expect(pages()).toEqual([]);
    expect(await fetched('--max-age', '9000d')).toEqual(['known', 'new']);
    expect(posts()).toBe(2);
  });
});
