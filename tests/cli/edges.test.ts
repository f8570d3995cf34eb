import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, closeSync, readdirSync, rmSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLI, emptyFolder, runCli } from '../support/cli.js';

let cwd: string;
beforeEach(() => {
  cwd = emptyFolder();
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

describe('at the edges of the process', () => {
  it('text from a page cannot control the terminal', async () => {
    const page = '<html><head><title>404 \u001b]0;pwned\u0007\u001b[31m not found</title></head><body><p>x</p></body></html>';
    const { stderr, code } = await runCli(['article', '-'], { input: page });
    expect(code).toBe(3);
    expect(stderr.replace(/\n$/, '')).not.toMatch(/\p{Cc}/u);
  });

  it.skipIf(!existsSync('/dev/full'))('a full disk behind standard output ends with 6 and one line', async () => {
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [CLI, 'fetch', 'demo', '--stdout', '--quiet'], { cwd, stdio: ['ignore', full, 'pipe'] });
    closeSync(full);
    let stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    expect(await once(child, 'close')).toEqual([6, null]);
    expect(stderr).toMatch(/^news-scrape: standard output: cannot be written \(ENOSPC[^\n]*\n$/);
  });

  it('posts are written even when nobody reads standard error', async () => {
    const child = spawn(process.execPath, [CLI, 'fetch', 'demo', '--verbose'], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    await once(child.stderr, 'data');
    child.stderr.destroy();
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(readdirSync(join(cwd, 'posts')).length).toBeGreaterThan(8);
  });

  it.each([['fetch', 143], ['article', 143]] as const)('%s - stops on SIGTERM while standard input stays open', async (command, code) => {
    const child = spawn(process.execPath, [CLI, command, '-'], { cwd, stdio: ['pipe', 'ignore', 'ignore'] });
    setTimeout(() => child.kill('SIGTERM'), 700);
    expect(await once(child, 'close')).toEqual([code, null]);
  });
});
