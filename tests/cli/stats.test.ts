import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, runCli, type CliResult } from '../support/cli.js';

let cwd: string;
const cli = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<CliResult> => runCli(args, { cwd, env });
beforeAll(async () => {
  cwd = emptyFolder();
  for (let run = 0; run < 2; run += 1) await cli(['fetch', 'demo']);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('stats', () => {
  it('shows articles a day, feeds and runs with bars', async () => {
    const { code, stdout } = await cli(['stats', '--days', '400']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^10 articles with a post, 1 skipped, 0 failed\n/);
    expect(stdout).toMatch(/^ {2}2026-11-15 {2}█+ 2$/m);
    expect(stdout).toMatch(/^ {2}demo {2}█+ 10 {2}newest 2026-11-20$/m);
    expect(stdout).toMatch(/fetch {2}[\d.]+ s +10 unchanged, 1 skipped\n.*fetch {2}[\d.]+ s +10 written, 1 skipped\n$/);
  });

  it('gives scripts the same as JSON', async () => {
    const { stdout } = await cli(['stats', 'posts', '--json']);
    const { articles, feeds, days, failing, runs } = JSON.parse(stdout) as Record<string, unknown[]>;
    expect(articles).toEqual({ written: 10, skipped: 1, failed: 0 });
    expect(feeds).toEqual([{ feed: 'demo', written: 10, skipped: 1, failed: 0, newest: '2026-11-20' }]);
    expect(days).toHaveLength(14);
    expect(failing).toEqual([]);
    expect(runs).toMatchObject([{ command: 'fetch', feeds: { demo: { unchanged: 10, skipped: 1 } }, failedFeeds: [] }, { feeds: { demo: { written: 10, skipped: 1 } } }]);
  });

  it('says so where no run has written anything', async () => {
    const { code, stdout, stderr } = await cli(['stats', 'elsewhere']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '0 articles with a post, 0 skipped, 0 failed\n' });
    expect(stderr).toBe('elsewhere: no run has written anything there yet. Run news-scrape fetch first, or name another folder.\n');
  });

  it.each(['0', '-1', 'x', '99999'])('refuses --days %s', async (days) => {
    expect(await cli(['stats', `--days=${days}`])).toMatchObject({ code: 2, stdout: '' });
  });
});
