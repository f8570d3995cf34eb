import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/http/addresses.js';
import { createClient } from '../../src/http/client.js';
import { AT_ONCE, articlesOf, emptyFolder, runCli, type CliResult } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { serveTable, startServer, type TestServer } from '../support/server.js';

describe('an address', () => {
  it.each([
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.8.8.8', '169.254.169.254', '172.16.0.1', '172.31.255.255'],
    ...['192.0.0.1', '192.0.2.1', '192.88.99.1', '192.168.1.1', '198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::7f00:1', '64:ff9b::7f00:1', '64:ff9b::808:808', '64:ff9b:1::1', '100::1', '2001::1', '2001:0:1::1'],
    ...['2001:db8::1', '2002:7f00:1::', '3fff::1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', 'not an address', ''],
  ])('%j is not public', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['8.8.8.8', '100.63.255.255', '100.128.0.0', '172.15.0.1', '172.32.0.1', '192.0.1.1', '198.17.0.1', '223.255.255.255', '2400:da00::1', '2606:4700::1111'])(
    '%j is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});

describe('a client', () => {
  it.each([
    ...['http://127.0.0.1:1/', 'http://localhost:1/', 'http://LOCALHOST:1/', 'http://a.localhost:1/', 'http://[::1]:1/', 'http://[::ffff:127.0.0.1]:1/'],
    ...['http://2130706433:1/', 'http://0x7f.1:1/', 'http://0177.0.0.1:1/', 'http://127.1:1/', 'http://169.254.169.254/latest/meta-data/', 'https://10.0.0.1/'],
  ])('does not ask %s', async (url) => {
    const client = createClient({ retries: 0 });
    for (const kind of ['feed', 'page', 'picture'] as const) await expect(client.get(url, { kind })).rejects.toMatchObject({ code: 'private_address' });
    await client.close();
  });

  it('has a name that does not resolve for a failure of the network', async () => {
    const client = createClient({ retries: 0, ignoreRobots: true });
    await expect(client.get('http://no-such-host.invalid/', { kind: 'page' })).rejects.toMatchObject({ code: 'network', message: expect.stringContaining('no-such-host.invalid: the ') as unknown });
    await client.close();
  });
});

describe('fetch', () => {
  let cwd: string;
  let site: TestServer;
  let other: TestServer;
  beforeEach(async () => {
    cwd = emptyFolder();
    other = await startServer(serveTable({ '/secret': financePage({ title: '内部' }) }));
    site = await startServer((request, response) => serveTable({
      '/feed': rss([`${site.origin}/own`, `${other.origin}/secret`, `${site.origin}/redirect`, 'http://metadata.example/latest', 'http://rebind.example/x', 'http://six.example/x']),
      '/moved': { status: 302, headers: { location: `${other.origin}/feed` } },
      '/own': financePage({ title: '自家' }),
      '/redirect': { status: 302, headers: { location: `${other.origin}/secret` } },
    })(request, response));
  });
  afterEach(async () => {
    await site.close();
    await other.close();
    rmSync(cwd, { recursive: true, force: true });
  });
  const rss = (links: string[]): string =>
    `<rss version="2.0"><channel><title>x</title>${links.map((link) => `<item><title>${link}</title><link>${link}</link></item>`).join('')}</channel></rss>`;
  const names = {
    NODE_OPTIONS: `--import ${fileURLToPath(new URL('../support/names.mjs', import.meta.url))}`,
    TEST_NAMES: 'metadata.example=169.254.169.254,rebind.example=127.0.0.1,six.example=::ffff:10.0.0.1',
  };
  const fetch = (feed: string, ...options: string[]): Promise<CliResult> =>
    runCli(['fetch', feed, '--json', ...options, ...AT_ONCE], { cwd, env: { ...names, NO_PROXY: '*' } });
  const reasons = (result: CliResult): string[] => articlesOf(result).map(({ reason }) => reason);

  it('takes articles from the private host of the feed that the user typed, and from no other, by address, name or redirect', async () => {
    const result = await fetch(`${site.origin}/feed`);
    expect(result.code).toBe(1);
    expect(reasons(result).sort()).toEqual(['new', ...Array<string>(5).fill('private_address')]);
    expect(result.stderr).toContain('http://metadata.example/latest: leads to 169.254.169.254');
    expect(other.requests).toEqual([]);
  });

  it('follows no redirect of the feed itself to another private host', async () => {
    const result = await fetch(`${site.origin}/moved`);
    expect(result).toMatchObject({ code: 3 });
    expect(result.stderr).toContain('leads to 127.0.0.1');
    expect(other.requests).toEqual([]);
  });

  it('takes them all with --allow-private', async () => {
    const result = await fetch(`${site.origin}/feed`, '--allow-private', '--timeout', '2');
    expect(reasons(result).filter((reason) => reason === 'new')).toHaveLength(3);
    expect(reasons(result)).not.toContain('private_address');
  });
});
