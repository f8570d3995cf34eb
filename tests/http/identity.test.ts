import { rmSync, writeFileSync, readFileSync, readdirSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cookieHeader, parseCookieFile } from '../../src/http/cookies.js';
import { AT_ONCE, emptyFolder, runCli, type CliResult } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

describe('a cookie file', () => {
  const file = [
    '# Netscape HTTP Cookie File',
    '',
    '.example.org\tTRUE\t/\tFALSE\t0\tall\t1',
    '#HttpOnly_www.example.org\tFALSE\t/news\tTRUE\t4102444800\tsafe\t2',
    'old.example.org\tFALSE\t/\tFALSE\t1\tgone\t3',
  ].join('\r\n');
  const cookies = parseCookieFile(file);
  const sent = (url: string): string => (Array.isArray(cookies) ? cookieHeader(cookies, new URL(url), new Date('2026-11-24')) : 'unreadable');

  it.each([
    ['https://www.example.org/news/1', 'all=1; safe=2'],
    ['https://www.example.org/news', 'all=1; safe=2'],
    ['http://www.example.org/news/1', 'all=1'],
    ['https://www.example.org/newsletter', 'all=1'],
    ['https://example.org/', 'all=1'],
    ['https://a.b.example.org/', 'all=1'],
    ['https://old.example.org/', 'all=1'],
    ['https://sub.www.example.org/news/1', 'all=1'],
    ['https://notexample.org/', ''],
    ['https://example.org.evil.example/', ''],
  ])('gives %s the cookies that are for it', (url, header) => expect(sent(url)).toBe(header));

  it.each([
    ['spaces for tabs', 'example.org FALSE / FALSE 0 a b'],
    ['a line break in a value', 'example.org\tFALSE\t/\tFALSE\t0\ta\tb\u0000c'],
    ['JSON', '[{"domain":"example.org"}]'],
    ['six fields', 'example.org\tFALSE\t/\tFALSE\t0\ta'],
  ])('with %s is refused by line', (_name, line) => expect(parseCookieFile(`# x\n${line}\n`)).toBe(2));
});

