import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLI, articlesOf, emptyFolder, runCli } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';

const ARTICLES = 12;
let server: TestServer;
let cwd: string;
let delay: number;
let text: string;
let isHanging: boolean;
beforeEach(async () => {
  [delay, text, isHanging] = [0, '初稿。', false];
  server = await startServer(({ url = '' }, response) => {
    const items = Array.from({ length: ARTICLES }, (_, index) => `<item><title>第${index}条</title><link>${server.origin}/${index}</link><pubDate>Fri, 20 Nov 2026 00:00:${String(index).padStart(2, '0')} GMT</pubDate></item>`);
    if (url === '/feed') response.end(`<rss version="2.0"><channel><title>x</title>${items.join('')}</channel></rss>`);
    else if (url === '/robots.txt') response.writeHead(404).end();
    else if (!isHanging) setTimeout(() => response.end(financePage({ title: `第${url.slice(1)}条`, text: text.repeat(100) })), delay);
  });
  cwd = emptyFolder();
});
afterEach(async () => {
  await server.close();
  rmSync(cwd, { recursive: true, force: true });
});

const start = (...args: string[]): ChildProcess => spawn(process.execPath, [CLI, ...args], { cwd, env: { ...process.env, NO_PROXY: '*' }, stdio: ['ignore', 'pipe', 'pipe'] });
const posts = (): string[] => readdirSync(join(cwd, 'posts')).filter((name) => name.endsWith('.md'));
const textOf = (name: string): string => readFileSync(join(cwd, 'posts', name), 'utf8');
const feed = (): string => `${server.origin}/feed`;
const SIGNALS = [['SIGTERM', 143], ['SIGINT', 130]] as const;

describe('a signal', () => {
  it.each(SIGNALS)('%s in a refresh ends it with %i, every post whole in its old or its new form, and the next one ends the work', async (signal, code) => {
    await runCli(['fetch', feed(), '--quiet'], { cwd });
    [delay, text] = [200, '定稿。'];
    const child = start('refresh', '--feed', feed(), '--json');
    await once(child.stdout as NodeJS.EventEmitter, 'data');
    child.kill(signal);
    let stdout = '';
    child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    expect(await once(child, 'close')).toEqual([code, null]);
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ type: 'summary', exitCode: code, error: 'interrupted' });
    const forms = posts().map((name) => /\n\n?((?:初稿。){100}|(?:定稿。){100})\n$/.exec(textOf(name))?.[1]?.slice(0, 2));
    expect(forms).toHaveLength(ARTICLES);
    expect(new Set(forms)).toEqual(new Set(['初稿', '定稿']));
    delay = 0;
    const next = articlesOf(await runCli(['refresh', '--feed', feed(), '--json'], { cwd }));
    expect(next.map(({ reason }) => reason).sort()).toEqual(forms.map((form) => (form === '初稿' ? 'changed' : 'same')).sort());
    expect(posts().every((name) => textOf(name).includes('定稿'))).toBe(true);
    expect(readdirSync(join(cwd, 'posts/.news-scrape')).filter((name) => name.includes('lock') || name.includes('tmp'))).toEqual([]);
  });

  it.each(SIGNALS)('%s in adopt ends it with %i, and the next one knows every post once', async (signal, code) => {
    const count = 3000;
    mkdirSync(join(cwd, 'posts'));
    for (let index = 0; index < count; index += 1) writeFileSync(join(cwd, 'posts', `${index}.md`), `---\ntitle: 旧文章第${index}篇\ndate: 2026-11-20 08:00:00\n---\n正文\n`);
    const child = start('adopt', 'posts', '--json');
    await once(child.stdout as NodeJS.EventEmitter, 'data');
    child.kill(signal);
    child.stdout?.resume();
    expect(await once(child, 'close')).toEqual([code, null]);
    const second = articlesOf(await runCli(['adopt', 'posts', '--json'], { cwd }));
    const reasons = second.map(({ reason }) => reason);
    expect(second).toHaveLength(count);
    expect(new Set(reasons)).toEqual(new Set(['known', 'adopted']));
    const archived = readFileSync(join(cwd, 'posts/.news-scrape/archive.jsonl'), 'utf8').trimEnd().split('\n').slice(1).map((line) => (JSON.parse(line) as { file: string }).file);
    expect([archived.length, new Set(archived).size]).toEqual([count, count]);
  });

  it.each([
    ['a page that never comes', 'fetch', 'SIGTERM', 143],
    ['a page that never comes', 'refresh', 'SIGINT', 130],
  ] as const)('does not wait for %s (%s)', async (_, command, signal, code) => {
    if (command === 'refresh') await runCli(['fetch', feed(), '--quiet'], { cwd });
    isHanging = true;
    server.requests.length = 0;
    const child = start(command, ...(command === 'refresh' ? ['--feed', feed()] : [feed()]));
    while (!server.requests.some((url) => /^\/\d/.test(url))) await new Promise((resolve) => setTimeout(resolve, 20));
    const before = performance.now();
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([code, null]);
    expect(performance.now() - before).toBeLessThan(5000);
  });

  it.each(SIGNALS)('%s a second time ends at once what the first one leaves at work', async (signal) => {
    writeFileSync(join(cwd, 'wait.cjs'), `require('node:fs').writeFileSync('working', ''); setTimeout(() => {}, 60_000);`);
    const child = start('fetch', feed(), '--limit', '1', '--on-written', `${process.execPath} wait.cjs`);
    while (!readdirSync(cwd).includes('working')) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill(signal);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const isStill = child.exitCode === null && child.signalCode === null;
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual(isStill ? [null, signal] : [expect.any(Number), null]);
    expect(posts()).toHaveLength(1);
    expect((await runCli(['fetch', feed(), '--quiet'], { cwd })).code).toBe(0);
    expect(posts()).toHaveLength(ARTICLES);
  });
});
