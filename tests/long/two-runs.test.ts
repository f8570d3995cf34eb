import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLI, emptyFolder, runCli, type CliResult } from '../support/cli.js';
import { financePage, rollAnswer } from '../support/pages.js';
import { startWeb, type Web } from '../support/web.js';

const ROLL = 'http://feed.mix.sina.com.cn/api/roll/get?pageid=155&lid=1686';
const ARTICLES = 6;
const ELSEWHERE = { pid: 1, host: 'elsewhere.example', boot: 'another', started: '2031-05-06T07:08:09.000Z', token: 'theirs' };

let cwd: string;
let web: Web;
let pageDelay = 0;
const running: ChildProcess[] = [];

beforeEach(async () => {
  cwd = emptyFolder();
  pageDelay = 0;
  web = await startWeb((url) => {
    if (url.pathname === '/api/roll/get') return rollAnswer(Array.from({ length: ARTICLES }, (_, index) => ({ id: `n${index}` })));
    return { body: financePage({ title: url.pathname }), delay: pageDelay };
  });
});
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  await web.close();
  rmSync(cwd, { recursive: true, force: true });
});

const cli = (...args: string[]): Promise<CliResult> => runCli(['fetch', ROLL, '--delay', '0', ...args], { cwd, env: web.env });
const posts = (): string[] => readdirSync(join(cwd, 'posts')).filter((name) => name.endsWith('.md'));

/** A run that holds the folder and has asked for its first page. */
async function startOwner(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [CLI, 'fetch', ROLL, '--quiet', '--delay', '0'], { cwd, env: { ...process.env, ...web.env } });
  running.push(child);
  while (!web.requests.some((url) => url.includes('/doc-i'))) await new Promise((resolve) => setTimeout(resolve, 20));
  return child;
}

/** The lock of a run on another machine, whose last sign of life is so many seconds old. */
function leaveForeignLock(age: number): void {
  mkdirSync(join(cwd, 'posts/.news-scrape'), { recursive: true });
  const file = join(cwd, 'posts/.news-scrape/lock');
  writeFileSync(file, JSON.stringify(ELSEWHERE));
  utimesSync(file, new Date(), new Date(Date.now() - age * 1000));
}

describe('a second run on a folder', () => {
  it('waits with --wait until the first has ended, says so once, and finds its articles written', async () => {
    pageDelay = 700;
    const first = await startOwner();
    const second = await cli('--wait', '--json');
    expect(first.exitCode).toBe(0);
    expect(second.code).toBe(0);
    expect(second.stderr.match(/waiting for another run to end \(process \d+ on/g)).toHaveLength(1);
    const lines = second.stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as { type: string; status: string });
    const outcomes = lines.filter(({ type }) => type === 'article');
    expect(outcomes.map(({ status }) => status)).toEqual(Array.from({ length: ARTICLES }, () => 'unchanged'));
  });

  it('gives up with code 4 after the seconds of --wait', async () => {
    pageDelay = 4000;
    await startOwner();
    const began = performance.now();
    expect((await cli('--wait', '1')).code).toBe(4);
    expect(performance.now() - began).toBeGreaterThan(1000);
    expect(performance.now() - began).toBeLessThan(6000);
  });

  it('stops waiting on SIGTERM with code 143', async () => {
    pageDelay = 4000;
    await startOwner();
    const second = spawn(process.execPath, [CLI, 'fetch', ROLL, '--wait'], { cwd, env: { ...process.env, ...web.env } });
    running.push(second);
    await once(second.stderr, 'data');
    second.kill('SIGTERM');
    expect(await once(second, 'close')).toEqual([143, null]);
  });

  it('is refused while the first is suspended, which then ends well', async () => {
    const first = await startOwner();
    first.kill('SIGSTOP');
    const began = performance.now();
    expect((await cli()).code).toBe(4);
    expect(performance.now() - began).toBeLessThan(5000);
    first.kill('SIGCONT');
    expect(await once(first, 'close')).toEqual([0, null]);
    expect(posts()).toHaveLength(ARTICLES);
  });

  it('takes over at once when the first was killed, and leaves nothing of it', async () => {
    pageDelay = 300;
    const first = await startOwner();
    first.kill('SIGKILL');
    await once(first, 'close');
    pageDelay = 0;
    expect((await cli()).code).toBe(0);
    expect(posts()).toHaveLength(ARTICLES);
    expect(readdirSync(join(cwd, 'posts/.news-scrape')).sort()).toEqual(['.gitattributes', '.gitignore', 'archive.jsonl', 'feeds.jsonl', 'runs.jsonl']);
  });
});

describe('a lock of another machine or container', () => {
  it('is respected while it is fresh', async () => {
    leaveForeignLock(5);
    const result = await cli();
    expect(result.code).toBe(4);
    expect(result.stderr).toContain('process 1 on elsewhere.example since 2031-05-06');
    expect(readFileSync(join(cwd, 'posts/.news-scrape/lock'), 'utf8')).toBe(JSON.stringify(ELSEWHERE));
  });

  it('is taken over when its owner has been silent for long and stays so', async () => {
    leaveForeignLock(60);
    expect((await cli()).code).toBe(0);
    expect(posts()).toHaveLength(ARTICLES);
  });
});

describe('a run that stood still and lost its lock', () => {
  it('ends with code 4 and writes nothing more', async () => {
    pageDelay = 2500;
    const slow = await startOwner();
    leaveForeignLock(0);
    expect(await once(slow, 'close')).toEqual([4, null]);
    expect(posts()).toEqual([]);
    expect(readFileSync(join(cwd, 'posts/.news-scrape/lock'), 'utf8')).toBe(JSON.stringify(ELSEWHERE));
  });
});
