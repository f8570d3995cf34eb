// Whole runs of the program and of what it is measured against, each in a process of its own, against a site in another.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { URL, fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const CLI = here('../../bin/news-scrape.js');

/** Starts the site; `seen()` tells what was asked of it since the last call, `close()` ends it. */
export async function startSite(files, latency = 0) {
  const child = spawn(process.execPath, [here('site.mjs'), String(latency), ...files], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => (await lines.next()).value;
  const origin = `http://127.0.0.1:${await next()}`;
  return { origin, seen: async () => (child.stdin.write('\n'), JSON.parse(await next())), close: () => child.stdin.end() };
}

/** Runs one of the programs on a feed; what it took, and how many articles it had a second from the first request to its end. */
export async function run(site, args, { keep } = {}) {
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'news-scrape-bench-'));
  const cost = join(folder, '.cost.json');
  await site.seen();
  const child = spawn(process.execPath, ['--require', here('spy.cjs'), ...args(folder)], { cwd: folder, stdio: 'ignore', env: { ...process.env, COST_FILE: cost } });
  const [code] = await once(child, 'exit');
  const ended = Date.now();
  const { first, pages } = await site.seen();
  const result = { code, pages, ...JSON.parse(readFileSync(cost, 'utf8')), rate: first === undefined ? 0 : (pages * 1000) / Math.max(1, ended - first) };
  if (keep === undefined) rmSync(folder, { recursive: true, force: true });
  return result;
}

/** @param feeds one address, or several */
export const newsScrape = (feeds, articles = 0) => (folder) => [CLI, 'fetch', ...[feeds].flat(), '--out', join(folder, 'posts'), '--limit', String(articles || 1), '--concurrency', '16', '--delay', '0', '--ignore-robots', '--quiet'];
export const fetchOnly = (feed) => () => [here('floor.mjs'), feed];
export const obviousStack = (feed) => (folder) => [here('floor.mjs'), feed, folder];