describe('what the user gives', () => {
  let cwd: string;
  let asked: { path: string; headers: IncomingHttpHeaders }[];
  let own: TestServer;
  let other: TestServer;
  beforeEach(async () => {
    cwd = emptyFolder();
    asked = [];
    other = await startServer((request, response) => {
      asked.push({ path: `other ${request.url ?? ''}`, headers: request.headers });
      response.end(financePage({ title: '别处' }));
    });
    const elsewhere = other.origin.replace('127.0.0.1', 'localhost');
    own = await startServer(({ url = '', headers }, response) => {
      asked.push({ path: url, headers });
      if (url === '/feed') response.writeHead(200, { etag: '"1"' }).end(`<rss version="2.0"><channel><title>x</title>${[`${own.origin}/a`, `${elsewhere}/b`, `${own.origin}/away`].map((link) => `<item><title>${link.slice(-4)}</title><link>${link.replace('//', '//guest:pw@')}</link><pubDate>Fri, 20 Nov 2026 00:00:00 GMT</pubDate></item>`).join('')}</channel></rss>`);
      else if (url === '/away') response.writeHead(302, { location: `${elsewhere}/c` }).end();
      else response.end(financePage({ title: '自家' }));
    });
  });
  afterEach(async () => {
    await own.close();
    await other.close();
    rmSync(cwd, { recursive: true, force: true });
  });
  const fetch = (feed: string, ...options: string[]): Promise<CliResult> =>
    runCli(['fetch', feed, '--allow-private', '--ignore-robots', '--verbose', '--json', ...options, ...AT_ONCE], { cwd });
  const got = (name: string): Record<string, unknown> => Object.fromEntries(asked.map(({ path, headers }) => [path, headers[name]]));

  it('reaches the origin of the feed alone, where it may be a secret', async () => {
    await fetch(`${own.origin}/feed`, '--header', 'Authorization: Bearer s3cret', '--header', 'X-Key: s3cret', '--header', 'Accept-Language: en');
    expect(got('authorization')).toEqual({ '/feed': 'Bearer s3cret', '/a': 'Bearer s3cret', '/away': 'Bearer s3cret', 'other /b': undefined, 'other /c': undefined });
    expect(got('x-key')['other /b']).toBeUndefined();
    expect(got('accept-language')).toMatchObject({ '/a': 'en', 'other /b': 'en', 'other /c': 'en' });
  });

  it('goes with cookies to the hosts that they are for', async () => {
    writeFileSync(join(cwd, 'cookies.txt'), '127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\ts3cret\n');
    await fetch(`${own.origin}/feed`, '--cookie-file', 'cookies.txt');
    expect(got('cookie')).toEqual({ '/feed': 'session=s3cret', '/a': 'session=s3cret', '/away': 'session=s3cret', 'other /b': undefined, 'other /c': undefined });
  });

  it('is a password in the address of the feed: sent there, and written nowhere', async () => {
    const result = await fetch(own.origin.replace('//', '//me:p%40ss@') + '/feed');
    expect(got('authorization')).toMatchObject({ '/feed': `Basic ${Buffer.from('me:p@ss').toString('base64')}`, 'other /b': undefined });
    const written = readdirSync(cwd, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    expect(written.length).toBeGreaterThan(2);
    for (const text of [...written, result.stdout, result.stderr]) expect(text).not.toMatch(/p%40ss|p@ss|guest:|:pw@/);
    expect(result.stdout).toContain(`"feed":"${own.origin}/feed"`);
  });

  it('is not kept as something to ask with later', async () => {
    await fetch(`${own.origin}/feed`, '--header', 'Authorization: Bearer s3cret');
    await fetch(`${own.origin}/feed`, '--header', 'Authorization: Bearer s3cret');
    expect(asked.filter(({ headers }) => headers['if-none-match'] !== undefined)).toEqual([]);
  });

  it('is a User-Agent, else a desktop browser\'s with the name of the program', async () => {
    await fetch(`${own.origin}/feed`);
    expect(got('user-agent')['/a']).toMatch(new RegExp(`^Mozilla/5\\.0 \\((?!.*Mobile).* news-scrape/${version.replaceAll('.', '\\.')}(?: \\(\\+https://\\S+\\))?$`));
    await fetch(`${own.origin}/feed`, '--user-agent', 'mybot/1.0');
    expect(asked.at(-1)?.headers['user-agent']).toBe('mybot/1.0');
  });

  it.each([
    [['--timeout', '0'], '--timeout 0: expected seconds'],
    [['--timeout', '1e3'], '--timeout 1e3'],
    [['--retries', '-1'], '--retries -1: expected a whole number from 0 to 10'],
    [['--concurrency', '0'], '--concurrency 0: expected a whole number from 1 to 32'],
    [['--delay', '1s'], '--delay 1s: expected'],
    [['--user-agent', ' '], '--user-agent " "'],
    [['--header', 'Authorization s3cret'], '--header …: expected "Name: value"'],
    [['--header', 'Authorization: s3cret\nX: y'], '--header Authorization: …: expected'],
    [['--header', 'Host: s3cret.example'], '--header Host: …: expected another name'],
    [['--header', 'User-Agent: s3cret'], 'use --user-agent'],
    [['--proxy', 'socks5://me:s3cret@proxy.example'], '--proxy socks5://***@proxy.example: expected an http or https URL'],
    [['--proxy', 'me:s3cret@pro xy'], '--proxy http://***@pro xy: expected'],
    [['--cookie-file', 'missing.txt'], '--cookie-file missing.txt: expected a file that can be read (ENOENT'],
  ])('is refused with code 2, and no secret is repeated: %j', async (options, words) => {
    const result = await runCli(['fetch', `${own.origin}/feed`, ...options], { cwd });
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain(words);
    expect(result.stderr).not.toContain('s3cret');
    expect(asked).toEqual([]);
  });
});
