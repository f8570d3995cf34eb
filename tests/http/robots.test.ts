import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient, type ClientOptions } from '../../src/http/client.js';
import type { HttpClient } from '../../src/http/types.js';
import { AT_ONCE, emptyFolder, runCli, type CliResult } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { serveTable, startServer, type TestServer } from '../support/server.js';

type Reply = Parameters<typeof serveTable>[0][string];

let server: TestServer;
let client: HttpClient;
async function serve(robots: Reply | undefined, options: ClientOptions = {}): Promise<void> {
  server = await startServer(serveTable({ ...(robots !== undefined && { '/robots.txt': robots }), '/a': 'a', '/private/b': 'b', '/to-private': { status: 302, headers: { location: '/private/b' } } }));
  client = createClient({ allowPrivate: true, retries: 0, ...options });
}
afterEach(async () => {
  await client.close();
  await server.close();
});
const get = (path: string, kind: 'page' | 'feed' | 'picture' = 'page'): Promise<string> =>
  client.get(server.origin + path, { kind }).then(({ body }) => body.toString(), (error: unknown) => (error as { code: string }).code);

const FORBID = 'User-agent: *\nDisallow: /private/\n';

describe('robots.txt', () => {
  it('is asked for once, and keeps us from what it forbids, also after a redirect', async () => {
    await serve(FORBID);
    expect([await get('/a'), await get('/private/b'), await get('/private/b', 'picture'), await get('/to-private')]).toEqual(['a', 'robots', 'robots', 'robots']);
    expect(server.requests).toEqual(['/robots.txt', '/a', '/to-private']);
  });

  it('has no say in feeds, which a person typed, nor with ignoreRobots', async () => {
    await serve(FORBID);
    expect(await get('/private/b', 'feed')).toBe('b');
    await client.close();
    client = createClient({ allowPrivate: true, ignoreRobots: true });
    expect(await get('/private/b')).toBe('b');
    expect(server.requests).toEqual(['/private/b', '/private/b']);
  });

  it.each([
    ['a group of ours', `${FORBID}User-agent: News-Scrape\nDisallow: /a\n`, ['robots', 'b']],
    ['a group of others', 'User-agent: Googlebot\nDisallow: /\n', ['a', 'b']],
    ['the longest match', 'User-agent: *\nDisallow: /\nAllow: /private/\n', ['robots', 'b']],
    ['a web page in its place', financePage({ title: 'x' }), ['a', 'b']],
    ['half a megabyte of comment before a rule', `#${'x'.repeat(600_000)}\n${FORBID}`, ['a', 'b']],
    ['a rule before half a megabyte of comment', `${FORBID}#${'x'.repeat(600_000)}`, ['a', 'robots']],
  ])('is understood with %s', async (_name, text, expected) => {
    await serve(text);
    expect([await get('/a'), await get('/private/b')]).toEqual(expected);
  });

  it.each([401, 403, 404, 410])('that answers %d allows all', async (status) => {
    await serve({ status });
    expect(await get('/a')).toBe('a');
  });

  it.each([429, 500, 503])('that answers %d allows nothing for now, and is not asked for again', async (status) => {
    await serve({ status });
    expect([await get('/a'), await get('/private/b')]).toEqual(['robots_unreachable', 'robots_unreachable']);
    expect(server.requests).toEqual(['/robots.txt']);
  });

  it('that redirects in a circle is none', async () => {
    await serve({ status: 302, headers: { location: '/robots.txt' } });
    expect(await get('/a')).toBe('a');
  });

  it('slows us down as it asks', async () => {
    await serve('User-agent: *\nCrawl-delay: 0.4\n');
    const start = performance.now();
    await Promise.all([get('/a'), get('/a'), get('/a')]);
    expect(performance.now() - start).toBeGreaterThan(750);
  });

  it('may name the program that the user pretends to be', async () => {
    await serve('User-agent: mybot\nDisallow: /a\n', { userAgent: 'MyBot/2.0 (+https://example.org)' });
    expect(await get('/a')).toBe('robots');
  });
});

describe('fetch', () => {
  let cwd: string;
  beforeEach(() => (cwd = emptyFolder()));
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));
  const fetch = (...options: string[]): Promise<CliResult> => runCli(['fetch', `${server.origin}/feed`, ...options, ...AT_ONCE], { cwd });

  it('skips what robots.txt forbids, and takes it once it is allowed or --ignore-robots is given', async () => {
    await serve(undefined);
    await server.close();
    let robots = FORBID;
    const item = (path: string): string => `<item><title>${path}</title><link>${server.origin}${path}</link><pubDate>Fri, 20 Nov 2026 00:00:00 GMT</pubDate></item>`;
    server = await startServer((request, response) => serveTable({
      '/robots.txt': robots,
      '/feed': { headers: { etag: '"1"' }, body: `<rss version="2.0"><channel><title>x</title>${item('/a1')}${item('/private/b1')}${item('/private/b2')}</channel></rss>` },
      '/a1': financePage({ title: '一' }),
      '/private/b1': financePage({ title: '二' }),
      '/private/b2': financePage({ title: '三' }),
    })(request, response));
    const first = await fetch('--json');
    expect(first.code).toBe(0);
    expect(first.stdout.split('\n').filter((line) => line.includes('"reason":"robots"'))).toHaveLength(2);
    expect(server.requests.some((path) => path.startsWith('/private/'))).toBe(false);
    robots = 'User-agent: *\nDisallow: /private/b2\n';
    expect((await fetch()).stdout.trim().split('\n')).toHaveLength(1);
    expect((await fetch('--ignore-robots')).stdout.trim().split('\n')).toHaveLength(1);
    expect((await fetch()).stdout).toBe('');
  });

  it('says once, with --quiet too, that robots.txt forbids all that is new, and once that it does no more', async () => {
    await serve(undefined);
    await server.close();
    let robots = FORBID;
    server = await startServer((request, response) => serveTable({
      '/robots.txt': robots,
      '/feed': `<rss version="2.0"><channel><title>x</title><item><title>x</title><link>${server.origin}/private/a</link></item></channel></rss>`,
      '/private/a': financePage({ title: '一' }),
    })(request, response));
    const first = await fetch('--quiet');
    expect(first).toMatchObject({ code: 0, stdout: '' });
    expect(first.stderr).toMatch(/^warning: .*\/feed: robots\.txt forbids every new article of this feed\..*\n$/);
    expect((await fetch('--quiet')).stderr).toBe('');
    robots = '';
    expect((await fetch('--quiet')).stderr).toMatch(/^robots\.txt allows articles again: .*\/feed\n$/);
    expect((await fetch('--quiet')).stderr).toBe('');
  });
});
