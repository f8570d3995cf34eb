import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI } from '../support/cli.js';
import { financePage, pageUrl } from '../support/pages.js';
import { ROLL, useSite } from '../support/site.js';

const site = useSite();
const posts = (): string[] => (existsSync(join(site.cwd, 'posts')) ? readdirSync(join(site.cwd, 'posts')).filter((name) => name.endsWith('.md')) : []);
async function until(isSo: () => boolean): Promise<void> {
  for (let wait = 0; wait < 600 && !isSo(); wait += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isSo()).toBe(true);
}

function watch(...args: string[]): { child: ChildProcess; stderr: () => string } {
  const child = spawn(process.execPath, [CLI, 'watch', ROLL, '--every', '1s', '--delay', '0', '--retries', '0', ...args], { cwd: site.cwd, env: { ...process.env, ...site.web.env }, stdio: ['ignore', 'ignore', 'pipe'] });
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return { child, stderr: () => text };
}

describe('watch', () => {
  it('fetches again and again, holds the folder in rounds only, and ends between rounds with the code of the signal', async () => {
    site.rows = [{ id: 'a' }];
    writeFileSync(join(site.cwd, 'news-scrape.yaml'), 'rules: []\n');
    const { child, stderr } = watch();
    await until(() => posts().length === 1);
    site.rows = [{ id: 'b' }, { id: 'a' }];
    await until(() => posts().length === 2);
    await until(() => !existsSync(join(site.cwd, 'posts/.news-scrape/lock')));
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([143, null]);
    expect(stderr().match(/the key "rules" is called/g)).toHaveLength(1);
  });

  it('says once which blog it writes for, not in every round', async () => {
    site.rows = [{ id: 'a' }];
    writeFileSync(join(site.cwd, '_config.yml'), 'title: x\n');
    writeFileSync(join(site.cwd, 'package.json'), '{"dependencies":{"hexo":"7"}}');
    const { child, stderr } = watch();
    await until(() => (stderr().match(/nothing new/g) ?? []).length > 1);
    child.kill('SIGTERM');
    await once(child, 'close');
    expect(stderr().match(/Hexo site recognised/g)).toHaveLength(1);
  });

  it.each([['SIGINT', 130], ['SIGTERM', 143]] as const)('loses nothing when %s stops it in the middle of a round, and ends with %d', async (signal, code) => {
    const ids = Array.from({ length: 20 }, (_, index) => `n${index}`);
    site.rows = ids.map((id) => ({ id }));
    for (const id of ids) site.replies[pageUrl(id)] = { delay: 200, body: financePage({ title: `标题${id}` }) };
    const { child } = watch();
    await until(() => posts().length > 3);
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([code, null]);
    const before = posts();
    expect(existsSync(join(site.cwd, 'posts/.news-scrape/lock'))).toBe(false);
    expect(before.length).toBeLessThan(20);
    expect((await site.run('fetch', ROLL)).code).toBe(0);
    expect(posts()).toHaveLength(20);
    expect(posts()).toEqual(expect.arrayContaining(before));
  });

  it('goes by a changed configuration from the next round on, and by the one before while it is broken', async () => {
    site.rows = [{ id: 'a' }];
    const own = (selector: string): string => `site-rules:\n  - {id: own, host: finance.sina.com.cn, body: ${selector}}\n`;
    writeFileSync(join(site.cwd, 'news-scrape.yaml'), own('"#artibody"'));
    const { child, stderr } = watch();
    await until(() => posts().length === 1);
    writeFileSync(join(site.cwd, 'news-scrape.yaml'), own('"#artibody["'));
    await until(() => stderr().includes('the configuration is broken now'));
    site.rows = [{ id: 'b' }, { id: 'a' }];
    await until(() => posts().length === 2);
    writeFileSync(join(site.cwd, 'news-scrape.yaml'), own('"#other"'));
    await until(() => stderr().includes('the configuration can be read again'));
    child.kill('SIGTERM');
    await once(child, 'close');
    expect(stderr().match(/the configuration is broken now/g)).toHaveLength(1);
  });

  it('goes by the configuration before while the one of now asks for what cannot be done', async () => {
    site.rows = [{ id: 'a' }];
    writeFileSync(join(site.cwd, 'news-scrape.yaml'), 'defaults: {lang: en}\n');
    const { child, stderr } = watch();
    await until(() => posts().length === 1);
    writeFileSync(join(site.cwd, 'news-scrape.yaml'), 'defaults: {quiet: true, verbose: true}\n');
    await until(() => stderr().includes('the configuration is broken now'));
    site.rows = [{ id: 'b' }, { id: 'a' }];
    await until(() => posts().length === 2);
    expect(stderr().match(/the configuration is broken now/g)).toHaveLength(1);
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([143, null]);
  });

  it('goes on after a round in which nothing could be written', async () => {
    site.rows = [{ id: 'a' }];
    writeFileSync(join(site.cwd, 'posts'), '');
    const { child, stderr } = watch();
    await until(() => /posts.*cannot be written/.test(stderr()));
    rmSync(join(site.cwd, 'posts'));
    await until(() => posts().length === 1);
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([143, null]);
  });

  it('refuses what cannot be repeated', async () => {
    expect(await site.run('watch', '-')).toMatchObject({ code: 2 });
    expect((await site.run('watch', ROLL, '--every', '0m')).stderr).toContain('--every 0m: expected 30s, 15m, 2h or 1d');
    writeFileSync(join(site.cwd, 'news-scrape.yaml'), 'nonsense: [');
    expect(await site.run('watch', ROLL)).toMatchObject({ code: 2 });
  });
});
