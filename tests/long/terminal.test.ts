import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLI, emptyFolder, runCli } from '../support/cli.js';
import { financePage, pageUrl, rollAnswer } from '../support/pages.js';
import { hasPty, NO_PTY, runCommandOnTerminal, runOnTerminal, type PtyOptions, type Screen } from '../support/pty.js';
import { startWeb, type Web } from '../support/web.js';

const ROLL = 'http://feed.mix.sina.com.cn/api/roll/get?pageid=155&lid=1686';
const ARTICLES = 12;
const TITLE = '“央行”公布一项措施——市场反应平静，分析人士说影响有限，投资者不必担心';
const BAR = /^http:\/\/\S+ {2}\[[= ]+\] {2}\d+\/12\b/;

let cwd: string;
let web: Web;
beforeEach(async () => {
  cwd = emptyFolder();
  web = await startWeb((url) => {
    if (url.pathname === '/api/roll/get') return rollAnswer(Array.from({ length: ARTICLES }, (_, index) => ({ id: `n${index}`, title: `${TITLE}${index}` })));
    if (url.href === pageUrl('n3')) return { body: financePage({ title: '没有正文', text: '' }), delay: 150 };
    return { body: financePage({ title: url.pathname }), delay: 150 };
  });
});
afterEach(async () => {
  await web.close();
  rmSync(cwd, { recursive: true, force: true });
});

type Options = Partial<PtyOptions>;
const run = (args: string[], options: Options = {}): Promise<Screen> => runOnTerminal([...args, '--delay', '0'], { cwd, ...options, env: { ...web.env, ...options.env } });
/** What a person has to see in the end, and nothing else: a path for each post, the failure, the summary. */
function expectNothingLeftOver({ lines, code }: Screen): void {
  expect(code).toBe(1);
  const kinds = lines.map((line) => /^(posts\/.*\.md$|failed: .*article text found|11 articles written to posts: )/.exec(line)?.[0].slice(0, 6) ?? line);
  expect(kinds.sort()).toEqual(['11 art', 'failed', ...Array.from({ length: 11 }, () => 'posts/')]);
}

describe.skipIf(!hasPty)(`on a terminal (skipped where ${NO_PTY})`, () => {
  it('draws a bar with counts, rate and time below all lines, and leaves nothing of it behind', async () => {
    const seen: string[] = [];
    const screen = await run(['fetch', ROLL], { onScreen: (lines) => void seen.push(lines.at(-1) ?? '') });
    expectNothingLeftOver(screen);
    const bars = seen.filter((line) => BAR.test(line));
    expect(bars.length).toBeGreaterThan(2);
    expect(bars.some((line) => /\d+\/12 {2}[\d.]+\/s {2}\d+ s left/.test(line))).toBe(true);
  });

  it.each([[200, 30], [30, 200], [60, 20], [30, 12]])('stays whole in a window that goes from %i to %i columns and back', async (cols, other) => {
    let count = 0;
    const onScreen = (): number => ((count += 1) % 4 < 2 ? other : cols);
    expectNothingLeftOver(await run(['fetch', ROLL], { cols, onScreen }));
    expect(count).toBeGreaterThan(6);
  });

  it('draws none into standard output', async () => {
    const screen = await runCommandOnTerminal(['sh', '-c', `"${process.execPath}" "${CLI}" fetch "${ROLL}" --delay 0 >paths; cat -v paths | grep -vc '^posts/.*md$'`], { cwd, env: web.env });
    expect(screen.lines.at(-1)).toBe('0');
    expect(screen.raw).toMatch(/\d+\/12/);
  });

  it('takes the bar away when it is stopped', async () => {
    const screen = await runCommandOnTerminal(['sh', '-c', `"${process.execPath}" "${CLI}" fetch "${ROLL}" >paths & pid=$!; until [ -s paths ]; do sleep 0.05; done; sleep 0.3; kill $pid; wait $pid; echo "code $?"`], { cwd, env: web.env });
    expect(screen.raw).toMatch(/\d+\/12/);
    expect(screen.lines).toEqual([expect.stringMatching(/^news-scrape: Stopped by SIGTERM/), 'code 143']);
  });

  it('shows nothing with --quiet but what failed', async () => {
    const { raw, lines } = await run(['fetch', ROLL, '--quiet', '--json']);
    expect(raw).not.toContain('/12');
    expect(lines.filter((line) => !line.startsWith('{'))).toEqual([expect.stringMatching(/^failed: /), expect.stringMatching(/^11 articles/)]);
  });

  it.each<[string, NodeJS.ProcessEnv, boolean]>([
    ['by default', {}, true],
    ['with NO_COLOR', { NO_COLOR: '1' }, false],
    ['with FORCE_COLOR=0', { FORCE_COLOR: '0' }, false],
    ['with TERM=dumb', { TERM: 'dumb' }, false],
    ['with TERM=dumb and FORCE_COLOR', { TERM: 'dumb', FORCE_COLOR: '1' }, true],
  ])('colours %s: %j %s', async (_name, env, isColoured) => {
    const { raw } = await run(['fetch', ROLL], { env: { NO_COLOR: undefined, FORCE_COLOR: undefined, ...env } });
    expect(raw.includes('\u001b[31mfailed\u001b[39m: ')).toBe(isColoured);
    expect(/\p{Cc}\[[\d;]*m/u.test(raw)).toBe(isColoured);
  });

  it('moves no cursor on a dumb terminal', async () => {
    const screen = await run(['fetch', ROLL], { env: { TERM: 'dumb' } });
    expect(screen.raw).not.toMatch(/(?!\r?\n)\p{Cc}/u);
    expectNothingLeftOver(screen);
  });
});

describe('in a pipe', () => {
  it('writes plain lines', async () => {
    const { stderr } = await runCli(['fetch', ROLL, '--delay', '0'], { cwd, env: { ...web.env, NO_COLOR: undefined, FORCE_COLOR: undefined } });
    expect(stderr.split('\n')).toEqual([expect.stringMatching(/^failed: /), expect.stringMatching(/^11 articles written/), '']);
    expect(stderr).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it('colours where that is forced', async () => {
    const { stderr } = await runCli(['fetch', ROLL, '--delay', '0'], { cwd, env: { ...web.env, NO_COLOR: undefined, FORCE_COLOR: '1' } });
    expect(stderr).toContain('\u001b[31mfailed\u001b[39m: ');
  });
});
