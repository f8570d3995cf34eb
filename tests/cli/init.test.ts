import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CLI, emptyFolder, runCli, type CliResult } from '../support/cli.js';
import { hasPty, NO_PTY } from '../support/pty.js';

let cwd: string;
beforeEach(() => {
  cwd = emptyFolder();
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const cli = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<CliResult> => runCli(args, { cwd, env });
const config = (folder = '.'): string => readFileSync(join(cwd, folder, 'news-scrape.yaml'), 'utf8');

const BLOGS: Readonly<Record<string, readonly [file: string, text: string]>> = {
  hexo: ['_config.yml', 'source_dir: source\n'],
  hugo: ['hugo.toml', 'title = "x"\n'],
  jekyll: ['_config.yml', 'plugins: [jekyll-feed]\n'],
  astro: ['astro.config.mjs', 'export default {};\n'],
  eleventy: ['eleventy.config.js', 'module.exports = {};\n'],
};

describe('init', () => {
  it.each(Object.keys(BLOGS))('writes a configuration for a blog of %s that fetch goes by', async (generator) => {
    const [file, text] = BLOGS[generator] ?? ['', ''];
    writeFileSync(join(cwd, file), text);
    const { code, stdout } = await cli(['init', '--feed', 'sina/china', '--feed', 'https://news.example/feed.xml', '--images', 'download']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'news-scrape.yaml\n' });
    expect(parse(config())).toEqual({ defaults: { profile: generator, out: '.', images: 'download' }, feeds: ['sina/china', 'https://news.example/feed.xml'] });
    expect((await cli(['config', 'check'])).code).toBe(0);
  });

  it('tells where the root is to who stands in a folder below it', async () => {
    writeFileSync(join(cwd, 'hugo.toml'), 'title = "x"\n');
    mkdirSync(join(cwd, 'content'));
    const { stdout, stderr } = await runCli(['init'], { cwd: join(cwd, 'content') });
    expect(stdout).toBe('news-scrape.yaml\n');
    expect(stderr).toContain('part of a blog made with Hugo; posts will go to posts.');
    expect(stderr).toContain('run "news-scrape init .." instead');
  });

  it('writes comments in the language of the user', async () => {
    await cli(['init'], { LC_ALL: 'zh_CN.UTF-8' });
    expect(config()).toMatch(/^# news-scrape fetch 在此文件夹中的设置。\n/);
    expect(parse(config())).toEqual({ defaults: { profile: 'hexo', out: './posts', images: 'link' }, feeds: ['sina/china'] });
  });

  it('leaves every file that is there as it is, and then writes none', async () => {
    mkdirSync(join(cwd, '.github/workflows'), { recursive: true });
    writeFileSync(join(cwd, '.github/workflows/news-scrape.yml'), 'mine');
    const taken = await cli(['init', '--schedule', 'github-actions']);
    expect(taken).toMatchObject({ code: 2, stdout: '' });
    expect(readdirSync(cwd)).toEqual(['.github']);
    writeFileSync(join(cwd, 'news-scrape.yaml'), 'feeds: []\n');
    expect(await cli(['init'])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('news-scrape.yaml: is there already') as unknown });
    expect(config()).toBe('feeds: []\n');
  });

  it('puts the workflow at the root of the repository', async () => {
    mkdirSync(join(cwd, '.git'));
    mkdirSync(join(cwd, 'blog'));
    const { stdout } = await cli(['init', 'blog', '--schedule', 'github-actions']);
    expect(stdout).toBe('blog/news-scrape.yaml\n.github/workflows/news-scrape.yml\n');
    expect(readFileSync(join(cwd, '.github/workflows/news-scrape.yml'), 'utf8')).toContain('working-directory: blog\n');
  });

  it('prints a line for cron, and units for systemd', async () => {
    const cron = await cli(['init', '--schedule', 'cron']);
    expect(cron.stdout).toMatch(/^news-scrape\.yaml\n17 \* \* \* \* {2}cd \S+ && \S*node \S+news-scrape\.js fetch --quiet\n$/);
    rmSync(join(cwd, 'news-scrape.yaml'));
    expect((await cli(['init', '--schedule', 'systemd'])).stdout).toMatch(/\n# news-scrape\.service\n\[Unit\]\n.*\n# news-scrape\.timer\n/s);
  });

  it.each([['--feed', 'sina/chima'], ['--images', 'some'], ['--schedule', 'never'], ['--profile', 'word'], ['nowhere']])('refuses %s %s', async (...args) => {
    expect(await cli(['init', ...args])).toMatchObject({ code: 2, stdout: '' });
    expect(readdirSync(cwd)).toEqual([]);
  });

  it.skipIf(!hasPty)(`asks a person for the rest, and again after a bad answer (skipped where ${NO_PTY})`, () => {
    const script = fileURLToPath(new URL('../support/answers.py', import.meta.url));
    const answers = ['sina/chima', 'sina/china demo', 'huge', 'html', ''].join('\n');
    const { status, stdout } = spawnSync('python3', [script, answers, process.execPath, CLI, 'init'], { cwd, encoding: 'utf8', timeout: 20_000 });
    expect({ status, stdout }).toMatchObject({ status: 0 });
    expect(parse(config())).toMatchObject({ defaults: { images: 'html' }, feeds: ['sina/china', 'demo'] });
    rmSync(join(cwd, 'news-scrape.yaml'));
    expect(spawnSync('python3', [script, '', process.execPath, CLI, 'init', '--yes'], { cwd, timeout: 20_000 }).status).toBe(0);
  });
});
