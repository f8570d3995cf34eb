import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { pageUrl } from '../support/pages.js';
import { ROLL, useSite } from '../support/site.js';

const site = useSite();
/** Appends what it is given to `calls`, prints something, and fails for titles with "bad" in them. */
const SCRIPT = `
const fs = require('fs');
const input = fs.readFileSync(0, 'utf8');
fs.appendFileSync('calls', input);
console.log('printed by a hook');
process.exitCode = /标题bad/.test(input) ? 7 : 0;
`;
const HOOK = `"${process.execPath}" hook.cjs`;
beforeEach(() => {
  writeFileSync(join(site.cwd, 'hook.cjs'), SCRIPT);
  site.rows = [{ id: 'c' }, { id: 'b' }, { id: 'a' }];
});

const calls = (): Record<string, unknown>[] =>
  existsSync(join(site.cwd, 'calls')) ? readFileSync(join(site.cwd, 'calls'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>) : [];
const posts = (): string[] => readdirSync(join(site.cwd, 'posts')).filter((name) => name.endsWith('.md'));

describe('--on-written', () => {
  it('runs after each post, in their order, with the line of --json', async () => {
    const { code, stdout, stderr } = await site.run('fetch', ROLL, '--json', '--on-written', HOOK);
    const written = stdout.split('\n').filter((line) => line.includes('"type":"article"'));
    expect(code).toBe(0);
    expect(calls()).toEqual(written.map((line) => JSON.parse(line) as unknown));
    expect(calls()).toHaveLength(3);
    for (const { file } of calls()) expect(existsSync(join(site.cwd, String(file)))).toBe(true);
    expect(stderr.match(/printed by a hook/g)).toHaveLength(3);
    expect(stdout).not.toContain('printed');
  });

  it('does not run for what is known, or where no file is made', async () => {
    await site.run('fetch', ROLL, '--dry-run', '--on-written', HOOK, '--on-finish', HOOK);
    await site.run('fetch', ROLL, '--stdout', '--on-written', HOOK, '--on-finish', HOOK);
    expect(calls()).toEqual([]);
    await site.run('fetch', ROLL);
    await site.run('fetch', ROLL, '--on-written', HOOK);
    expect(calls()).toEqual([]);
  });

  it('that fails is reported with the post, also in a quiet run, which ends with 1 and has all posts', async () => {
    site.rows.push({ id: 'bad' });
    const { code, stdout, stderr } = await site.run('fetch', ROLL, '--quiet', '--json', '--on-written', HOOK);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^hook failed: --on-written .*: ended with code 7, for posts\/\S+bad\.md\. /m);
    expect(posts()).toHaveLength(4);
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ type: 'summary', exitCode: 1, hooksFailed: 1, articles: { written: 4, failed: 0 } });
    expect(await site.run('fetch', ROLL, '--quiet', '--on-written', HOOK)).toMatchObject({ code: 0, stderr: '' });
  });

  it('that cannot be started costs no post', async () => {
    const { code, stderr } = await site.run('fetch', ROLL, '--on-written', './missing "a b"');
    expect(code).toBe(1);
    expect(stderr.match(/hook failed: --on-written .\/missing: cannot be started/g)).toHaveLength(3);
    expect(posts()).toHaveLength(3);
  });

  it('given again adds an argument as it is', async () => {
    writeFileSync(join(site.cwd, 'args.cjs'), 'require("fs").writeFileSync("args", JSON.stringify(process.argv.slice(2)))');
    await site.run('fetch', ROLL, '--limit', '1', '--on-written', `"${process.execPath}" args.cjs 'x y' "z"`, '--on-written', '$HOME "q"', '--on-written', '-v');
    expect(JSON.parse(readFileSync(join(site.cwd, 'args'), 'utf8'))).toEqual(['x y', 'z', '$HOME "q"', '-v']);
  });

  it.each([' ', 'sh -c "cat', "echo it's"])('%j is refused: it needs a program, and quotation marks in pairs', async (command) => {
    const { code, stderr } = await site.run('fetch', ROLL, '--on-written', command);
    expect(code).toBe(2);
    expect(stderr).toContain(`--on-written ${JSON.stringify(command)}: expected a program and its arguments`);
  });
});

describe('--on-finish', () => {
  it('runs once, when the folder is free, with the summary, also if an article failed', async () => {
    site.replies[pageUrl('a')] = { status: 404 };
    writeFileSync(join(site.cwd, 'free.cjs'), `${SCRIPT}\nif (fs.existsSync('posts/.news-scrape/lock')) process.exitCode = 9;`);
    const { code, stderr } = await site.run('fetch', ROLL, '--on-finish', `"${process.execPath}" free.cjs`);
    expect(code).toBe(1);
    expect(stderr).not.toContain('hook failed');
    expect(calls()).toMatchObject([{ type: 'summary', exitCode: 1, articles: { written: 2, failed: 1 } }]);
  });

  it('runs after refresh, and not after a run that was stopped', async () => {
    await site.run('fetch', ROLL);
    await site.run('refresh', '--on-finish', HOOK);
    expect(calls()).toHaveLength(1);
    expect((await site.run('fetch', ROLL, '--out', '/dev/null/x', '--on-finish', HOOK)).code).toBe(6);
    expect(calls()).toHaveLength(1);
  });

  it('that fails makes the code 1', async () => {
    const { code, stderr } = await site.run('fetch', ROLL, '--on-finish', `"${process.execPath}" -e process.exit(4)`);
    expect(code).toBe(1);
    expect(stderr).toMatch(/hook failed: --on-finish .*: ended with code 4\. /);
    expect(posts()).toHaveLength(3);
  });
});
