import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { CLI, emptyFolder } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';

/** Fewer for a short look: ARTICLES=2000 */
const ARTICLES = Number(process.env.ARTICLES ?? 10_000);
/** After so many articles a run has all that it needs for the others. */
const FIRST = 1000;
/** Between two looks at the process. */
const STEP = 250;
const START = Date.parse('2026-11-20T00:00:00Z');
/** What surrounds the text of a real page. */
const FURNITURE = `<div class="nav">${'<a href="/channel">频道</a>'.repeat(100)}</div>`;
const TEXT = '港口今天上午公布了新的航线安排，现场有一百多人参加。'.repeat(60);

interface Level {
  /** Resident memory in MB. */
  memory: number;
  /** Open files and sockets. */
  handles: number;
}

const levelOf = (pid: number): Level => ({
  memory: Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
  handles: readdirSync(`/proc/${pid}/fd`).length,
});

const mostOf = (levels: readonly Level[]): Level => ({ memory: Math.max(...levels.map(({ memory }) => memory)), handles: Math.max(...levels.map(({ handles }) => handles)) });

function startSite(): Promise<TestServer> {
  return startServer((request, response) => {
    const { url = '', headers } = request;
    if (url === '/robots.txt') response.writeHead(404).end();
    else if (url === '/feed') {
      const items = Array.from({ length: ARTICLES }, (_, index) => `<item><title>第${index}号航线</title><link>http://${headers.host ?? ''}/${index}</link><pubDate>${new Date(START + index * 1000).toUTCString()}</pubDate></item>`);
      response.end(`<rss version="2.0"><channel><title>x</title>${items.join('')}</channel></rss>`);
    } else response.end(financePage({ title: `第${url.slice(1)}号航线`, text: `${url}${TEXT}` }).replace('<h1', `${FURNITURE}<h1`));
  });
}

describe.skipIf(process.platform !== 'linux')(`a run of ${ARTICLES} articles (needs /proc)`, () => {
  it('takes no more memory than after the first thousand, and leaves no file or socket open', async () => {
    const server = await startSite();
    const cwd = emptyFolder();
    const child = spawn(process.execPath, [CLI, 'fetch', `${server.origin}/feed`, '--limit', String(ARTICLES), '--delay', '0', '--quiet'], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
    const exit = once(child, 'exit');
    const levels: Level[] = [];
    let written = 0;
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    while (!(await lines.next()).done) {
      written += 1;
      if (written % STEP === 0 && written < ARTICLES && child.pid !== undefined) levels.push(levelOf(child.pid));
    }
    expect(await exit).toEqual([0, null]);
    await server.close();
    const posts = readdirSync(cwd, { recursive: true }).filter((name) => String(name).endsWith('.md')).length;
    rmSync(cwd, { recursive: true, force: true });
    const early = levels.slice(0, FIRST / STEP);
    // How many sockets are open at the moment of a look is chance: what counts is the most of them.
    const first = { memory: early.at(-1)?.memory ?? 0, handles: mostOf(early).handles };
    const most = mostOf(levels.slice(FIRST / STEP));
    console.log(JSON.stringify({ articles: written, first, most }));
    expect(posts).toBe(ARTICLES);
    expect(most.memory - first.memory).toBeLessThan(60);
    // Four requests are under way at a time, each with its socket, and a file or two are being written.
    expect(most.handles - first.handles).toBeLessThan(8);
  });
});
