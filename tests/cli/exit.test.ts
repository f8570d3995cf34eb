import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { AT_ONCE, CLI, emptyFolder, runCli, type CliResult } from '../support/cli.js';
import { financePage, pageUrl, rollAnswer } from '../support/pages.js';
import { startWeb, type Web } from '../support/web.js';

const ROLL = 'http://feed.mix.sina.com.cn/api/roll/get?pageid=155&lid=1686';
const ARTICLES = 12;

let cwd: string;
let web: Web;
let pageDelay = 0;
let text = '';

beforeEach(async () => {
  cwd = emptyFolder();
  pageDelay = 0;
  text = '正文'.repeat(2000);
  web = await startWeb((url) => {
    if (url.pathname === '/api/roll/get') return rollAnswer(Array.from({ length: ARTICLES }, (_, index) => ({ id: `n${index}` })));
    return { body: financePage({ title: url.pathname, text }), delay: pageDelay };
  });
});
afterEach(async () => {
  await web.close();
  rmSync(cwd, { recursive: true, force: true });
});

const cli = (...args: string[]): Promise<CliResult> => runCli(args, { cwd, env: web.env });
const start = (...args: string[]) => spawn(process.execPath, [CLI, ...args, ...AT_ONCE], { cwd, env: { ...process.env, ...web.env } });

describe('exit code 2, one line that says what to do, and nothing written', () => {
  it.each([
    [['fetch'], 'No feed was named and there is no news-scrape.yaml'],
    [['fetch', 'sina/chnia'], 'Did you mean sina/china?'],
    [['fetch', 'demo', '--limit', '0'], '--limit 0: expected a whole number from 1'],
    [['fetch', 'demo', '--limit', '2x'], '--limit 2x'],
    [['fetch', 'demo', '--since', 'yesterday'], '--since yesterday: expected'],
    [['fetch', 'demo', '--body', 'pdf'], '--body pdf: expected markdown or html'],
    [['fetch', 'demo', '--out', ''], '--out "": expected a folder'],
    [['fetch', 'demo', '--frist'], "unknown option '--frist'"],
    [['fetch', 'demo', '--stdout', '--json'], '--stdout and --json'],
    [['fetch', 'demo', '--quiet', '--verbose'], '--quiet and --verbose'],
    [['fetch', 'demo', 'sina/china'], 'Fetch it alone'],
    [['fetch', 'ftp://feed.example/x'], 'only http and https'],
    [['fetch', 'file://elsewhere/feed.xml'], 'cannot be read'],
    [['fetch', 'demo', '--tolerate', '-1'], '--tolerate -1: expected a whole number'],
    [['fetch', 'demo', '--tolerate', 'all'], '--tolerate all'],
    [['article'], "missing required argument 'page'"],
    [['nonsense'], "unknown command 'nonsense'"],
  ])('news-scrape %j', async (args, words) => {
    const result = await cli(...args);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain(words);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe('a run that cannot go on', () => {
  it('ends with 3 when no feed can be read', async () => {
    const result = await cli('fetch', 'http://127.0.0.1:1/feed', 'missing.xml', ...AT_ONCE);
    expect(result.code).toBe(3);
    expect(result.stderr).toContain('missing.xml: the feed file cannot be read (ENOENT: no such file or directory)');
  });

  it('ends with 4 within a second while another run holds the folder, which loses nothing', async () => {
    pageDelay = 3000;
    const first = start('fetch', ROLL, '--quiet');
    while (!web.requests.some((url) => url === pageUrl('n0'))) await new Promise((resolve) => setTimeout(resolve, 20));
    const before = performance.now();
    const second = await cli('fetch', ROLL, ...AT_ONCE);
    expect(second.code).toBe(4);
    expect(second.stderr).toContain(`process ${first.pid ?? ''}`);
    expect(performance.now() - before).toBeLessThan(3000);
    expect(await once(first, 'close')).toEqual([0, null]);
    expect(readdirSync(join(cwd, 'posts')).filter((name) => name.endsWith('.md'))).toHaveLength(ARTICLES);
  });

  it.each([
    ['damaged', '{"news-scrape":"archive","version":1}\nnonsense\n{}\n', 'line 2'],
    ['of a newer version', '{"news-scrape":"archive","version":99}\n', 'newer'],
  ])('ends with 5 and leaves an archive alone that is %s', async (_name, text, words) => {
    const file = join(cwd, 'posts/.news-scrape/archive.jsonl');
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
    const result = await cli('fetch', ROLL, ...AT_ONCE);
    expect(result.code).toBe(5);
    expect(result.stderr).toContain(words);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('keeps one copy of a damaged archive, however often it meets it, and says where', async () => {
    const folder = join(cwd, 'posts/.news-scrape');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'archive.jsonl'), 'nonsense\n');
    const results = [await cli('fetch', ROLL), await cli('fetch', ROLL)];
    const copies = readdirSync(folder).filter((name) => name.includes('damaged'));
    expect(copies).toHaveLength(1);
    for (const { stderr } of results) expect(stderr).toContain(`a copy is kept as posts/.news-scrape/${copies[0] ?? ''}`);
    expect(readFileSync(join(folder, copies[0] ?? ''), 'utf8')).toBe('nonsense\n');
    writeFileSync(join(folder, 'archive.jsonl'), '{"news-scrape":"archive","version":1}\n');
    expect((await cli('fetch', ROLL)).code).toBe(0);
    expect(readdirSync(folder)).toContain(copies[0]);
  });

  it.each(['file', '/proc/no-such-folder', '/dev/null/x'])('ends with 6 when %s cannot be the folder', async (out) => {
    writeFileSync(join(cwd, 'file'), 'mine');
    const result = await cli('fetch', 'demo', '--out', out);
    expect(result).toMatchObject({ code: 6, stdout: '' });
    expect(result.stderr).toContain('cannot be written');
    expect(readFileSync(join(cwd, 'file'), 'utf8')).toBe('mine');
  });

  it.each([['SIGTERM', 143], ['SIGINT', 130]] as const)('ends with its code on %s, with whole posts only, and can go on', async (signal, code) => {
    pageDelay = 300;
    const child = start('fetch', ROLL);
    await once(child.stdout, 'data');
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([code, null]);
    const written = readdirSync(join(cwd, 'posts')).filter((name) => name.endsWith('.md'));
    expect(written.length).toBeLessThan(ARTICLES);
    for (const name of written) expect(readFileSync(join(cwd, 'posts', name), 'utf8')).toMatch(/正文\n$/);
    pageDelay = 0;
    expect((await cli('fetch', ROLL, ...AT_ONCE)).code).toBe(0);
    expect(readdirSync(join(cwd, 'posts')).filter((name) => name.endsWith('.md'))).toHaveLength(ARTICLES);
    expect(readdirSync(join(cwd, 'posts/.news-scrape')).sort()).toEqual(['.gitattributes', '.gitignore', 'archive.jsonl', 'feeds.jsonl', 'runs.jsonl']);
  });

  it('ends with its code on the first SIGTERM while nobody reads its output', async () => {
    text = '正文'.repeat(50_000);
    const child = start('fetch', ROLL, '--stdout');
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const end = once(child, 'close');
    onTestFinished(() => void child.kill('SIGKILL'));
    while (web.requests.length < 5) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(child.exitCode).toBeNull();
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    child.stdout.resume();
    await end;
    expect(code).toBe(143);
    expect(stderr).toContain('SIGTERM');
  });
});
