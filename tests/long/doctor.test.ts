import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { VERSION } from '../../src/version.js';
import { emptyFolder, runCli } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';

interface Finding {
  type: string;
  check: string;
  subject: string;
  status: string;
  stage?: string;
  message: string;
}

let cwd: string;
let server: TestServer;
let answers: Record<string, { status?: number; body: string; cookie?: string }>;
let closed: string;
const tls = createTlsServer({ key: readFileSync(new URL('../support/tls/key.pem', import.meta.url)), cert: readFileSync(new URL('../support/tls/cert.pem', import.meta.url)) });

beforeAll(async () => {
  server = await startServer((request, response) => {
    const { status = 200, body, cookie } = answers[request.url ?? ''] ?? { status: 404, body: '' };
    response.writeHead(cookie === undefined || cookie === request.headers.cookie ? status : 403).end(body);
  });
  const other = await startServer(() => undefined);
  closed = other.origin;
  await other.close();
  await new Promise<void>((resolve) => tls.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await server.close();
  await new Promise((resolve) => tls.close(resolve));
});

const rss = (date: Date, items = 1): string =>
  `<rss version="2.0"><channel><title>x</title>${`<item><title>a</title><link>${server.origin}/article</link><pubDate>${date.toUTCString()}</pubDate></item>`.repeat(items)}</channel></rss>`;
const feed = (): string => `${server.origin}/feed`;

beforeEach(() => {
  cwd = emptyFolder();
  answers = { '/feed': { body: rss(new Date()) }, '/article': { body: financePage({ title: '港口新泊位启用', text: '港口新泊位今起启用。'.repeat(30) }) } };
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

async function doctor(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<{ code: number | null; findings: Finding[]; summary: unknown; bad: Finding[] }> {
  const { code, stdout } = await runCli(['doctor', '--json', '--timeout', '5', ...args], { cwd, env });
  const lines = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Finding);
  const findings = lines.filter(({ type }) => type === 'check');
  return { code, findings, summary: lines.at(-1), bad: findings.filter(({ status }) => status !== 'ok') };
}

describe('doctor', () => {
  it('where all is well has a line for each check, ends with 0 and leaves nothing behind', async () => {
    const { code, stdout } = await runCli(['doctor', feed()], { cwd });
    const rows = stdout.trimEnd().split('\n');
    expect(rows.map((row) => row.slice(0, 13).trim())).toEqual(['ok    program', 'ok    folder', 'ok    archive', 'ok    lock', 'ok    host', 'ok    feed', 'ok    article', '7 ok, 0 to lo']);
    expect(rows[0]).toContain(`version ${VERSION} on Node.js ${process.versions.node}`);
    expect(rows[6]).toContain('read by the rule sina-finance');
    expect(code).toBe(0);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('finds nothing wrong with a page of another site that meets a condition of a built-in rule by chance', async () => {
    const text = '港口新泊位今起启用，每天可停靠两艘货轮。'.repeat(20);
    answers['/article'] = { body: `<html lang="zh"><title>港口新泊位启用</title><h1>港口新泊位启用</h1><time datetime="2026-11-20T08:00:00+08:00"></time><div class="article"><p>${text}</p><p>${text}</p></div></html>` };
    expect((await doctor([feed()])).bad).toEqual([]);
  });

  it('without feeds looks at those of the configuration, else at the folder alone', async () => {
    expect((await doctor([])).findings.map(({ check }) => check)).toEqual(['program', 'folder', 'archive', 'lock']);
    writeFileSync(join(cwd, 'news-scrape.yaml'), `feeds:\n  - {feed: "${feed()}", out: elsewhere}\n`);
    const { findings } = await doctor([]);
    expect(findings.filter(({ check }) => check === 'feed')).toMatchObject([{ subject: feed(), status: 'ok' }]);
    expect(findings.filter(({ check }) => check === 'folder').map(({ subject }) => subject)).toEqual(['posts', 'elsewhere']);
  });
});

it('doctor asks for each feed as fetch does, with its own headers and proxy', async () => {
  answers['/mine'] = { body: rss(new Date()), cookie: 'a=1' };
  writeFileSync(join(cwd, 'news-scrape.yaml'), `feeds:\n  - {feed: "${server.origin}/mine", header: "Cookie: a=1"}\n  - {feed: "${server.origin}/mine?2"}\n  - {feed: "http://news.example/feed", proxy: "${closed}"}\n`);
  answers['/mine?2'] = { body: rss(new Date()), cookie: 'a=1' };
  const { code, findings } = await doctor([]);
  expect(code).toBe(1);
  expect(findings.filter(({ check, status }) => check === 'feed' || (check === 'host' && status === 'fail')).map(({ subject, status, stage }) => [subject, status, stage])).toEqual([
    [`${server.origin}/mine`, 'ok', undefined],
    [`${server.origin}/mine?2`, 'fail', undefined],
    ['news.example', 'fail', 'proxy'],
  ]);
});

it('doctor looks at feeds side by side: one that does not answer keeps no other waiting, and the order is that of the user', async () => {
  const waiting: (() => void)[] = [];
  const slow = await startServer((request, response) => {
    // The first one answers when the last one has been asked.
    if (request.url === '/1') waiting.push(() => response.end(rss(new Date())));
    else response.end(rss(new Date()));
    if (request.url === '/3') for (const answer of waiting) answer();
  });
  const feeds = ['1', '2', '3'].map((path) => `${slow.origin}/${path}`);
  const { findings } = await doctor(feeds);
  await slow.close();
  expect(findings.filter(({ check }) => check === 'feed').map(({ subject, status }) => [subject, status])).toEqual(feeds.map((feed) => [feed, 'ok']));
});

describe('doctor tells what is broken', () => {
  it.each<[string, () => { args?: string[]; env?: NodeJS.ProcessEnv }, Partial<Finding>, number]>([
    ['a name that does not resolve', () => ({ args: ['http://nowhere.invalid/feed'] }), { check: 'host', status: 'fail', stage: 'dns', subject: 'nowhere.invalid' }, 3],
    ['a port where nothing answers', () => ({ args: [`${closed}/feed`] }), { check: 'host', status: 'fail', stage: 'tcp' }, 3],
    ['a certificate that nobody trusts', () => ({ args: [`https://127.0.0.1:${(tls.address() as AddressInfo).port}/feed`] }), { check: 'host', status: 'fail', stage: 'tls' }, 3],
    ['a proxy that is dead', () => ({ args: ['http://news.example/feed'], env: { HTTP_PROXY: closed, NO_PROXY: '' } }), { check: 'host', status: 'fail', stage: 'proxy' }, 3],
    ['a feed with an error status', () => {
      answers['/feed'] = { status: 500, body: '' };
      return {};
    }, { check: 'feed', status: 'fail', message: expect.stringContaining('HTTP 500') as string }, 3],
    ['a feed that has become a page', () => {
      answers['/feed'] = { body: '<!DOCTYPE html><html><body>welcome</body></html>' };
      return {};
    }, { check: 'feed', status: 'fail', message: expect.stringContaining('a web page') as string }, 3],
    ['a feed without items', () => {
      answers['/feed'] = { body: rss(new Date(), 0) };
      return {};
    }, { check: 'feed', status: 'fail', message: expect.stringContaining('no item') as string }, 3],
    ['a feed that has stopped', () => {
      answers['/feed'] = { body: rss(new Date('2018-09-23')) };
      return {};
    }, { check: 'feed', status: 'warn', message: expect.stringContaining('2018-09-23') as string }, 0],
    ['an article that is gone', () => {
      delete answers['/article'];
      return {};
    }, { check: 'article', status: 'fail', message: expect.stringContaining('HTTP 404') as string }, 1],
    ['an article without text', () => {
      answers['/article'] = { body: financePage({ title: '空', text: '' }) };
      return {};
    }, { check: 'article', status: 'fail' }, 1],
    ['an article without a date', () => {
      answers['/article'] = { body: financePage({ title: '港口', text: '港口新泊位今起启用。'.repeat(30), date: '' }) };
      return {};
    }, { check: 'article', status: 'warn', message: expect.stringContaining('no date') as string }, 0],
    ['a rule that does not fit any more', () => {
      writeFileSync(join(cwd, 'news-scrape.yaml'), 'site-rules:\n  - {id: own, host: 127.0.0.1, when: div.story, body: div.story}\n');
      answers['/article'] = { body: `<html><head><title>港口</title></head><body><h1>港口</h1><time datetime="2026-11-20T08:00:00Z"></time><div class="text"><p>${'港口新泊位今起启用。'.repeat(30)}</p></div></body></html>` };
      return {};
    }, { check: 'article', status: 'warn', message: expect.stringContaining('the rule own does not fit') as string }, 0],
    ['a folder that cannot be', () => {
      writeFileSync(join(cwd, 'posts'), '');
      return {};
    }, { check: 'folder', status: 'fail' }, 6],
    ['a damaged archive', () => {
      mkdirSync(join(cwd, 'posts/.news-scrape'), { recursive: true });
      writeFileSync(join(cwd, 'posts/.news-scrape/archive.jsonl'), 'garbage\n');
      return {};
    }, { check: 'archive', status: 'fail', message: expect.stringContaining('line 1') as string }, 5],
    ['a lock that another run holds', () => {
      mkdirSync(join(cwd, 'posts/.news-scrape'), { recursive: true });
      writeFileSync(join(cwd, 'posts/.news-scrape/lock'), JSON.stringify({ pid: 1, host: 'other', started: '2026-11-24T00:00:00Z', token: 'x' }));
      return {};
    }, { check: 'lock', status: 'warn', message: expect.stringContaining('held by process 1 on other') as string }, 0],
  ])('%s', async (_name, breakIt, finding, exitCode) => {
    const { args = [feed()], env } = breakIt();
    const { code, bad, summary } = await doctor(args, env);
    expect(bad).toMatchObject([finding]);
    expect(code).toBe(exitCode);
    expect(summary).toMatchObject({ type: 'summary', exitCode });
  });
});
