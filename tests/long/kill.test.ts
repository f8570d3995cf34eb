import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AT_ONCE, CLI, emptyFolder, runCli } from '../support/cli.js';
import { financePage, rollAnswer } from '../support/pages.js';
import { startWeb, type Web } from '../support/web.js';

const ROLL = 'http://feed.mix.sina.com.cn/api/roll/get?pageid=155&lid=1686';
const ARTICLES = 60;
const KILLS = 60;
const NEWEST = Math.floor(Date.now() / 1000);

let web: Web;
beforeAll(async () => {
  web = await startWeb((url) => {
    if (url.pathname !== '/api/roll/get') return { body: financePage({ title: url.pathname, text: '正文'.repeat(5000) }), delay: 20 };
    const rows = Array.from({ length: ARTICLES }, (_, index) => ({ id: `n${index}`, title: `标题${index % 7}`, ctime: NEWEST - index }));
    const [num, page] = [Number(url.searchParams.get('num')), Number(url.searchParams.get('page'))];
    return rollAnswer(rows.slice((page - 1) * num, page * num));
  });
});
afterAll(() => web.close());

describe('a run that is killed', () => {
  it(`at ${KILLS} random moments loses, doubles and cuts nothing`, async () => {
    const cwd = emptyFolder();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = spawn(process.execPath, [CLI, 'fetch', ROLL, '--limit', String(ARTICLES), ...AT_ONCE], { cwd, env: { ...process.env, ...web.env } });
      // Most kills fall into the time in which posts are written, some before it.
      setTimeout(() => child.kill('SIGKILL'), 250 + Math.random() * 500);
      await once(child, 'close');
      child.stdout.destroy();
    }
    const last = await runCli(['fetch', ROLL, '--limit', String(ARTICLES), ...AT_ONCE], { cwd, env: web.env });
    expect(last.code).toBe(0);
    const posts = readdirSync(join(cwd, 'posts')).filter((name) => !name.startsWith('.'));
    const bodies = posts.map((name) => readFileSync(join(cwd, 'posts', name), 'utf8'));
    expect(bodies.every((text) => text.endsWith(`${'正文'.repeat(5000)}\n`))).toBe(true);
    const records = readFileSync(join(cwd, 'posts/.news-scrape/archive.jsonl'), 'utf8').trimEnd().split('\n').slice(1)
      .map((line) => JSON.parse(line) as { id: string; file: string });
    expect(new Set(records.map(({ id }) => id)).size).toBe(ARTICLES);
    expect(records).toHaveLength(ARTICLES);
    expect(records.map(({ file }) => file).sort()).toEqual(posts.sort());
    expect(readdirSync(join(cwd, 'posts/.news-scrape')).sort()).toEqual(['.gitattributes', '.gitignore', 'archive.jsonl']);
    rmSync(cwd, { recursive: true, force: true });
  });
});
