import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageUrl } from '../support/pages.js';
import { ROLL, useSite } from '../support/site.js';

type Line = Record<string, unknown>;

const site = useSite();
const parse = (text: string): Line[] => text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Line);
const fetchJson = async (...args: string[]): Promise<Line[]> => parse((await site.run('fetch', '--json', ...args)).stdout);
const ofType = (lines: readonly Line[], type: string): Line[] => lines.filter((line) => line.type === type);

interface Row {
  line: string;
  field: string;
  type: string;
  isAlways: boolean;
  meaning: string;
}

/** The table of the README; an empty meaning is that of the row for an article. */
function documented(): Row[] {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\| (article|feed|summary) \| `(\w+)` \| (\w+) \| ([^|]+) \| ([^|]*)\|$/gm)];
  return rows.map(([, line = '', field = '', type = '', there = '', meaning = '']) => ({ line, field, type, isAlways: there === 'always', meaning }));
}

/** Lines of runs in which everything happens that can be told. */
async function allKindsOfLines(): Promise<Line[]> {
  const quiet = ['--quiet', '--tolerate', '2', '--retries', '0', '--delay', '0', ROLL];
  site.rows = [{ id: 'good' }, { id: 'bad' }, { id: 'undated', ctime: 0 }];
  for (const id of ['bad', 'undated']) site.replies[pageUrl(id)] = { status: 503 };
  const lines = await fetchJson(...quiet);
  lines.push(...(await fetchJson(...quiet)));
  site.replies.roll = { status: 404 };
  for (let run = 0; run < 2; run += 1) lines.push(...(await fetchJson(...quiet)));
  delete site.replies.roll;
  lines.push(...(await fetchJson(...quiet, '--on-finish', './missing')));
  site.replies.roll = { status: 429, headers: { 'retry-after': '3600' } };
  for (let run = 0; run < 2; run += 1) lines.push(...(await fetchJson(...quiet)));
  lines.push(...parse((await site.run('fetch', '--json', 'demo', '--images', 'download', '--out', 'pictures')).stdout));
  const { stdout } = await site.run('fetch', '--json', 'demo', '--out', '/dev/null/x');
  return [...lines, ...parse(stdout)];
}

describe('--json', () => {
  it('has the fields of the table in the README, of the types, on the lines and with the inner names that it says', async () => {
    const lines = await allKindsOfLines();
    const rows = documented();
    for (const kind of ['article', 'feed', 'summary']) {
      const real = ofType(lines, kind);
      const known = rows.filter(({ line }) => line === kind);
      expect([kind, [...new Set(real.flatMap((line) => Object.keys(line)))].sort()]).toEqual([kind, known.map(({ field }) => field).sort()]);
      for (const { field, type, isAlways } of known) {
        const values = real.map((line) => line[field]);
        expect([kind, field, values.every((value) => value !== undefined)]).toEqual([kind, field, isAlways]);
        expect([kind, field, [...new Set(values.filter((value) => value !== undefined).map((value) => (Array.isArray(value) ? 'list' : typeof value)))]]).toEqual([kind, field, [type]]);
      }
    }
    const objects = rows.filter(({ type }) => type === 'object');
    expect(objects.map(({ line, field }) => `${line}.${field}`)).toEqual(['article.pictures', 'feed.articles', 'feed.recovered', 'summary.feeds', 'summary.articles']);
    for (const { line, field, meaning } of objects) {
      const names = [...meaning.matchAll(/`(\w+)`/g)].map(([, name]) => name);
      for (const value of ofType(lines, line).flatMap((record) => record[field] ?? [])) expect(Object.keys(value)).toEqual(names);
    }
  });

  it('says what each article and feed took', async () => {
    site.rows = [{ id: 'good' }, { id: 'bad' }];
    site.replies[pageUrl('bad')] = { status: 503 };
    const lines = await fetchJson(ROLL, '--retries', '1');
    const [bad, good] = ofType(lines, 'article');
    expect(good).toMatchObject({ status: 'written', requests: 1, attempts: 1 });
    expect(bad).toMatchObject({ status: 'failed', requests: 2, attempts: 2, failures: 1 });
    expect(Number(good?.bytes)).toBeGreaterThan(500);
    const [feed] = ofType(lines, 'feed');
    expect(feed).toMatchObject({ status: 'read', articles: { written: 1, failed: 1 }, requests: 2, attempts: 1 });
    const [summary] = ofType(lines, 'summary');
    const robots = 1;
    expect(summary).toMatchObject({ exitCode: 1, requests: robots + [good, bad, feed].reduce((sum, line) => sum + Number(line?.requests), 0) });
    expect(Number(summary?.bytes)).toBeGreaterThanOrEqual(Number(good?.bytes) + Number(feed?.bytes));
    expect(lines.at(-1)).toBe(summary);
  });

  it('costs nothing for an article that is known', async () => {
    site.rows = [{ id: 'good' }];
    await fetchJson(ROLL);
    expect(ofType(await fetchJson(ROLL), 'article')).toMatchObject([{ status: 'unchanged', requests: 0, attempts: 0, bytes: 0, milliseconds: 0 }]);
  });

  it('tells a feed that failed, with its reason, beside those that did not', async () => {
    site.rows = [{ id: 'good' }];
    const lines = await fetchJson('missing.xml', ROLL);
    expect(ofType(lines, 'feed').sort((a, b) => String(b.feed).localeCompare(String(a.feed)))).toMatchObject([
      { status: 'failed', feed: 'missing.xml', reason: 'feed_file_unreadable', failures: 1 },
      { status: 'read', feed: ROLL },
    ]);
    expect(lines.at(-1)).toMatchObject({ type: 'summary', exitCode: 1, feeds: { read: 1, failed: 1 } });
  });

  it('tells a feed that its server calls unchanged', async () => {
    site.rows = [{ id: 'good' }];
    const body = `<rss version="2.0"><channel><title>x</title><item><title>a</title><link>${pageUrl('good')}</link><pubDate>Fri, 20 Nov 2026 01:30:00 GMT</pubDate></item></channel></rss>`;
    site.replies['http://feed.example/x'] = { headers: { etag: '"1"' }, body };
    const lines = await fetchJson('http://feed.example/x');
    site.replies['http://feed.example/x'] = { status: 304 };
    lines.push(...(await fetchJson('http://feed.example/x')));
    expect(ofType(lines, 'feed').map(({ status }) => status)).toEqual(['read', 'unchanged']);
  });

  it('ends with a summary also when the run is stopped', async () => {
    const { code, stdout } = await site.run('fetch', 'demo', '--json', '--out', '/dev/null/x');
    expect(code).toBe(6);
    expect(parse(stdout)).toMatchObject([{ type: 'summary', exitCode: 6, error: 'output_unwritable' }]);
  });

  it('holds no secret', async () => {
    const { stdout, stderr } = await site.run('fetch', 'http://someone:hunter2@feed.example/x?token=hunter2', '--json', '--verbose', '--log-file', 'log');
    expect(stdout + stderr + readFileSync(join(site.cwd, 'log'), 'utf8')).not.toContain('hunter2');
    expect(parse(stdout)[0]).toMatchObject({ type: 'feed', status: 'failed' });
    rmSync(join(site.cwd, 'log'));
  });
});
