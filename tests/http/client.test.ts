import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { NewsScrapeError } from '../../src/errors.js';
import { createClient } from '../../src/http/client.js';
import type { HttpClient } from '../../src/http/types.js';
import { serveTable, startServer, type TestServer } from '../support/server.js';

let server: TestServer | undefined;
let client: HttpClient | undefined;
afterEach(async () => {
  await client?.close();
  await server?.close();
});

async function get(table: Parameters<typeof serveTable>[0], path: string): Promise<{ url: string; text: string; contentType: string }> {
  server = await startServer(serveTable(table));
  client = createClient({ retries: 0, allowPrivate: true, ignoreRobots: true });
  const { url, body, contentType } = await client.get(server.origin + path, { kind: 'page' });
  return { url: url.replace(server.origin, ''), text: body.toString(), contentType };
}
const failure = (promise: Promise<unknown>): Promise<NewsScrapeError> => promise.then(() => expect.fail('no error'), (error: unknown) => error as NewsScrapeError);

describe('HTTP client', () => {
  it('gives body, type and address', async () => {
    expect(await get({ '/a': { headers: { 'content-type': 'text/html; charset=gbk' }, body: 'hello' } }, '/a'))
      .toEqual({ url: '/a', text: 'hello', contentType: 'text/html; charset=gbk' });
  });

  it.each([['gzip', gzipSync], ['deflate', deflateSync], ['br', brotliCompressSync]] as const)('undoes %s', async (encoding, compress) => {
    expect((await get({ '/': { headers: { 'content-encoding': encoding }, body: compress('你好') } }, '/')).text).toBe('你好');
  });

  it('undoes stacked encodings from the outside in, and refuses more than three', async () => {
    const twice = brotliCompressSync(gzipSync('x'));
    expect((await get({ '/': { headers: { 'content-encoding': 'gzip, br' }, body: twice } }, '/')).text).toBe('x');
    await server?.close();
    const error = await failure(get({ '/': { headers: { 'content-encoding': 'gzip,gzip,gzip,gzip' }, body: 'x' } }, '/'));
    expect(error).toMatchObject({ code: 'network' });
  });

  it('follows redirects and says where it ended', async () => {
    expect((await get({ '/a': { status: 302, headers: { location: '/b?x=1' } }, '/b?x=1': 'b' }, '/a')).url).toBe('/b?x=1');
  });

  it('understands a redirect that is written in Chinese, as browsers do', async () => {
    server = await startServer((request, response) => {
      if (request.url === '/a') response.socket?.end('HTTP/1.1 302 Found\r\nLocation: /新闻?页=1\r\nContent-Length: 0\r\n\r\n');
      else response.end(decodeURIComponent(request.url ?? ''));
    });
    client = createClient({ retries: 0, allowPrivate: true, ignoreRobots: true });
    expect((await client.get(`${server.origin}/a`, { kind: 'page' })).body.toString()).toBe('/新闻?页=1');
  });

  it('gives up on a redirect loop after ten hops', async () => {
    const error = await failure(get({ '/a': { status: 301, headers: { location: '/a' } } }, '/a'));
    expect(error).toMatchObject({ code: 'too_many_redirects' });
    expect(error.message).toContain('10 redirects');
    expect(server?.requests).toHaveLength(11);
  });

  it.each([204, 205, 206, 404, 410, 429, 500, 503])('turns status %d into an error with URL and status', async (status) => {
    const error = await failure(get({ '/a': { status, body: 'no' } }, '/a'));
    expect(error).toMatchObject({ code: 'http_status', params: { status } });
    expect(error.message).toContain('/a');
  });

  it('stops reading a body beyond its limit, also one that unpacks to more', async () => {
    expect(await failure(get({ '/': 'x'.repeat(16 * 1024 * 1024 + 1) }, '/'))).toMatchObject({ code: 'too_large' });
    await server?.close();
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(await failure(get({ '/': { headers: { 'content-encoding': 'gzip' }, body: bomb } }, '/'))).toMatchObject({ code: 'too_large' });
  });

  it.each(['ftp://example.org/a', 'file:///etc/passwd', 'javascript:alert(1)', ''])('refuses %j', async (url) => {
    client = createClient({ retries: 0, allowPrivate: true, ignoreRobots: true });
    expect(await failure(client.get(url, { kind: 'page' }))).toMatchObject({ code: 'url_unsupported' });
  });

  it('refuses a redirect to anything but http', async () => {
    expect(await failure(get({ '/a': { status: 302, headers: { location: 'file:///etc/passwd' } } }, '/a'))).toMatchObject({ code: 'url_unsupported' });
  });

  it('says in words that nothing listens', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    client = createClient({ retries: 0, allowPrivate: true, ignoreRobots: true });
    const error = await failure(client.get(`http://127.0.0.1:${port}/`, { kind: 'page' }));
    expect(error.message).toContain(`ECONNREFUSED 127.0.0.1:${port}: nothing answers at that address and port`);
  });

  it('says that a connection broke in the middle of the body', async () => {
    server = await startServer((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    });
    client = createClient({ retries: 0, allowPrivate: true, ignoreRobots: true });
    expect(await failure(client.get(server.origin, { kind: 'page' }))).toMatchObject({ code: 'network' });
  });

  it('asks as a desktop browser that names itself', async () => {
    let agent = '';
    server = await startServer((request, response) => {
      agent = request.headers['user-agent'] ?? '';
      response.end('x');
    });
    client = createClient({ retries: 0, allowPrivate: true, ignoreRobots: true });
    await client.get(server.origin, { kind: 'page' });
    expect(agent).toMatch(/^Mozilla\/5\.0 \((?!.*Mobile).*news-scrape\//);
  });
});
