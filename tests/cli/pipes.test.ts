import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI } from '../support/cli.js';
import { financePage, pageUrl } from '../support/pages.js';
import { ROLL, useSite } from '../support/site.js';

const site = useSite();
const ARTICLES = 12;
/** More than a pipe holds, in each document. */
const LONG = '很长的正文，'.repeat(8000);

function fillSite(text = LONG): void {
  site.rows = Array.from({ length: ARTICLES }, (_, index) => ({ id: `n${index}` }));
  for (const { id } of site.rows) site.replies[pageUrl(id)] = financePage({ title: id, text });
}

/** What a shell makes of this line, in which `$CLI` is the program. */
async function shell(line: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const command = `"${process.execPath}" "${CLI}"`;
  const child = spawn('bash', ['-o', 'pipefail', '-c', line.replaceAll('$CLI', command)], { cwd: site.cwd, env: { ...process.env, ...site.web.env } });
  const [stdout, stderr, [code]] = await Promise.all([textOf(child.stdout), textOf(child.stderr), once(child, 'close') as Promise<[number | null]>]);
  return { code, stdout, stderr };
}

async function textOf(stream: ChildProcess['stdout']): Promise<string> {
  let text = '';
  for await (const chunk of stream?.setEncoding('utf8') ?? []) text += String(chunk);
  return text;
}

describe('standard output', () => {
  it('arrives whole through a slow pipe: more than a mebibyte', async () => {
    fillSite();
    const child = spawn(process.execPath, [CLI, 'fetch', ROLL, '--stdout', '--quiet', '--delay', '0'], { cwd: site.cwd, env: { ...process.env, ...site.web.env } });
    const closed = once(child, 'close');
    const chunks: Buffer[] = [];
    for await (const chunk of child.stdout) {
      chunks.push(chunk as Buffer);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(await closed).toEqual([0, null]);
    const text = Buffer.concat(chunks).toString('utf8');
    expect(Buffer.byteLength(text)).toBeGreaterThan(1024 * 1024);
    expect(text.match(/^title: /gm)).toHaveLength(ARTICLES);
    expect(text.split(LONG)).toHaveLength(ARTICLES + 1);
  });

  it.each([
    ['head -1', '--stdout', /^---\n$/],
    ['head -1', '--json', /^\{.*\}\n$/],
    ['head -1', '', /^posts\/.*\.md\n$/],
    ['true', '--stdout', /^$/],
    ['(exec <&-; sleep 1)', '', /^$/],
  ])('ends quietly and with 0 before | %s (%s)', async (reader, option, expected) => {
    fillSite();
    const { code, stdout, stderr } = await shell(`$CLI fetch '${ROLL}' ${option} --quiet --delay 0 | ${reader}`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(expected);
  });

  it('may be closed from the start', async () => {
    fillSite('正文'.repeat(60));
    expect(await shell(`$CLI fetch '${ROLL}' --quiet --delay 0 >&-`)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readdirSync(join(site.cwd, 'posts')).filter((name) => name.endsWith('.md'))).toHaveLength(ARTICLES);
  });

  it('shares a pipe with standard error line by line', async () => {
    fillSite('正文'.repeat(60));
    site.replies[pageUrl('n3')] = financePage({ title: 'n3', text: '' });
    const { code, stdout } = await shell(`$CLI fetch '${ROLL}' --verbose --json --delay 0 2>&1 | cat; exit \${PIPESTATUS[0]}`);
    expect(code).toBe(1);
    const kinds = stdout.trimEnd().split('\n').map((line) => /^(?:GET |written: |failed: |feed read: |\{"type":"\w+".*\}$|11 articles )/.exec(line)?.[0].slice(0, 4) ?? line);
    expect(new Set(kinds)).toEqual(new Set(['GET ', 'writ', 'fail', 'feed', '{"ty', '11 a']));
    expect(kinds.filter((kind) => kind === '{"ty')).toHaveLength(ARTICLES + 2);
  });

  it.each([
    ['feeds', '$CLI feeds'],
    ['feeds --json', '$CLI feeds --json'],
    ['--help', '$CLI --help'],
    ['article', `$CLI article '${pageUrl('n0')}'`],
  ])('of %s ends quietly before a reader that goes away', async (_name, command) => {
    fillSite();
    expect(await shell(`${command} | true`)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('holds nothing but data', async () => {
    fillSite('正文'.repeat(60));
    site.replies[pageUrl('n3')] = { status: 404 };
    const { stdout } = await shell(`$CLI fetch '${ROLL}' missing.xml --verbose --delay 0`);
    expect(stdout.trimEnd().split('\n').every((line) => /^posts\/\S+\.md$/.test(line))).toBe(true);
  });
});
