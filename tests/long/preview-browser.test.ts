import { existsSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLI, emptyFolder, runCli } from '../support/cli.js';

const BROWSER = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
/** Checks of axe-core for all that its rules can see: contrast, labels, landmarks, names of controls. */
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let cwd: string;
let child: ChildProcess;
let url: string;
let browser: Browser;

describe.skipIf(BROWSER === undefined)('the pages to look at in Chromium (skipped where it is not installed)', () => {
  beforeAll(async () => {
    cwd = emptyFolder();
    for (let run = 0; run < 2; run += 1) await runCli(['fetch', 'demo'], { cwd });
    child = spawn(process.execPath, [CLI, 'preview', '--port', '0'], { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
    if (!child.stdout) throw new Error('no standard output');
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    url = line.toString().trim();
    browser = await chromium.launch({ executablePath: BROWSER ?? '', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'] });
  });
  afterAll(async () => {
    await browser.close();
    child.kill('SIGTERM');
    const [code] = (await once(child, 'close')) as [number];
    rmSync(cwd, { recursive: true, force: true });
    expect(code).toBe(143);
  });

  const widths = [['phone', 360], ['desktop', 1280]] as const;
  const schemes = ['light', 'dark'] as const;
  const paths = ['', '?q=早熟稻', 'runs', 'article?id=comos:nzdemoc1118003', 'article?id=comos:nzdemoh1114008'];
  const cases = widths.flatMap(([device, width]) => schemes.flatMap((colorScheme) => paths.map((path) => ({ device, width, colorScheme, path }))));

  it.each(cases)('$path fits a $device and is readable for all in $colorScheme', async ({ width, colorScheme, path }) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    try {
      await page.goto(new URL(path, url).href, { waitUntil: 'domcontentloaded' });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.evaluate(AXE);
      const violations = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))');
      expect(violations).toEqual([]);
      const screenshot = await page.screenshot();
      expect(screenshot.length).toBeGreaterThan(5_000);
    } finally {
      await page.close();
    }
  });

  it('is worked with the keyboard alone', async () => {
    const page = await browser.newPage();
    try {
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
      await page.locator('input[type=search]').focus();
      await page.keyboard.type('早熟稻');
      await page.keyboard.press('Enter');
      await page.waitForURL(/q=/, { waitUntil: 'domcontentloaded' });
      expect(await page.locator('.list li').count()).toBe(1);
      await page.locator('.list a').focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/article/, { waitUntil: 'domcontentloaded' });
      expect(await page.locator('h1').textContent()).toContain('早熟稻');
    } finally {
      await page.close();
    }
  });
});
