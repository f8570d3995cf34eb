import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder, runCli, type CliResult } from '../support/cli.js';

let cwd: string;
beforeEach(() => (cwd = emptyFolder()));
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const fetchDemo = (...options: string[]): Promise<CliResult> => runCli(['fetch', 'demo', '--limit', '1', ...options], { cwd });
const write = (file: string, text: string): void => {
  mkdirSync(join(cwd, file, '..'), { recursive: true });
  writeFileSync(join(cwd, file), text);
};
const oneOf = (folder: string): string => {
  const name = readdirSync(join(cwd, folder)).find((file) => file.endsWith('.md')) ?? '';
  return readFileSync(join(cwd, folder, name), 'utf8');
};

describe('fetch in the root of a blog', () => {
  it('writes into the blog in the form of its generator and says so, then finds all of it again', async () => {
    write('hugo.toml', 'baseURL = "https://example.com/"\n');
    const first = await fetchDemo();
    expect(first).toMatchObject({ code: 0 });
    expect(first.stderr).toContain('Hugo site recognised by hugo.toml: posts in the profile hugo.');
    expect(first.stdout.split('\n')[0]).toMatch(/^content\/posts\/.*\.md$/);
    expect(oneOf('content/posts')).toMatch(/^---\ntitle: '.*'\ndate: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00\n/);
    expect(await fetchDemo('--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await fetchDemo('--quiet', '--out', 'content/posts')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('writes the time of the site\'s zone for Hexo, wherever it is run from', async () => {
    write('blog/_config.yml', 'title: x\ntimezone: Asia/Shanghai\nper_page: 10\n');
    for (const out of ['blog', 'blog/source/_posts', 'blog/source/news']) {
      expect((await fetchDemo('--out', out)).code).toBe(0);
    }
    expect(oneOf('blog/source/_posts')).toMatch(/\ndate: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\n/);
    expect(oneOf('blog/source/news')).toMatch(/\ndate: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\n/);
    expect(existsSync(join(cwd, 'blog/.news-scrape'))).toBe(false);
  });

  it('obeys --profile, and says nothing then', async () => {
    write('hugo.toml', '');
    const { stderr } = await fetchDemo('--profile', 'jekyll', '--out', 'other');
    expect(stderr).not.toContain('recognised');
    expect(oneOf('other')).toMatch(/^---\nlayout: post\n/);
  });

  it('stops before it fetches where the configuration is damaged', async () => {
    write('_config.yml', 'title: "x\nper_page: 10\n');
    const result = await fetchDemo();
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(/_config\.yml: the configuration of the site cannot be read \(.*\)\. Repair it/);
    expect(readdirSync(cwd)).toEqual(['_config.yml']);
  });

  it('writes no HTML into a site that would drop it', async () => {
    write('hugo.toml', 'baseURL = "/"\n');
    expect(await fetchDemo('--body', 'html')).toMatchObject({ code: 2, stdout: '' });
    const tags = await fetchDemo('--images', 'html');
    expect(tags).toMatchObject({ code: 2, stdout: '' });
    expect(tags.stderr).toContain('--images html: this Hugo site drops HTML from its posts.');
    write('hugo.toml', '[markup.goldmark.renderer]\nunsafe = true\n');
    expect((await fetchDemo('--body', 'html')).code).toBe(0);
    expect(oneOf('content/posts')).toContain('\n<div>\n');
  });
});

describe('an unknown profile', () => {
  it('is refused with the names of all', async () => {
    const result = await fetchDemo('--profile', 'gatsby');
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain('--profile gatsby: expected one of hexo, hugo, jekyll, astro, eleventy, obsidian, plain.');
  });
});
