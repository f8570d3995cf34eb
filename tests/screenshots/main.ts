import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { CLI, emptyFolder, runCli } from '../support/cli.js';
import { runCommandOnTerminal } from '../support/pty.js';
import { terminalPage } from './terminal-page.js';

const IMAGES = fileURLToPath(new URL('../../.github/images/', import.meta.url));
const BROWSER = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
const COLUMNS = 94;
/** What a reader of the README sees typed. */
const TYPED = ['news-scrape fetch demo --out posts', 'head -13 posts/2026-11-20-*'];
const LARGEST = 150_000;

/** Makes the pictures of the README anew from real runs: a terminal, a post in a blog that Hexo has built, the preview. */
async function main(): Promise<void> {
  if (BROWSER === undefined) throw new Error('install chromium, pngquant and a font for Chinese (fonts-noto-cjk)');
  const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  const site = emptyFolder();
  try {
    await shootTerminal(browser);
    cpSync(fileURLToPath(new URL('../support/hexo-starter', import.meta.url)), site, { recursive: true });
    execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund'], { cwd: site });
    await runCli(['fetch', 'demo', '--images', 'download'], { cwd: site });
    await shootBlog(browser, site);
    await shootPreview(browser);
  } finally {
    await browser.close();
    rmSync(site, { recursive: true, force: true });
  }
}

async function shootTerminal(browser: Browser): Promise<void> {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, 'bin'));
  symlinkSync(CLI, join(cwd, 'bin', 'news-scrape'));
  const script = TYPED.map((line) => `printf '\\033[32m$\\033[39m \\033[1m%s\\033[22m\\n' '${line}'; ${line}`).join('; echo; ');
  const { raw } = await runCommandOnTerminal(['bash', '-c', script], { cwd, cols: COLUMNS, rows: 60, env: { PATH: `${join(cwd, 'bin')}:${process.env.PATH ?? ''}`, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', NO_COLOR: undefined } });
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 }, deviceScaleFactor: 2 });
  await page.setContent(await terminalPage(raw, COLUMNS));
  await save('fetch.png', await page.locator('main').screenshot());
  rmSync(cwd, { recursive: true, force: true });
}

async function shootBlog(browser: Browser, site: string): Promise<void> {
  execFileSync(process.execPath, ['node_modules/hexo/bin/hexo', 'generate', '--bail'], { cwd: site, stdio: 'ignore' });
  const server = spawn('python3', ['-m', 'http.server', '--bind', '127.0.0.1', '--directory', 'public', '0'], { cwd: site, env: { ...process.env, PYTHONUNBUFFERED: '1' }, stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  const day = '2026/11/20';
  const [path = ''] = readdirSync(join(site, 'public', day));
  const page = await browser.newPage({ viewport: { width: 1080, height: 860 } });
  await page.goto(`http://127.0.0.1:${/port (\d+)/.exec(line.toString())?.[1] ?? ''}/${day}/${encodeURI(path)}/`, { waitUntil: 'load' });
  // The theme's banner is taller than a screenshot is worth; the article is what counts.
  await page.addStyleTag({ content: '#header { height: 150px !important } #banner { height: 150px !important; background-position: center } #header-title { height: 110px !important }' });
  await save('hexo.png', await page.screenshot());
  server.kill();
}

async function shootPreview(browser: Browser): Promise<void> {
  const site = emptyFolder();
  // The site of the demo does not have the pictures of these three.
  await runCli(['fetch', 'demo', '--images', 'download', '--exclude', '前10月', '--exclude', '三家食品', '--exclude', '轻资产'], { cwd: site });
  const server = spawn(process.execPath, [CLI, 'preview', '--port', '0', '--lang', 'en'], { cwd: site, stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  const page = await browser.newPage({ viewport: { width: 1080, height: 760 } });
  // The pictures of the list are loaded as they come into sight.
  await page.goto(line.toString().trim(), { waitUntil: 'networkidle' });
  await save('preview.png', await page.screenshot());
  server.kill();
  rmSync(site, { recursive: true, force: true });
}

/** Writes a picture with a palette of at most 128 colours, which makes a third of it. Needs pngquant. */
async function save(name: string, png: Buffer): Promise<void> {
  const file = join(IMAGES, name);
  const child = spawn('pngquant', ['--speed', '1', '128', '-'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stdin.end(png);
  await once(child, 'close');
  writeFileSync(file, Buffer.concat(chunks));
  const { size } = statSync(file);
  console.log(`${name}: ${size} bytes`);
  if (size > LARGEST) throw new Error(`${name} is larger than ${LARGEST} bytes`);
}

await main();
