import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { articlesOf, emptyFolder, runCli, type CliResult } from '../../support/cli.js';
import { financePage } from '../../support/pages.js';
import { startServer } from '../../support/server.js';
import { feedText, type Fault } from './table.js';

const NAMES = {
  NODE_OPTIONS: `--import ${fileURLToPath(new URL('../../support/names.mjs', import.meta.url))}`,
  TEST_NAMES: 'metadata.example=169.254.169.254,inside.example=127.0.0.1',
};

/** How the articles of a run ended. */
interface Result extends CliResult {
  reasons: Map<string, string>;
  /** How often the faulty page or feed was asked for. */
  requests: number;
}

/** Runs `fetch` on a feed with a page, and on one with two, of which `fault` befalls a page or the first feed. */
async function runWith(fault: Fault, kind: 'page' | 'feed'): Promise<Result> {
  const cwd = emptyFolder();
  const path = kind === 'page' ? '/page' : '/feed';
  let requests = 0;
  const faulty = await startServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else fault.answer?.(response, request, (requests += 1));
  });
  const other = await fault.elsewhere?.();
  const sound = await startServer((request, response) => {
    const { url = '' } = request;
    if (url === path && fault.guarded) fault.answer?.(response, request, (requests += 1));
    else if (url === '/feed') response.end(feedText(`${sound.origin}/before`, target, `${sound.origin}/after`));
    else if (url === '/other') response.end(feedText(`${sound.origin}/first`, `${sound.origin}/second`));
    else if (url === '/robots.txt') response.writeHead(404).end();
    else response.end(financePage({ title: url.slice(1) }));
  });
  const target = other?.url ?? (fault.guarded ? sound : faulty).origin + path;
  try {
    const feeds = [kind === 'page' ? `${sound.origin}/feed` : target, `${sound.origin}/other`];
    const options = ['--json', '--retries', '1', '--timeout', String(fault.timeout ?? 30), ...(fault.guarded ? [] : ['--allow-private'])];
    const result = await runCli(['fetch', ...feeds, ...options], { cwd, env: { ...NAMES, NO_PROXY: '*' } });
    const reasons = new Map(articlesOf(result).map(({ url, reason }) => [url === target ? 'faulty' : url.replace(/.*\//, ''), reason]));
    return { ...result, reasons, requests };
  } finally {
    other?.close?.();
    await Promise.all([faulty.close(), sound.close()]);
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** What becomes of the page, that it was asked for as often as it ought to be, and that all others arrived. */
export async function checkPage(fault: Fault): Promise<void> {
  const { reasons, requests, code, stdout, stderr } = await runWith(fault, 'page');
  expect(Object.fromEntries(reasons)).toEqual({ before: 'new', faulty: fault.page, after: 'new', first: 'new', second: 'new' });
  expect(code).toBe(fault.page === 'new' ? 0 : 1);
  expect(requests).toBe(fault.requests ?? 1);
  // A page's limits are others than a feed's, and what the network does is the same to both.
  if (fault.page === 'network') for (const told of [stdout, stderr]) expect(told).toContain(fault.feed);
}

/** What is said of the feed, and that all articles of the other one arrived. */
export async function checkFeed(fault: Fault): Promise<void> {
  const { reasons, stderr, requests, code } = await runWith(fault, 'feed');
  expect([reasons.get('first'), reasons.get('second')]).toEqual(['new', 'new']);
  expect(stderr).toContain('feed failed: ');
  expect(stderr).toContain(fault.feed);
  expect(code).toBe(1);
  expect(requests).toBe(fault.requests ?? 1);
}
