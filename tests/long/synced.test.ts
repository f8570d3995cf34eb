import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AT_ONCE, emptyFolder, runCli } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';

/** Loaded before the program: notes in STEPS which file is synced and which gets a name, in their order. */
const SPY = `
import fs, { appendFileSync, readlinkSync } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
const note = (...words) => appendFileSync(process.env.STEPS, JSON.stringify(words) + '\\n');
const pathOf = (fd) => readlinkSync('/proc/self/fd/' + fd);
const wrap = (holder, name, before) => {
  const real = holder[name];
  holder[name] = function (...args) { before(this, ...args); return real.apply(this, args); };
};
const handle = await promises.open('/dev/null');
for (const name of ['sync', 'datasync']) wrap(Object.getPrototypeOf(handle), name, (self) => note('sync', pathOf(self.fd)));
await handle.close();
for (const name of ['fsync', 'fdatasync', 'fsyncSync', 'fdatasyncSync']) wrap(fs, name, (_, fd) => note('sync', pathOf(fd)));
for (const holder of [promises, fs]) for (const name of ['link', 'rename']) wrap(holder, name, (_, from, to) => note('name', String(from), String(to)));
for (const name of ['linkSync', 'renameSync']) wrap(fs, name, (_, from, to) => note('name', String(from), String(to)));
syncBuiltinESMExports();
`;

let cwd: string;
let server: TestServer;
let text: string;
beforeEach(async () => {
  cwd = emptyFolder();
  text = '初稿。';
  server = await startServer(({ url = '' }, response) => {
    if (url === '/feed') response.end(`<rss version="2.0"><channel><title>x</title>${[1, 2, 3].map((id) => `<item><title>第${id}条</title><link>${server.origin}/${id}</link></item>`).join('')}</channel></rss>`);
    else response.end(financePage({ title: `第${url.slice(1)}条`, text: text.repeat(50) }));
  });
  writeFileSync(join(cwd, 'spy.mjs'), SPY);
});
afterEach(async () => {
  await server.close();
  rmSync(cwd, { recursive: true, force: true });
});

/** The posts that a command has written, and what it did on the disk. */
async function stepsOf(...args: string[]): Promise<{ posts: string[]; steps: string[][] }> {
  const env = { NODE_OPTIONS: `--import ${join(cwd, 'spy.mjs')}`, STEPS: join(cwd, 'steps') };
  writeFileSync(env.STEPS, '');
  const { stdout, code } = await runCli([...args, '--ignore-robots', ...AT_ONCE], { cwd, env });
  expect(code).toBe(0);
  const steps = readFileSync(env.STEPS, 'utf8').trimEnd().split('\n').map((line) => (JSON.parse(line) as string[]).map((word, index) => (index === 0 ? word : resolve(cwd, word))));
  return { posts: stdout.trimEnd().split('\n').map((path) => resolve(cwd, path)), steps };
}

describe.skipIf(process.platform !== 'linux')('what a run writes (needs /proc)', () => {
  it.each([
    ['a new post', 'new', ['fetch']],
    ['a post that has changed', 'changed', ['refresh', '--feed']],
  ])('is on the disk before it gets its name, its name before the archive knows it: %s', async (_, kind, [command = '', ...options]) => {
    if (kind === 'changed') {
      await runCli(['fetch', `${server.origin}/feed`, '--quiet', '--ignore-robots'], { cwd });
      text = '定稿。';
    }
    const { posts, steps } = await stepsOf(command, ...options, `${server.origin}/feed`);
    expect(posts).toHaveLength(3);
    const archive = join(cwd, 'posts/.news-scrape/archive.jsonl');
    for (const post of posts) {
      const named = steps.findIndex(([step, , to]) => step === 'name' && to === post);
      const from = steps[named]?.[1] ?? '';
      const synced = steps.findIndex(([step, path]) => step === 'sync' && path === from);
      const folder = steps.findIndex(([step, path], index) => index > named && step === 'sync' && path === join(cwd, 'posts'));
      const known = steps.findIndex(([step, path], index) => index > folder && step === 'sync' && path === archive);
      expect(from).toContain('/posts/.news-scrape/tmp/');
      expect([synced >= 0, synced < named, folder > named, known > folder]).toEqual([true, true, true, true]);
    }
  });
});
