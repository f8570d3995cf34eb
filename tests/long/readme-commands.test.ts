import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasOpenssl } from '../support/certificate.js';
import { emptyFolder } from '../support/cli.js';
import { startTodaysWeb, type TodaysWeb } from '../support/todays-web.js';
import { GENERATORS, makeSite } from './generators.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What is not run here, and why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'npm install && npx news-scrape fetch demo --out posts': 'newcomer.test.ts does so in a clone',
  'npm install && npm test': 'this is what runs the tests',
};

/** Without the comments, which are in the language of the README. */
const uncommented = (code: string): string => code.replace(/\s+# .*$/gm, '').trim();
/** The shell's code of both READMEs, what stands in both once; of lines of a crontab the command. */
const blocks = [...new Set(['README.md', 'README.zh-CN.md'].flatMap((file) => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const shell = [...text.matchAll(/^```(?:sh|bash)\n(.*?)^```$/gms)].map(([, code = '']) => uncommented(code));
  const cron = [...text.matchAll(/^```\n(?:[\d*/,-]+ +){5}(.*)\n```$/gm)].map(([, command = '']) => command);
  return [...shell, ...cron];
}))];

/** Commands that run until they are stopped are, after a while: they have to end by the signal, which is code 143. */
const stopped = (code: string): string => code.replace(/^news-scrape (?:preview|watch)\b.*$/gm, (command) => `timeout --preserve-status --signal TERM 4 ${command} || [ $? -eq 143 ]`);
/** What there is to look at has to be fetched first. */
const prepared = (code: string): string => (code.includes('fetch') || !/preview|stats/.test(code) ? code : `news-scrape fetch demo --quiet\n${code}`);

describe.skipIf(!hasOpenssl)('the commands of the READMEs (skipped where openssl is not installed)', () => {
  const scratch = emptyFolder();
  let web: TodaysWeb;
  let blog: string;
  beforeAll(async () => {
    web = await startTodaysWeb();
    const [tarball = ''] = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', scratch], { cwd: ROOT, encoding: 'utf8' }).split('\n');
    execFileSync('npm', ['install', '--silent', '--global', '--prefer-offline', '--no-audit', '--no-fund', '--prefix', join(scratch, 'prefix'), join(scratch, tarball)]);
    const [hexo] = GENERATORS;
    if (hexo?.id !== 'hexo') throw new Error('Hexo is not the first generator');
    blog = await makeSite(hexo);
  });
  afterAll(async () => {
    await web.close();
    for (const folder of [scratch, blog]) rmSync(folder, { recursive: true, force: true });
  });

  /** A home with a blog that is made with Hexo and kept in git. */
  function makeHome(): string {
    const home = emptyFolder();
    mkdirSync(join(home, 'blog', 'source', '_posts'), { recursive: true });
    for (const name of readdirSync(blog)) {
      if (name === 'node_modules') symlinkSync(join(blog, name), join(home, 'blog', name));
      else cpSync(join(blog, name), join(home, 'blog', name), { recursive: true });
    }
    return home;
  }

  async function runInCleanFolder(code: string): Promise<{ exitCode: number; output: string; files: string[] }> {
    const [home, cwd] = [makeHome(), emptyFolder()];
    execFileSync('git', ['init', '--quiet'], { cwd });
    const env = {
      PATH: `${join(scratch, 'prefix', 'bin')}:${process.env.PATH ?? ''}`, HOME: home, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8',
      ...web.env, HTTPS_PROXY: web.env.HTTP_PROXY, http_proxy: web.env.HTTP_PROXY, https_proxy: web.env.HTTP_PROXY,
      NODE_EXTRA_CA_CERTS: web.certificate.file, CURL_CA_BUNDLE: web.certificate.file,
      GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.com', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.com',
    };
    const script = `set -euo pipefail\ntrap 'echo "FAILED: $BASH_COMMAND" >&2' ERR\n${stopped(prepared(code))}`;
    const child = spawn('bash', ['-c', script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    const [exitCode] = (await once(child, 'close')) as [number];
    const files = [cwd, join(home, 'blog', 'source')].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }));
    for (const folder of [home, cwd]) rmSync(folder, { recursive: true, force: true });
    return { exitCode, output, files };
  }

  it('are found, those that are run elsewhere too', () => {
    expect(blocks.length).toBeGreaterThan(12);
    expect(blocks).toEqual(expect.arrayContaining(Object.keys(ELSEWHERE)));
  });

  it.each(blocks.filter((code) => !(code in ELSEWHERE)))('%s', async (code) => {
    const { exitCode, output, files } = await runInCleanFolder(code);
    expect([exitCode, exitCode === 0 ? '' : output]).toEqual([0, '']);
    if (/\bfetch\b|> \w+\.md/.test(code)) expect(files.filter((file) => file.endsWith('.md')), output).not.toEqual([]);
  });
});
