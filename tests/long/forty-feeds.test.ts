import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AT_ONCE, CLI, emptyFolder } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';

interface Line {
  type: string;
  feed: string;
  status: string;
  reason?: string;
  exitCode?: number;
  feeds?: unknown;
  articles?: unknown;
}

const LATENCY = 300;
const LATE = 6000;
let servers: TestServer[] = [];

/** A host of its own with a feed of three articles. `late` is how long the feed takes, `never` for ever. */
async function startFeed(late: number | 'never' = LATENCY): Promise<string> {
  const server = await startServer((request, response) => {
    const url = request.url ?? '';
    if (url === '/robots.txt' || url.endsWith('/not-here')) response.writeHead(404).end();
    else if (url !== '/feed') setTimeout(() => response.end(financePage({ title: `${server.origin.slice(-5)}${url}` })), LATENCY);
    else if (late !== 'never') {
      const items = [1, 2, 3].map((n) => `<item><title>a${n}</title><link>${server.origin}/${n}</link></item>`);
      setTimeout(() => response.end(`<rss version="2.0"><channel><title>x</title>${items.join('')}</channel></rss>`), late);
    }
  });
  servers.push(server);
  return `${server.origin}/feed`;
}

let live: string[];
let ill: string[];
beforeAll(async () => {
  live = await Promise.all(Array.from({ length: 35 }, () => startFeed()));
  const closed = await startServer(() => undefined);
  await closed.close();
  ill = [await startFeed('never'), await startFeed('never'), await startFeed(LATE), `${closed.origin}/feed`, `${live[0] ?? ''}/not-here`];
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

/** Fetches feeds into a new folder, and says when the last live one had ended, in milliseconds after the first. */
async function fetchAll(feeds: readonly string[]): Promise<{ lines: Line[]; time: number }> {
  const dir = emptyFolder();
  const child = spawn(process.execPath, [CLI, 'fetch', '--json', '--timeout', '7', ...AT_ONCE, '--out', dir, ...feeds], { env: { ...process.env, NO_PROXY: '127.0.0.1' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const lines: Line[] = [];
  const ends: number[] = [];
  for await (const text of createInterface({ input: child.stdout })) {
    const line = JSON.parse(text) as Line;
    lines.push(line);
    if (live.includes(line.feed)) ends.push(performance.now());
  }
  rmSync(dir, { recursive: true, force: true });
  expect(stderr).not.toContain('Warning');
  return { lines, time: (ends.at(-1) ?? 0) - (ends[0] ?? 0) };
}

it('forty feeds, five of them dead or slow: the others take as long as without them, and the summary tells all', async () => {
  const without = await fetchAll(live);
  const all = await fetchAll([...ill, ...live]);
  expect(without.lines.at(-1)).toMatchObject({ type: 'summary', exitCode: 0, feeds: { read: 35, failed: 0 } });
  expect(all.time).toBeLessThan(2 * without.time + LATENCY);
  const order = all.lines.filter(({ type }) => type === 'feed').map(({ feed }) => feed);
  expect(order.slice(-3).sort()).toEqual(ill.slice(0, 3).sort());
  const statusOf = (feed: string): unknown => all.lines.find((line) => line.type === 'feed' && line.feed === feed);
  expect(ill.map(statusOf)).toMatchObject([{ reason: 'timeout' }, { reason: 'timeout' }, { status: 'read' }, { reason: 'feed_unreachable' }, { reason: 'feed_http_status' }]);
  expect(all.lines.at(-1)).toMatchObject({ type: 'summary', exitCode: 1, feeds: { read: 36, failed: 4 }, articles: { written: 36 * 3, failed: 0 } });
});
