import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLI, emptyFolder, runCli } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { startServer, type TestServer } from '../support/server.js';

const ARTICLES = 30;
let server: TestServer;
let cwd: string;
beforeAll(async () => {
  server = await startServer(({ url = '' }, response) => {
    if (url === '/feed') response.end(`<rss version="2.0"><channel><title>x</title>${Array.from({ length: ARTICLES }, (_, index) => `<item><title>第${index}条</title><link>${server.origin}/${index}</link></item>`).join('')}</channel></rss>`);
    else if (url === '/robots.txt') response.writeHead(404).end();
    else response.end(financePage({ title: `第${url.slice(1)}条`, text: '正文。'.repeat(3000) }));
  });
  cwd = emptyFolder();
  writeFileSync(join(cwd, 'news-scrape.yaml'), `feeds:\n  - {feed: "${server.origin}/feed", name: x}\n`);
  mkdirSync(join(cwd, 'others'));
  for (let index = 0; index < 500; index += 1) writeFileSync(join(cwd, 'others', `${index}.md`), `---\ntitle: 旧文章${index}\ndate: 2026-11-20 08:00:00\n---\n正文\n`);
  await runCli(['fetch', 'x', '--quiet'], { cwd });
});
afterAll(async () => {
  await server.close();
  rmSync(cwd, { recursive: true, force: true });
});

/** The program, whose standard output is closed by its reader before anything is written, or after the first bytes. */
async function cutOff(args: readonly string[], afterFirst: boolean): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { ...process.env, NO_PROXY: '*' } });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const close = once(child, 'close') as Promise<[number | null]>;
  if (afterFirst) await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code] = await close;
  return { code, stderr };
}

describe('a reader that goes away', () => {
  it.each([
    ['fetch', ['fetch', 'x', '--json', '--quiet', '--dry-run', '--out', 'new']],
    ['fetch of documents', ['fetch', 'x', '--stdout', '--quiet', '--out', 'new']],
    ['article', ['article', '1.html']],
    ['article --explain', ['article', '1.html', '--explain']],
    ['refresh', ['refresh', '--json', '--quiet', '--force']],
    ['adopt', ['adopt', 'others', '--json', '--quiet', '--dry-run']],
    ['feeds', ['feeds', '--json']],
    ['feeds export', ['feeds', 'export']],
    ['config show', ['config', 'show']],
    ['config check', ['config', 'check']],
    ['stats', ['stats', '--json']],
    ['completion', ['completion', 'bash']],
    ['doctor', ['doctor', 'x', '--json']],
    ['help', ['fetch', '--help']],
    ['version', ['--version']],
  ])('of %s ends it quietly and with 0', { timeout: 60_000 }, async (_name, args) => {
    writeFileSync(join(cwd, '1.html'), financePage({ title: '一', text: '正文。'.repeat(60_000) }));
    for (const afterFirst of [false, true]) expect(await cutOff(args, afterFirst)).toEqual({ code: 0, stderr: '' });
  });

  it('of watch ends it too, in the round in which there is something to write', { timeout: 60_000 }, async () => {
    expect(await cutOff(['watch', 'x', '--every', '1s', '--quiet', '--json'], true)).toEqual({ code: 0, stderr: '' });
  });
});
