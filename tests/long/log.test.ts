import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI } from '../support/cli.js';
import { pageUrl } from '../support/pages.js';
import { ROLL, useSite } from '../support/site.js';

type Line = Record<string, unknown>;

const site = useSite();
const logText = (): string => readFileSync(join(site.cwd, 'log'), 'utf8');
const log = (): Line[] => logText().trimEnd().split('\n').map((line) => JSON.parse(line) as Line);
const ofType = (type: string): Line[] => log().filter((line) => line.type === type);
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

describe('--log-file', () => {
  it('has the start, every request, article and feed, and the end, with time and run', async () => {
    site.rows = [{ id: 'good' }, { id: 'bad' }];
    site.replies[pageUrl('bad')] = { status: 503 };
    await site.run('fetch', ROLL, 'missing.xml', '--log-file', 'log', '--quiet', '--retries', '1');
    const lines = log();
    expect(lines[0]).toMatchObject({ type: 'start', version, node: process.version, command: 'fetch', feeds: [ROLL, 'missing.xml'], options: { quiet: true, retries: 1 } });
    expect(lines.at(-1)).toMatchObject({ type: 'summary', exitCode: 1 });
    const pages = ofType('request').filter(({ url }) => String(url).endsWith('.shtml'));
    expect(pages.map(({ url, status, attempt }) => [url, status, attempt]).sort()).toEqual([[pageUrl('bad'), 503, 1], [pageUrl('bad'), 503, 2], [pageUrl('good'), 200, 1]]);
    for (const { bytes, milliseconds } of pages) expect([typeof bytes, typeof milliseconds]).toEqual(['number', 'number']);
    expect(ofType('article').map(({ status, reason }) => `${String(status)} ${String(reason)}`)).toEqual(['failed http_status', 'written new']);
    expect(ofType('feed').map(({ status }) => status).sort()).toEqual(['failed', 'read']);
    expect(new Set(lines.map(({ run }) => run)).size).toBe(1);
    for (const { time } of lines) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('has warnings, and what stopped a run', async () => {
    site.rows = [{ id: 'old', ctime: 1_600_000_000 }];
    await site.run('fetch', ROLL, '--log-file', 'log');
    expect(ofType('warning')).toMatchObject([{ feed: ROLL, message: expect.stringContaining('newest item is of 2020-09-13') as string }]);
    await site.run('fetch', ROLL, '--out', '/dev/null/x', '--log-file', 'log');
    expect(log().at(-1)).toMatchObject({ type: 'summary', exitCode: 6, error: 'output_unwritable' });
  });

  it('grows with every run, and ends half a line that was left there', async () => {
    site.rows = [{ id: 'good' }];
    await site.run('fetch', ROLL, '--log-file', 'log', '--quiet');
    appendFileSync(join(site.cwd, 'log'), '{"torn":');
    await site.run('fetch', ROLL, '--log-file', 'log', '--quiet');
    const lines = logText().trimEnd().split('\n').filter((line) => line !== '{"torn":').map((line) => JSON.parse(line) as Line);
    expect(lines.filter(({ type }) => type === 'start')).toHaveLength(2);
    expect(new Set(lines.map(({ run }) => run)).size).toBe(2);
  });

  it('takes the lines of several runs at once without mixing them', async () => {
    site.rows = Array.from({ length: 20 }, (_, index) => ({ id: `n${index}`, title: '很长的标题'.repeat(200) + String(index) }));
    await Promise.all(['a', 'b', 'c'].map((out) => site.run('fetch', ROLL, '--out', out, '--log-file', 'log', '--quiet', '--delay', '0')));
    expect(log().filter(({ type }) => type === 'article')).toHaveLength(60);
  });

  it.each(['missing/log', '/proc/no-such-log', '.'])('that cannot be %s ends the run with 6 before anything is asked', async (file) => {
    const { code, stdout, stderr } = await site.run('fetch', ROLL, '--log-file', file);
    expect([code, stdout]).toEqual([6, '']);
    expect(stderr).toMatch(/cannot be written/);
    expect(site.web.requests).toEqual([]);
    expect(readdirSync(site.cwd)).toEqual([]);
  });

  it.skipIf(!existsSync('/dev/full'))('on a disk that is full is given up with one warning, and the run goes on', async () => {
    site.rows = [{ id: 'good' }, { id: 'better' }];
    const { code, stdout, stderr } = await site.run('fetch', ROLL, '--log-file', '/dev/full', '--quiet');
    expect([code, stdout.split('\n').length - 1]).toEqual([0, 2]);
    expect(stderr).toMatch(/^warning: the log ends here\. \/dev\/full: cannot be written \(ENOSPC[^\n]*\n$/);
  });

  it('is whole up to the moment when the run is killed', async () => {
    site.rows = Array.from({ length: 30 }, (_, index) => ({ id: `n${index}` }));
    const child = spawn(process.execPath, [CLI, 'fetch', ROLL, '--log-file', 'log'], { cwd: site.cwd, env: { ...process.env, ...site.web.env }, stdio: ['ignore', 'pipe', 'ignore'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(ofType('article').length).toBeGreaterThan(0);
  });

  it('holds no secret of the command line', async () => {
    await site.run('fetch', 'https://me:hunter2@feed.example/?api_key=hunter2', '--log-file', 'log', '--out', 'x');
    expect(logText()).not.toContain('hunter2');
    expect(log()[0]).toMatchObject({ feeds: [expect.stringMatching(/^https:\/\/(\*\*\*@)?feed\.example\/\?api_key=\*\*\*#\w{8}$/)] });
    writeFileSync(join(site.cwd, 'log'), '');
  });
});

describe('with several feeds', () => {
  it('each that could be read has a line of its own', async () => {
    site.rows = [{ id: 'good' }];
    const other = ROLL.replace('1686', '1687');
    const { stderr } = await site.run('fetch', ROLL, other, 'missing.xml');
    const lines = stderr.split('\n').map((line) => line.slice(0, 11));
    expect(lines.slice(0, 3).sort()).toEqual(['feed failed', 'feed read: ', 'feed read: ']);
    expect(lines.slice(3)).toEqual(['1 article w', '']);
    expect(await site.run('fetch', ROLL, other, '--quiet')).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('--verbose', () => {
  it('says every request with status, bytes, time and attempt, every article and every feed', async () => {
    site.rows = [{ id: 'good' }, { id: 'bad' }];
    site.replies[pageUrl('bad')] = { status: 503 };
    const { stderr } = await site.run('fetch', ROLL, '--verbose', '--retries', '1');
    const bad = pageUrl('bad').replaceAll('.', '\\.');
    expect(stderr).toMatch(new RegExp(`^GET ${bad} 503: \\d+ bytes in \\d+ ms \\(.*HTTP 503`, 'm'));
    expect(stderr).toMatch(new RegExp(`^GET ${bad} 503: \\d+ bytes in \\d+ ms, attempt 2`, 'm'));
    expect(stderr).toMatch(/^GET \S+good\.shtml 200: \d+ bytes in \d+ ms$/m);
    expect(stderr).toMatch(/^written: 标题good \(a new article\)$/m);
    expect(stderr).toMatch(/^feed read: http:\S+: 1 written, 0 unchanged, 0 skipped, 1 failed$/m);
  });

  it('says requests to article too, and nothing else', async () => {
    site.rows = [{ id: 'good' }];
    const { stderr, stdout } = await site.run('article', pageUrl('good'), '--verbose');
    expect(stdout).toMatch(/^---\n/);
    expect(stderr).toMatch(/^GET http:\S+good\.shtml 200: \d+ bytes in \d+ ms\n$/);
  });

  it('says whether a feed had changed', async () => {
    const body = `<rss version="2.0"><channel><title>x</title><item><title>a</title><link>${pageUrl('good')}</link><pubDate>Fri, 20 Nov 2026 01:30:00 GMT</pubDate></item></channel></rss>`;
    site.rows = [{ id: 'good' }];
    site.replies['http://feed.example/x'] = { headers: { etag: '"1"' }, body };
    await site.run('fetch', 'http://feed.example/x');
    site.replies['http://feed.example/x'] = { status: 304 };
    expect((await site.run('fetch', 'http://feed.example/x', '--verbose')).stderr).toMatch(/^GET http:\/\/feed\.example\/x 304: 0 bytes in \d+ ms, cache hit$/m);
  });
});
