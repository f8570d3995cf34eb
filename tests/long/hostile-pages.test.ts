import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLI, emptyFolder } from '../support/cli.js';
import { PAGES } from '../support/hostile-site.js';

const PEAK = fileURLToPath(new URL('../support/peak.cjs', import.meta.url));
const MEGABYTE = 1e6;

let folder: string;
beforeEach(() => {
  folder = emptyFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Reading {
  code: number | null;
  stdout: string;
  stderr: string;
  peak: number;
}

/** The built program reads the page, in which it has time enough for a busy machine and no more memory than it may take. */
async function read(page: string, body: string): Promise<Reading> {
  const [file, peakFile] = [join(folder, 'page.html'), join(folder, 'peak')];
  writeFileSync(file, page);
  const child = spawn(process.execPath, ['--require', PEAK, CLI, 'article', file, '--body', body], { env: { ...process.env, PEAK_FILE: peakFile }, timeout: 15_000 });
  const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  child.stdout.on('data', (chunk: Buffer) => chunks.stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.stderr.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout: Buffer.concat(chunks.stdout).toString(), stderr: Buffer.concat(chunks.stderr).toString(), peak: Number(readFileSync(peakFile, 'utf8')) };
}

const KINDS = [['sina', 'markdown'], ['other', 'html']] as const;

describe('a hostile page', () => {
  it.each([
    ['100,000 nested elements', '<div>'.repeat(100_000), 'elements inside each other'],
    ['200,000 <b>', '<b>'.repeat(200_000), 'elements inside each other'],
    ['text and <b> without end', '字<b>'.repeat(100_000), 'elements inside each other'],
    ['200,000 paragraphs', '<p>字</p>'.repeat(200_000), 'elements'],
    ['nothing closed', '<div><p><span><a href="x"><table><tr><td><ul><li><b>字'.repeat(5_000), 'elements inside each other'],
    ['tags that hold zeros', '<p\0 a\0="\0">字'.repeat(50_000), 'elements'],
    ['attributes without end', `<p ${Array.from({ length: 50_000 }, (_, index) => `a${index}=">"`).join(' ')}>`, 'attributes of one element'],
    ['50 MB of text', '字'.repeat(50_000_000 / 3), 'larger than 3 MiB'],
    ['3 MB of text', '<'.repeat(2_900_000), 'more than'],
  ])('of %s ends as a failure with a name', async (_, markup, reason) => {
    const { code, stdout, stderr, peak } = await read(PAGES.other(markup), 'markdown');
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain(reason);
    expect(peak).toBeLessThan(200 * MEGABYTE);
  });
});

describe.each(KINDS)('a hostile page (%s, as %s)', (kind, body) => {
  it.each([
    ['spans without end', '<table><tr><td colspan="9007199254740991" rowspan="9007199254740991">甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>'],
    ['as many elements as there may be', '<p>字，字字字字字字字字字字。</p>'.repeat(11_900)],
    ['blocks beside each other', '<div>字</div>'.repeat(11_900)],
    ['blocks as deep as they may be', `${'<div>'.repeat(150)}字${'</div>'.repeat(150)}`.repeat(79)],
    ['linked headings', '<h2><a href="/a">粮库腾出仓容等待新粮</a></h2>'.repeat(5_900)],
    ['links in one paragraph', `<p>${'<a href="/a">粮库腾出仓容等待新粮</a>'.repeat(11_900)}</p>`],
    ['pictures in one centred box', `<center>${'<p><img src="/a.jpg"></p><p>粮库</p>'.repeat(3_900)}</center>`],
    ['as much text as there may be', '字'.repeat(490_000)],
    ['as much script as there may be', `<script>${'a(); '.repeat(600_000)}</script>`],
    ['lines in one paragraph', `<p>${`${'字'.repeat(30)}，<br>`.repeat(11_000)}`],
    ['zeros', `<p>字${'\0'.repeat(400_000)}`],
    ['bait for patterns of addresses', `<p>${'www.a '.repeat(80_000)}`],
    ['bait for patterns of quotations', `<p>(${'1, '.repeat(150_000)}`],
    ['bait for patterns of credits', `<p>责任编辑：${'张三 '.repeat(100_000)}`],
    ['bait for patterns of white space', `<p>${'\u3000\n'.repeat(200_000)}字`],
  ])('of %s ends with a document', async (_, markup) => {
    const { code, stdout, peak } = await read(PAGES[kind](markup), body);
    expect(code).toBe(0);
    expect(stdout).toContain('秋粮收购进度');
    expect(peak).toBeLessThan(200 * MEGABYTE);
  });
});

it('a file without end is left at the largest size that is read', async () => {
  const child = spawn(process.execPath, [CLI, 'article', '/dev/zero'], { stdio: ['ignore', 'ignore', 'pipe'], timeout: 15_000 });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(3);
  expect(stderr).toContain('/dev/zero: larger than');
});
