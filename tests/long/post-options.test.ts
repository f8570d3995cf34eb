import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { emptyFolder, runCli, type CliResult } from '../support/cli.js';

const PAGE = fileURLToPath(new URL('../../fixtures/demo/finance.sina.com.cn/china/2026-11-20/doc-inzdemoa1120001.shtml', import.meta.url));

let cwd: string;
beforeEach(() => (cwd = emptyFolder()));
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const fetchDemo = (...options: string[]): Promise<CliResult> => runCli(['fetch', 'demo', '--out', 'posts', ...options], { cwd });
const article = (...options: string[]): Promise<CliResult> => runCli(['article', PAGE, ...options], { cwd });
const posts = (): string[] => readdirSync(join(cwd, 'posts')).filter((name) => !name.startsWith('.')).sort();
const contents = (): string[] => posts().map((name) => readFileSync(join(cwd, 'posts', name), 'utf8'));

describe('the names of files', () => {
  it('follow the template for new posts and move nothing that was written', async () => {
    expect((await fetchDemo('--limit', '2')).code).toBe(0);
    const [names, texts] = [posts(), contents()];
    const second = await fetchDemo('--limit', '4', '--filename', '{slug}_{id}');
    expect(second.code).toBe(0);
    const fresh = posts().filter((name) => !names.includes(name));
    expect(posts()).toEqual(expect.arrayContaining(names));
    expect(fresh.length).toBeGreaterThan(0);
    for (const name of fresh) expect(name).toMatch(/^[a-z0-9-]+_\w+\.md$/);
    for (const [index, name] of names.entries()) expect(readFileSync(join(cwd, 'posts', name), 'utf8')).toBe(texts[index]);
    expect((await fetchDemo('--limit', '4', '--filename', '{id}', '--quiet')).stdout).toBe('');
  });

  it.each([['{titel}'], ['{date}/{title}']])('cannot be made from %s', async (template) => {
    const result = await fetchDemo('--filename', template);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain('a name without folders, in braces nothing but {date}, {title}, {slug}, {id}, {feed}.');
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('never differ by capitals or the day alone where the generator makes one address of them', async () => {
    expect((await fetchDemo('--limit', '1', '--profile', 'eleventy')).code).toBe(0);
    const [name = ''] = posts();
    rmSync(join(cwd, 'posts/.news-scrape'), { recursive: true });
    rmSync(join(cwd, 'posts', name));
    const twin = name.replace(/^\d{4}-\d\d-\d\d/, '2020-01-01');
    mkdirSync(join(cwd, 'posts'), { recursive: true });
    writeFileSync(join(cwd, 'posts', twin), 'mine');
    expect((await fetchDemo('--limit', '1', '--profile', 'eleventy')).code).toBe(0);
    expect(posts().filter((post) => post !== twin)).toEqual([expect.stringMatching(/-[0-9a-f]{8}\.md$/)]);
  });
});

describe('a template for documents', () => {
  it('writes them whole', async () => {
    writeFileSync(join(cwd, 'my.liquid'), '---\ntitle: {{ title | yaml }}\n---\n{{ body }}\n\n{{ id }}');
    const result = await article('--template', 'my.liquid');
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).toMatch(/^---\ntitle: ".+"\n---\n[^]+\n\ncomos:nzdemoa1120001\n$/);
  });

  it.each([
    ['with a mistake', 'a\n{{ titel }}', 'my.liquid, line 2: undefined variable: titel. The README lists what a template can use.'],
    ['that is not there', undefined, 'my.liquid: the template cannot be read (ENOENT: no such file or directory)'],
  ])('%s ends the run before anything is fetched', async (_, text, words) => {
    if (text !== undefined) writeFileSync(join(cwd, 'my.liquid'), text);
    const result = await fetchDemo('--template', 'my.liquid', '--verbose');
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain(words);
    expect(result.stderr).not.toContain('GET ');
  });
});

describe('the options for front matter and text', () => {
  it('are the same for article and fetch', async () => {
    const options = ['--fields', 'link,id', '--set', 'top=true', '--set', 'note=a: b', '--category', '财经', '--category', '快讯', '--author', 'article', '--comments', '--source-link', '--excerpt', '1', '--heading-from-bold'];
    const one = await article(...options);
    expect(one.code).toBe(0);
    expect(parse(one.stdout.split('---\n')[1] ?? '')).toMatchObject({ categories: ['财经', '快讯'], comments: true, article_id: 'comos:nzdemoa1120001', top: true, note: 'a: b' });
    expect(one.stdout).toMatch(/\n\n<!-- more -->\n\n[^]*\n\n来源：\[.*\]\(http.*\)\n$/);
    expect((await fetchDemo(...options)).code).toBe(0);
    for (const text of contents()) expect(text).toMatch(/\ntop: true\nnote: .*\n---\n[^]*来源：\[.*\]\(http.*\)\n$/);
  });

  it.each([
    [['--fields', 'link,nothing'], '--fields link,nothing: expected some of link, source, editor, keywords, description, updated, id'],
    [['--set', 'a b=c'], '--set a b=c: expected KEY=VALUE'],
    [['--category', ' '], '--category " ": expected a text.'],
    [['--author', ''], '--author "": expected a text.'],
    [['--excerpt', '0'], '--excerpt 0: expected a whole number from 1.'],
    [['--excerpt', '1', '--profile', 'astro'], 'the profile astro has no mark for excerpts; hexo, hugo, jekyll, eleventy have one'],
  ])('are checked before anything is read: %j', async (options, words) => {
    const result = await article(...options);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain(words);
  });
});
