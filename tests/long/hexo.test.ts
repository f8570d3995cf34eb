import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLabels } from '../support/labels.js';
import { emptyFolder, runCli } from '../support/cli.js';

const blog = emptyFolder();
const squeeze = (text: string): string => text.replace(/[\s\u3000]+/gu, '');
const labels = readLabels().filter(({ file, refused }) => file.startsWith('demo/') && refused === undefined && !file.includes('finance.sina.cn/'));
let pages: { html: string; text: string }[] = [];

beforeAll(async () => {
  cpSync(fileURLToPath(new URL('hexo', import.meta.url)), blog, { recursive: true });
  execFileSync('npm', ['ci', '--silent', '--no-audit', '--no-fund'], { cwd: blog });
  const fetched = await runCli(['fetch', 'demo', '--out', join(blog, 'source/_posts')]);
  expect(fetched.code).toBe(0);
  execFileSync(process.execPath, ['node_modules/hexo/bin/hexo', 'generate', '--bail'], { cwd: blog, stdio: 'ignore' });
  const built = readdirSync(join(blog, 'public'), { recursive: true, encoding: 'utf8' }).filter((name) => /\d\/.*index\.html$/.test(name));
  pages = built.map((name) => readFileSync(join(blog, 'public', name), 'utf8')).map((html) => ({ html, text: squeeze(load(html)('article').text()) }));
});
afterAll(() => rmSync(blog, { recursive: true, force: true }));

describe('a Hexo blog with the posts of the demo', () => {
  it('has a page for each', () => expect(pages).toHaveLength(labels.length));

  it.each(labels.map((label) => [label.title, label] as const))('shows %s word for word', (title, label) => {
    const page = pages.find(({ html }) => load(html)('h1').text() === title);
    const $ = load(page?.html ?? '');
    expect($('time').text()).toMatch(/Z$/);
    expect($('.category').get().map((element) => $(element).text())).toEqual(['金融', '新浪财经', '新浪财经－演示']);
    // Hexo curls straight quotes and dashes by itself.
    const plain = (text: string): string => squeeze(text).replace(/["'“”‘’]/g, '').replace(/[-–—]+/g, '-');
    for (const paragraph of label.paragraphs) expect(plain(page?.text ?? '')).toContain(plain(paragraph));
  });
});
