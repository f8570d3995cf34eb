import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder, runCli, type CliResult } from '../support/cli.js';

/** Breaks the program from outside: what it relies on fails in a way that nobody foresaw. */
const BREAK_JSON = 'const real=JSON.stringify;JSON.stringify=(value,...rest)=>{if(value?.type==="article")throw new RangeError("broken\\nin two");return real(value,...rest)}';
const BREAK_LATER = 'const real=process.stdout.write;process.stdout.write=function(...args){setTimeout(()=>{throw new RangeError("nobody caught this")});return real.apply(this,args)}';

let cwd: string;
beforeEach(() => {
  cwd = emptyFolder();
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const runBroken = (breakage: string, ...args: string[]): Promise<CliResult> =>
  runCli(args, { cwd, env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(breakage)}` } });

describe('a mistake in the program', () => {
  it('ends with 70 and one sentence that says what to report', async () => {
    const { code, stderr } = await runBroken(BREAK_JSON, 'fetch', 'demo', '--json', '--quiet');
    expect(code).toBe(70);
    expect(stderr).toMatch(/^news-scrape: a mistake in this program[^\n]*RangeError: broken in two\. Please report [^\n]*\n$/);
  });

  it('says with --verbose where it happened', async () => {
    const { code, stderr } = await runBroken(BREAK_JSON, 'fetch', 'demo', '--json', '--verbose');
    expect(code).toBe(70);
    expect(stderr).toMatch(/RangeError: broken[^\n]*\n +at [^\n]*data:text\/javascript[^\n]*\n +at /);
  });

  it('stands in the log with the place where it happened', async () => {
    await runBroken(BREAK_JSON.replace('"article"', '"feed"'), 'fetch', 'demo', '--quiet', '--log-file', 'log');
    const last: unknown = JSON.parse(readFileSync(join(cwd, 'log'), 'utf8').trimEnd().split('\n').at(-1) ?? '');
    expect(last).toMatchObject({ type: 'summary', exitCode: 70, error: 'unexpected', stack: expect.stringMatching(/RangeError: broken[^]*\n +at /) as string });
  });

  it('gives the folder free and leaves whole posts', async () => {
    await runBroken(BREAK_JSON, 'fetch', 'demo', '--json', '--quiet');
    expect(existsSync(join(cwd, 'posts/.news-scrape/lock'))).toBe(false);
    const { code } = await runCli(['fetch', 'demo', '--quiet'], { cwd });
    expect(code).toBe(0);
    expect(readdirSync(join(cwd, 'posts')).filter((name) => name.endsWith('.md'))).toHaveLength(10);
  });

  it('that nobody waits for ends the same way', async () => {
    const { code, stderr } = await runBroken(BREAK_LATER, 'fetch', 'demo', '--quiet');
    expect(code).toBe(70);
    expect(stderr).toMatch(/^news-scrape: a mistake in this program[^\n]*RangeError: nobody caught this[^\n]*\n$/);
  });
});
