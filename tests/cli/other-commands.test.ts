import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CATALOGUE } from '../../src/feeds/catalogue.js';
import { emptyFolder, runCli } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { startWeb, type Web } from '../support/web.js';

let web: Web | undefined;
afterEach(() => web?.close());
const page = fileURLToPath(new URL('../../fixtures/demo/finance.sina.com.cn/china/2026-11-20/doc-inzdemoa1120001.shtml', import.meta.url));
const frontMatter = (document: string): unknown => parse(document.split('---\n')[1] ?? '');

describe('article', () => {
  it('prints a finished document for a URL, with the site\'s categories and the page\'s time', async () => {
    web = await startWeb(() => financePage({ title: '标题' }));
    const result = await runCli(['article', 'http://finance.sina.com.cn/china/doc-iabc.shtml'], { env: web.env });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(frontMatter(result.stdout)).toMatchObject({ title: '标题', categories: ['金融', '新浪财经'], author: '新浪财经', date: 'Fri, 20 Nov 2026 01:30:00 GMT' });
  });

  it('prints the same for a file and for standard input', async () => {
    const fromFile = await runCli(['article', page]);
    const fromInput = await runCli(['article', '-'], { input: readFileSync(page, 'utf8') });
    expect(fromFile.code).toBe(0);
    expect(fromFile.stdout).toMatch(/^---\n/);
    expect(fromInput.stdout).toBe(fromFile.stdout);
  });

  it('prints the same with --no-fast-path', async () => {
    const whole = await runCli(['article', '--no-fast-path', page]);
    expect(whole).toEqual(await runCli(['article', page]));
    expect(whole.code).toBe(0);
  });

  it('prints HTML with --body html', async () => {
    expect((await runCli(['article', page, '--body', 'html'])).stdout).toMatch(/\n---\n\n<div>\n<p>/);
  });

  it.each([
    ['a missing file', ['article', 'no-such-file.html'], 'no-such-file.html: the page cannot be read'],
    ['a page without an article', ['article', fileURLToPath(new URL('../../fixtures/pages/finance--empty-body.html', import.meta.url))], 'finance--empty-body.html: only'],
    ['an address that nothing answers', ['article', 'http://127.0.0.1:1/'], 'ECONNREFUSED'],
  ])('ends with 3 and prints no document for %s', async (_name, args, words) => {
    const result = await runCli(args);
    expect(result).toMatchObject({ code: 3, stdout: '' });
    expect(result.stderr).toContain(words);
  });
});

describe('feeds', () => {
  it('lists every channel of the catalogue, a line each', async () => {
    const { code, stdout } = await runCli(['feeds']);
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n').map((line) => line.split(' ')[0])).toEqual(CATALOGUE.map(({ id }) => id));
  });

  it('prints them as JSON with the title that their posts get', async () => {
    expect(JSON.parse((await runCli(['feeds', '--json'])).stdout)).toContainEqual(expect.objectContaining({ id: 'sina/china', pageid: 155, lid: 1686, title: '新浪财经－国內' }));
  });
});

describe('help and version', () => {
  it('prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
    expect(await runCli(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([[[]], [['fetch']], [['article']], [['feeds']]])('fits 80 columns: %j', async (command) => {
    const { code, stdout } = await runCli([...command, '--help']);
    expect(code).toBe(0);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});

describe('demo', () => {
  it('writes its posts without a network, also behind a proxy, and nothing the second time', async () => {
    const cwd = emptyFolder();
    const env = { HTTP_PROXY: 'http://127.0.0.1:1', HTTPS_PROXY: 'http://127.0.0.1:1', NO_PROXY: '' };
    const first = await runCli(['fetch', 'demo', '--out', 'posts'], { cwd, env });
    expect(first.code).toBe(0);
    expect(first.stdout.trimEnd().split('\n').length).toBeGreaterThanOrEqual(8);
    expect(await runCli(['fetch', 'demo', '--out', 'posts', '--quiet'], { cwd, env })).toEqual({ code: 0, stdout: '', stderr: '' });
    rmSync(cwd, { recursive: true, force: true });
  });
});
