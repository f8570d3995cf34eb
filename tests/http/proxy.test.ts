import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { createServer as createProxy, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../src/http/client.js';
import { AT_ONCE, emptyFolder, runCli, type CliResult } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';

const tls = (name: string): string => fileURLToPath(new URL(`../support/tls/${name}`, import.meta.url));
const secure = createServer({ key: readFileSync(tls('key.pem')), cert: readFileSync(tls('cert.pem')) }, (_request, response) => response.end(financePage({ title: '安全' })));
let plain: TestServer;
let cwd: string;
/** What the proxy was asked for. */
let seen: { method: string; target: string; headers: IncomingHttpHeaders }[];

/** Sends every host to our own servers, as a name server would. */
const proxy = createProxy((request, response) => {
  const { method = '', url = '', headers } = request;
  seen.push({ method, target: url, headers });
  if (url.startsWith('http://wants.example') && headers['proxy-authorization'] === undefined) response.writeHead(407).end();
  else response.end(financePage({ title: '经代理' }));
});
/** The same behind TLS. */
const secureProxy = createServer({ key: readFileSync(tls('key.pem')), cert: readFileSync(tls('cert.pem')) });
const tunnel = ({ url = '', headers }: IncomingMessage, socket: Duplex): void => {
  seen.push({ method: 'CONNECT', target: url, headers });
  if (url.startsWith('wants.') && headers['proxy-authorization'] === undefined) {
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    return;
  }
  const onward = connect((secure.address() as AddressInfo).port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    onward.pipe(socket).pipe(onward);
  });
  for (const end of [onward, socket]) end.on('error', () => undefined);
};
for (const server of [proxy, secureProxy]) server.on('connect', tunnel);

beforeAll(async () => {
  cwd = emptyFolder();
  plain = await startServer((_request, response) => response.end(financePage({ title: '直接' })));
  await Promise.all([secure, proxy, secureProxy].map((server) => once(server.listen(0, '127.0.0.1'), 'listening')));
});
afterAll(async () => {
  await plain.close();
  for (const server of [secure, proxy, secureProxy]) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(cwd, { recursive: true, force: true });
});
beforeEach(() => (seen = []));

const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;
/** Lets our own servers have the name that their certificate is for. */
const ownNames = { NODE_OPTIONS: `--import ${fileURLToPath(new URL('../support/names.mjs', import.meta.url))}`, TEST_NAMES: 'secure.example=127.0.0.1' };
const origin = (): string => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
const none = { HTTP_PROXY: '', HTTPS_PROXY: '', http_proxy: '', https_proxy: '', NO_PROXY: '', no_proxy: '' };
const article = (url: string, env: NodeJS.ProcessEnv = {}, ...options: string[]): Promise<CliResult> =>
  runCli(['article', url, '--retries', '0', ...options], { cwd, env: { ...none, ...env } });
const trust = { NODE_EXTRA_CA_CERTS: tls('cert.pem') };

