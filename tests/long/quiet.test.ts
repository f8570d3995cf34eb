import { readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CliResult } from '../support/cli.js';
import { financePage, pageUrl } from '../support/pages.js';
import { ROLL, useSite } from '../support/site.js';

const site = useSite();
const FAST = ['--retries', '0', '--delay', '0'];
const quietly = (...args: string[]): Promise<CliResult> => site.run('fetch', ROLL, '--quiet', ...FAST, ...args);
const SILENT = { code: 0, stderr: '' };

/** Runs so often; whether each one said something, and its exit code. */
async function runs(count: number, ...args: string[]): Promise<string[]> {
  const results: string[] = [];
  for (let run = 0; run < count; run += 1) {
    const { code, stderr } = await quietly(...args);
    results.push(`${stderr === '' ? 'silent' : 'told'} ${String(code)}`);
  }
  return results;
}
function breakFeed(): void {
  site.replies.roll = { status: 502 };
}
function repairFeed(): void {
  delete site.replies.roll;
}

describe('--quiet, for a feed that fails', () => {
  it('says nothing of two bad runs in a row, reports from the third on, and its recovery once', async () => {
    site.rows = [{ id: 'a' }];
    expect(await quietly()).toMatchObject(SILENT);
    breakFeed();
    expect(await runs(4)).toEqual(['silent 0', 'silent 0', 'told 3', 'told 3']);
    repairFeed();
    const recovered = await quietly();
    expect(recovered.code).toBe(0);
    expect(recovered.stderr).toMatch(/^works again: http:\S+, after 4 failed runs since \d{4}-\d\d-\d\d \d\d:\d\d UTC\n$/);
    expect(await quietly()).toMatchObject(SILENT);
  });

  it('reports at once what was never seen to work, and keeps no count of it', async () => {
    breakFeed();
    expect(await runs(2)).toEqual(['told 3', 'told 3']);
    expect(readdirSync(site.cwd)).toEqual([]);
  });

  it('reports one feed of several while it tolerates another', async () => {
    site.rows = [{ id: 'a' }];
    await quietly();
    breakFeed();
    const { code, stderr } = await quietly('missing.xml');
    expect(code).toBe(3);
    expect(stderr).toContain('missing.xml');
    expect(stderr).not.toContain('HTTP 502');
  });
});

describe('--quiet, for an article that fails', () => {
  it('reports what may pass in its third run, what will not pass at once, and each once', async () => {
    site.rows = [{ id: 'passing' }, { id: 'lasting' }];
    site.replies[pageUrl('passing')] = { status: 503 };
    site.replies[pageUrl('lasting')] = financePage({ title: '没有正文', text: '' });
    const told: string[][] = [];
    for (let run = 0; run < 4; run += 1) {
      const { code, stderr } = await quietly();
      told.push([String(code), ...[...stderr.matchAll(/^failed: 标题(\w+)/gm)].map(([, id = '']) => id)]);
    }
    expect(told).toEqual([['3', 'lasting'], ['0'], ['1', 'passing'], ['0']]);
  });
});

describe('--update --quiet, for an article that has a post', () => {
  const text = '泊位今起启用。'.repeat(40);
  beforeEach(async () => {
    site.rows = [{ id: 'a', mtime: 1_795_000_000 }];
    site.replies[pageUrl('a')] = financePage({ title: '标题a', text });
    expect(await quietly('--update')).toMatchObject(SILENT);
    site.rows = [{ id: 'a', mtime: 1_795_000_060 }];
  });

  it('reports a failure that lasts once, in its third run, counted anew after a run in which the page came', async () => {
    site.replies[pageUrl('a')] = { status: 503 };
    expect(await runs(2, '--update')).toEqual(['silent 0', 'silent 0']);
    site.replies[pageUrl('a')] = financePage({ title: '标题a', text });
    expect(await runs(1, '--update')).toEqual(['silent 0']);
    site.rows = [{ id: 'a', mtime: 1_795_000_120 }];
    site.replies[pageUrl('a')] = { status: 503 };
    expect(await runs(5, '--update')).toEqual(['silent 0', 'silent 0', 'told 1', 'silent 0', 'silent 0']);
  });

  it('reports at once, and once, that a page has lost more than half of its text', async () => {
    site.replies[pageUrl('a')] = financePage({ title: '标题a', text: '全文请见付费专栏，敬请订阅。'.repeat(3) });
    expect(await runs(3, '--update')).toEqual(['told 1', 'silent 0', 'silent 0']);
  });
});

describe('--quiet', () => {
  it('says nothing of new, known and skipped articles', async () => {
    site.rows = [{ id: 'a' }, { id: 'video' }];
    site.replies[pageUrl('video')] = financePage({ title: '视频', text: '' }).replace('id="artibody">', 'id="artibody"><div class="Video_Cont" id="Video_Cont"></div>');
    expect(await runs(2)).toEqual(['silent 0', 'silent 0']);
  });
});
