import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../src/http/client.js';
import { newCost } from '../../src/http/cost.js';
import type { HttpClient, RequestLog } from '../../src/http/types.js';
import { emptyFolder, runCli, type CliResult } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let version: string;
let redirectTo: string;
let conditions: (string | undefined)[];
let pageStatus: number;

beforeEach(async () => {
  [version, redirectTo, conditions, pageStatus] = ['1', '', [], 200];
  server = await startServer((request, response) => {
    const { url = '', headers } = request;
    if (url.startsWith('/article')) {
      response.writeHead(pageStatus, { 'content-type': 'text/html' }).end(pageStatus === 200 ? financePage({ title: `标题${url.slice(-1)}` }) : '');
      return;
    }
    conditions.push(headers['if-none-match']);
    if (redirectTo !== '' && url === '/feed') response.writeHead(302, { location: redirectTo }).end();
    else if (headers['if-none-match'] === `"${version}"`) response.writeHead(304).end();
    else response.writeHead(200, { etag: `"${version}"` }).end(feed());
  });
});
afterEach(() => server.close());

const feed = (): string => `<rss version="2.0"><channel><title>x</title>${Array.from({ length: Number(version) }, (_, index) =>
  `<item><title>标题${index}</title><link>${server.origin}/article${index}</link><pubDate>Fri, 20 Nov 2026 0${index}:00:00 GMT</pubDate></item>`).join('')}</channel></rss>`;

describe('a client asked for what it knows', () => {
  let client: HttpClient;
  let log: RequestLog[];
  beforeEach(() => (client = createClient({ allowPrivate: true, ignoreRobots: true, log: (entry) => log.push(entry) })));
  beforeEach(() => (log = []));
  afterEach(() => client.close());

  it('gets nothing while nothing has changed, and then the new answer', async () => {
    const first = await client.get(`${server.origin}/feed`, { kind: 'feed' });
    expect(await client.getIfChanged(`${server.origin}/feed`, first.validators, { kind: 'feed' })).toBeUndefined();
    version = '2';
    const changed = await client.getIfChanged(`${server.origin}/feed`, first.validators, { kind: 'feed' });
    expect(changed?.validators?.etag).toBe('"2"');
    expect(log.map(({ status, cache }) => [status, cache])).toEqual([[200, undefined], [304, 'hit'], [200, 'miss']]);
  });

  it('sends validators only to the address that gave them, and only with the headers that they were given for', async () => {
    redirectTo = '/moved';
    const first = await client.get(`${server.origin}/feed`, { kind: 'feed' });
    await client.getIfChanged(`${server.origin}/feed`, first.validators, { kind: 'feed' });
    expect(conditions).toEqual([undefined, undefined, undefined, '"1"']);
    await client.getIfChanged(`${server.origin}/moved`, first.validators, { kind: 'feed', headers: { referer: 'x' } });
    expect(conditions.at(-1)).toBeUndefined();
  });

  it('takes a 304 that it did not ask for as an error, and asks no second time', async () => {
    const odd = await startServer((_request, response) => response.writeHead(304).end());
    await expect(client.get(odd.origin, { kind: 'page' })).rejects.toMatchObject({ code: 'http_status', params: { status: 304 } });
    expect(odd.requests).toHaveLength(1);
    await odd.close();
  });

  it('adds up what it took', async () => {
    redirectTo = '/moved';
    const cost = newCost();
    const { body } = await client.get(`${server.origin}/feed`, { kind: 'feed', cost });
    expect(cost).toMatchObject({ requests: 2, attempts: 1, bytes: body.length, wireBytes: body.length });
  });
});

describe('fetch, run again on a feed with an ETag', () => {
  let cwd: string;
  beforeEach(() => (cwd = emptyFolder()));
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));
  const run = async (...options: string[]): Promise<CliResult & { asked: string[] }> => {
    const before = server.requests.length;
    const result = await runCli(['fetch', `${server.origin}/feed`, '--ignore-robots', ...options], { cwd });
    return { ...result, asked: server.requests.slice(before) };
  };

  it('costs one request while nothing has changed, and takes what is new', async () => {
    expect((await run()).stdout).toContain('.md');
    expect(await run()).toMatchObject({ code: 0, stdout: '', asked: ['/feed'] });
    expect(conditions).toEqual([undefined, '"1"']);
    version = '2';
    expect(await run()).toMatchObject({ code: 0, asked: ['/feed', '/article1'] });
  });

  it('loses no article that failed before', async () => {
    pageStatus = 404;
    expect((await run()).code).toBe(3);
    pageStatus = 200;
    expect(await run()).toMatchObject({ code: 0, asked: ['/feed', '/article0'] });
    expect((await run()).asked).toEqual(['/feed']);
    expect(conditions).toEqual([undefined, undefined, '"1"']);
  });

  it('asks for the whole feed when other articles are wanted of it', async () => {
    await run();
    await run('--since', '2026-01-01');
    await run('--limit', '1');
    expect(conditions).toEqual([undefined, undefined, undefined]);
    await run();
    expect(conditions.at(-1)).toBe('"1"');
  });
});