describe('a proxy', () => {
  it.each(['HTTP_PROXY', 'http_proxy'])('of %s gets requests for plain HTTP whole', async (name) => {
    expect((await article('http://news.example/a', { [name]: origin() })).stdout).toContain('经代理');
    expect(seen.map(({ method, target }) => [method, target])).toEqual([['GET', 'http://news.example/a']]);
  });

  it.each(['HTTPS_PROXY', 'https_proxy'])('of %s opens a tunnel for HTTPS, in which the certificate is verified', async (name) => {
    expect((await article('https://secure.example/a', { [name]: origin(), ...trust })).stdout).toContain('安全');
    expect(seen.map(({ method, target }) => [method, target])).toEqual([['CONNECT', 'secure.example:443']]);
    expect((await article('https://secure.example/a', { [name]: origin() })).stderr).toContain('the TLS certificate is self-signed');
    expect((await article('https://other.example/a', { [name]: origin(), ...trust })).stderr).toContain('the TLS certificate is for another host');
  });

  it('of --proxy comes before those of the environment, and NO_PROXY before both', async () => {
    const env = { HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: '127.0.0.1' };
    expect((await article('http://news.example/a', env, '--proxy', origin())).stdout).toContain('经代理');
    expect((await article(`${plain.origin}/a`, env, '--proxy', origin())).stdout).toContain('直接');
    expect((await article(`${plain.origin}/a`, { HTTP_PROXY: origin(), no_proxy: '127.0.0.1' })).stdout).toContain('直接');
    expect(seen).toHaveLength(1);
  });

  it('of --proxy, and NO_PROXY, count for HTTPS as well', async () => {
    const env = { ...trust, ...ownNames, HTTPS_PROXY: 'http://127.0.0.1:1' };
    expect((await article('https://secure.example/a', env, '--proxy', origin())).stdout).toContain('安全');
    expect(seen.map(({ method }) => method)).toEqual(['CONNECT']);
    const direct = `https://secure.example:${portOf(secure)}/a`;
    expect((await article(direct, { ...env, NO_PROXY: 'secure.example' }, '--proxy', origin())).stdout).toContain('安全');
    expect((await article(direct, env)).stderr).toContain('ECONNREFUSED 127.0.0.1:1');
    expect(seen).toHaveLength(1);
  });

  it('may itself be behind TLS, whose certificate is verified', async () => {
    const options = ['--proxy', `https://secure.example:${portOf(secureProxy)}`];
    expect((await article('https://secure.example/a', { ...trust, ...ownNames }, ...options)).stdout).toContain('安全');
    expect(seen.map(({ method }) => method)).toEqual(['CONNECT']);
    const untrusted = await article('https://secure.example/a', ownNames, ...options);
    expect(untrusted).toMatchObject({ code: 3, stdout: '' });
    expect(untrusted.stderr).toContain('the TLS certificate is self-signed');
    expect(seen).toHaveLength(1);
  });

  it('gets the name and password of its address, which nobody else sees', async () => {
    const withPassword = origin().replace('//', '//me:s3cret@');
    for (const url of ['http://wants.example/a', 'https://wants.example/a']) {
      const refused = await article(url, {}, '--proxy', origin());
      expect(refused.stderr).toContain('the proxy refused with HTTP 407: it wants a user name and a password');
      const result = await article(url, trust, '--proxy', withPassword);
      expect(result.stderr).not.toContain('s3cret');
      expect(seen.at(-1)?.headers['proxy-authorization']).toBe(`Basic ${Buffer.from('me:s3cret').toString('base64')}`);
    }
  });

  it('that does not answer is named', async () => {
    const result = await article('http://news.example/a', {}, '--proxy', 'http://me:s3cret@127.0.0.1:1');
    expect(result).toMatchObject({ code: 3 });
    expect(result.stderr).toContain('ECONNREFUSED 127.0.0.1:1: nothing answers at that address and port');
    expect(result.stderr).not.toContain('s3cret');
  });

  it('may be in a private network, but leads nobody to an address there', async () => {
    const rss = `<rss version="2.0"><channel><title>x</title><item><title>x</title><link>http://169.254.169.254/x</link></item></channel></rss>`;
    const result = await runCli(['fetch', '-', '--json', ...AT_ONCE], { cwd, input: rss, env: { ...none, HTTP_PROXY: origin() } });
    expect(result.stdout).toContain('"reason":"private_address"');
    expect(seen).toEqual([]);
  });
});

describe('NO_PROXY', () => {
  afterEach(() => void vi.unstubAllEnvs());
  const viaProxy = async (url: string, variables: Record<string, string>): Promise<boolean> => {
    for (const [name, value] of Object.entries({ ...none, HTTP_PROXY: origin(), ...variables })) vi.stubEnv(name, value);
    const client = createClient({ retries: 0, delay: 0, allowPrivate: true, ignoreRobots: true });
    await client.get(url, { kind: 'page' }).catch(() => undefined);
    await client.close();
    return seen.length > 0;
  };

  it.each([
    ['127.9.8.7', 'http://127.9.8.7:9/a'],
    ['localhost, 127.9.8.7', 'http://127.9.8.7:9/a'],
    ['example.org 127.9.8.7:9', 'http://127.9.8.7:9/a'],
    ['127.9.0.0/16', 'http://127.9.8.7:9/a'],
    ['::1', 'http://[::1]:9/a'],
    ['[::1]:9', 'http://[::1]:9/a'],
    ['0:0::1', 'http://[::1]:9/a'],
    ['::/64', 'http://[::1]:9/a'],
    ['LocalHost', 'http://localhost:9/a'],
    ['localhost', 'http://a.b.localhost:9/a'],
    ['.localhost', 'http://b.localhost:9/a'],
    ['*.localhost', 'http://b.localhost:9/a'],
    ['localhost', 'http://localhost.:9/a'],
    ['*', 'http://127.9.8.7:9/a'],
    ['example.org,*', 'http://127.9.8.7:9/a'],
  ])('%s leads past the proxy to %s', async (value, url) => expect(await viaProxy(url, { NO_PROXY: value })).toBe(false));

  it.each([
    ['127.9.8.7:10', 'http://127.9.8.7:9/a'],
    ['127.8.0.0/16', 'http://127.9.8.7:9/a'],
    ['127.9.0.0/99', 'http://127.9.8.7:9/a'],
    ['nowhere/8', 'http://nowhere/a'],
    ['9.8.7', 'http://127.9.8.7:9/a'],
    ['ocalhost', 'http://localhost:9/a'],
    ['b.localhost', 'http://localhost:9/a'],
    ['127.0.0.0/8', 'http://[::1]:9/a'],
    ['::1', 'http://[::2]:9/a'],
    ['', 'http://127.9.8.7:9/a'],
  ])('%s does not lead past it to %s', async (value, url) => expect(await viaProxy(url, { NO_PROXY: value })).toBe(true));

  it('in small letters counts before that in capitals', async () => {
    expect(await viaProxy('http://127.9.8.7:9/a', { NO_PROXY: '127.9.8.7', no_proxy: 'example.org' })).toBe(true);
  });
});
