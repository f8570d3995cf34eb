import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AT_ONCE, CLI, emptyFolder } from '../support/cli.js';
import { financePage, rollAnswer } from '../support/pages.js';
import { startWeb, type Web } from '../support/web.js';

const ROLL = 'http://feed.mix.sina.com.cn/api/roll/get?pageid=155&lid=1686';
const ARTICLES = 30;
const FETCH = [process.execPath, CLI, 'fetch', ROLL, '--quiet', ...AT_ONCE];
/** Mounting a file system of one's own takes root on Linux, in a sandbox that allows it. */
const mayMount = process.platform === 'linux' && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' }).status === 0;
const isRoot = process.getuid?.() === 0;

let cwd: string;
let web: Web;
beforeEach(async () => {
  cwd = emptyFolder();
  mkdirSync(join(cwd, 'posts'));
  web = await startWeb((url) => {
    if (url.pathname === '/api/roll/get') return rollAnswer(Array.from({ length: ARTICLES }, (_, index) => ({ id: `n${index}` })));
    return financePage({ title: url.pathname, text: '正文'.repeat(2000) });
  });
});
afterEach(async () => {
  await web.close();
  rmSync(cwd, { recursive: true, force: true });
});

interface Ended {
  code: number | null;
  stderr: string;
  stdout: string;
}

async function ended(command: string, args: readonly string[], options: { uid?: number } = {}): Promise<Ended> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...web.env }, ...options });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

/** Runs shell lines with a file system of their own under `posts`, in which `$FETCH` fetches. */
const inMounted = (...lines: string[]): Promise<Ended> => ended('unshare', ['-m', 'bash', '-c', lines.join('\n'), ...FETCH]);

describe.skipIf(!mayMount)('a disk (needs root that may mount)', () => {
  it('that is full stops the run with code 6, with whole posts and a whole archive, and the next run goes on', async () => {
    const { stdout, code, stderr } = await inMounted(
      'mount -t tmpfs -o size=200k tmpfs posts',
      '"$0" "$@" >/dev/null; echo "code $?"',
      'ls posts | wc -l; for post in posts/*.md; do tail -c 7 "$post" | grep -q "^" && tail -n 1 "$post" | wc -m; done | sort -u',
      'mount -o remount,size=50m posts',
      '"$0" "$@" >/dev/null; echo "code $?"',
      'ls posts | wc -l; tail -n +2 posts/.news-scrape/archive.jsonl | grep -c \'"status":"written"\'; ls -A posts/.news-scrape',
    );
    const [first, some, length, second, all, archived, ...state] = stdout.trimEnd().split('\n');
    expect(stderr.match(/ENOSPC: no space left on device/g)).toHaveLength(1);
    expect([first, second, code]).toEqual(['code 6', 'code 0', 0]);
    expect(Number(some)).toBeGreaterThan(3);
    expect(Number(some)).toBeLessThan(ARTICLES);
    expect(length).toBe('4001');
    expect([all, archived]).toEqual([String(ARTICLES), String(ARTICLES)]);
    expect(state).toEqual(['.gitattributes', '.gitignore', 'archive.jsonl', 'feeds.jsonl', 'runs.jsonl']);
  });

  it('that becomes read-only stops the run with code 6, and what was written stays', async () => {
    const { stdout, stderr } = await inMounted(
      'mount -t tmpfs tmpfs posts',
      '"$0" "$@" --limit 5 >/dev/null',
      'md5sum posts/*.md posts/.news-scrape/* >before; mount -o remount,ro posts',
      '"$0" "$@"; echo "code $?"; md5sum -c --quiet before && echo intact',
    );
    expect(stderr).toContain('EROFS: read-only file system');
    expect(stdout.trimEnd().split('\n').slice(-2)).toEqual(['code 6', 'intact']);
  });
});

describe.skipIf(process.platform === 'win32')('a folder that may not be written', () => {
  it('stops the run with code 6, and what was written stays', async () => {
    const user = isRoot ? { uid: 65_534 } : {};
    if (isRoot) for (const path of [cwd, join(cwd, 'posts')]) chownSync(path, 65_534, 65_534);
    chmodSync(cwd, 0o755);
    const [command = '', ...args] = FETCH;
    expect(await ended(command, [...args, '--limit', '3'], user)).toMatchObject({ code: 0 });
    const archive = join(cwd, 'posts/.news-scrape/archive.jsonl');
    const before = [readdirSync(join(cwd, 'posts')), readFileSync(archive, 'utf8')];
    chmodSync(join(cwd, 'posts'), 0o555);
    const result = await ended(command, args, user);
    expect(result.code).toBe(6);
    expect(result.stderr).toMatch(/cannot be written \(EACCES: permission denied\)/);
    expect([readdirSync(join(cwd, 'posts')), readFileSync(archive, 'utf8')]).toEqual(before);
    chmodSync(join(cwd, 'posts'), 0o755);
    expect(await ended(command, args, user)).toMatchObject({ code: 0 });
    expect(readdirSync(join(cwd, 'posts')).filter((name) => name.endsWith('.md'))).toHaveLength(ARTICLES);
  });
});

describe('a second signal', () => {
  it('ends at once a run that the first one leaves waiting for its reader', async () => {
    const [command = '', ...args] = FETCH;
    const child = spawn(command, [...args, '--stdout'], { cwd, env: { ...process.env, ...web.env }, stdio: ['ignore', 'pipe', 'ignore'] });
    const exit = once(child, 'close') as Promise<[number | null, string | null]>;
    await once(child.stdout, 'readable');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect([child.exitCode, child.signalCode]).toEqual([null, null]);
    child.kill('SIGINT');
    await once(child, 'exit');
    child.stdout.destroy();
    expect(await exit).toEqual([null, 'SIGINT']);
  });
});
