import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AT_ONCE, emptyFolder, runCli, type CliResult } from './support/cli.js';
import { financePage } from './support/pages.js';
import { startServer, type TestServer } from './support/server.js';

let cwd: string;
let server: TestServer;
let status: number;
beforeEach(async () => {
  cwd = emptyFolder();
  server = await startServer(({ url = '' }, response) => {
    const feed = `<rss version="2.0"><channel><title>x</title><item><title>x</title><link>${server.origin}/a</link></item></channel></rss>`;
    if (url === '/old' && status !== 200) response.writeHead(status, { location: '/new?token=abcdef0123456789' }).end();
    else if (url === '/old' || url.startsWith('/new')) response.end(feed);
    else response.end(financePage({ title: '一' }));
  });
});
afterEach(async () => {
  await server.close();
  rmSync(cwd, { recursive: true, force: true });
});
const told = async (...options: string[]): Promise<string> => {
  const result: CliResult = await runCli(['fetch', `${server.origin}/old`, '--quiet', '--ignore-robots', ...options, ...AT_ONCE], { cwd });
  expect(result.code).toBe(0);
  return result.stderr;
};

describe('a feed whose address leads elsewhere', () => {
  it('for good is told once, with --quiet too, without what is secret, and once that it does no more', async () => {
    status = 308;
    expect(await told()).toMatch(/^warning: .*\/old: this address leads to .*\/new\?token=\*{3} for good\. Name that one instead;.*\n$/);
    expect(await told()).toBe('');
    status = 200;
    expect(await told()).toMatch(/^leads to no other address any more: .*\/old\n$/);
    expect(await told()).toBe('');
  });

  it('for now is nothing to tell', async () => {
    status = 302;
    expect(await told()).toBe('');
  });
});
