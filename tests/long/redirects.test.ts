import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder, runCli, type CliResult } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';

const tls = (name: string): string => fileURLToPath(new URL(`../support/tls/${name}`, import.meta.url));

let cwd: string;
let other: TestServer;
let secure: ReturnType<typeof createServer>;
let location: string;
let status: number;
/** What each request said of the user, by server and path. */
let told: Record<string, { method: string; secrets: string[] }>;

const note = (server: string, { url = '', method = '', headers }: IncomingMessage): void => {
  const secrets = ['authorization', 'x-key', 'cookie'].flatMap((name) => (headers[name] === undefined ? [] : [`${name}: ${String(headers[name])}`]));
  told[`${server} ${url}`] = { method, secrets };
};
const page = (response: ServerResponse): unknown => response.end(financePage({ title: '到了' }));

beforeEach(async () => {
  cwd = emptyFolder();
  [told, status, location] = [{}, 302, ''];
  other = await startServer((request, response) => {
    note('other', request);
    page(response);
  });
  secure = createServer({ key: readFileSync(tls('key.pem')), cert: readFileSync(tls('cert.pem')) }, (request, response) => {
    note('secure', request);
    if (request.url === '/news/a') response.writeHead(status, { location }).end();
    else page(response);
  });
  await once(secure.listen(0, '127.0.0.1'), 'listening');
  writeFileSync(join(cwd, 'cookies.txt'), ['localhost\tFALSE\t/\tTRUE\t0\tsafe\t1', '#HttpOnly_localhost\tFALSE\t/news\tFALSE\t4102444800\tsession\t2', 'localhost\tFALSE\t/\tFALSE\t1000000000\told\t3', '127.0.0.1\tFALSE\t/\tFALSE\t0\tother\t4', ''].join('\n'));
});
afterEach(async () => {
  await other.close();
  secure.closeAllConnections();
  secure.close();
  rmSync(cwd, { recursive: true, force: true });
});

const own = (): string => `https://localhost:${(secure.address() as AddressInfo).port}`;
const article = (): Promise<CliResult> =>
  runCli(['article', `${own()}/news/a`, '--cookie-file', 'cookies.txt', '--header', 'Authorization: Bearer s3cret', '--header', 'X-Key: s3cret', '--verbose', '--allow-private', '--retries', '0'], { cwd, env: { NO_PROXY: '*', NODE_EXTRA_CA_CERTS: tls('cert.pem') } });
const ALL = ['authorization: Bearer s3cret', 'x-key: s3cret', 'cookie: safe=1; session=2'];

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('%i is followed with GET, relative to where it came from, within the origin with all that is for it', async (code) => {
    [status, location] = [code, '../old/./b?x=1#part'];
    const { stdout, code: exit } = await article();
    expect([exit, stdout]).toEqual([0, expect.stringContaining('到了')]);
    expect(told).toEqual({ 'secure /news/a': { method: 'GET', secrets: ALL }, 'secure /old/b?x=1': { method: 'GET', secrets: [...ALL.slice(0, 2), 'cookie: safe=1'] } });
  });

  it.each([
    ['to another port of the host', () => other.origin.replace('127.0.0.1', 'localhost')],
    ['from https to http', () => other.origin.replace('127.0.0.1', 'localhost')],
  ])('%s takes neither headers nor secure cookies along', async (_, origin) => {
    location = `${origin()}/news/b`;
    expect((await article()).code).toBe(0);
    expect(told['other /news/b']).toEqual({ method: 'GET', secrets: ['cookie: session=2'] });
  });

  it('to another host takes nothing along but what is for that host', async () => {
    location = `${other.origin}/news/b`;
    const { code, stderr, stdout } = await article();
    expect(code).toBe(0);
    expect(told['other /news/b']).toEqual({ method: 'GET', secrets: ['cookie: other=4'] });
    for (const output of [stderr, stdout]) expect(output).not.toMatch(/s3cret|session=2|safe=1|other=4/);
  });

  it('with a password in its address gives it to nobody and shows it to nobody', async () => {
    location = `${other.origin.replace('//', '//guest:pa55@')}/news/b`;
    const { code, stderr } = await article();
    expect(code).toBe(0);
    expect(told['other /news/b']?.secrets).toEqual(['cookie: other=4']);
    expect(stderr).not.toContain('pa55');
  });

  it.each(['', 'http://', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd'])('to %j is a failure that says so', async (target) => {
    location = target;
    const { code, stdout, stderr } = await article();
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain(target === '' ? 'HTTP 302' : 'only http and https');
  });
});
