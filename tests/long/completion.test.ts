import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CLI, emptyFolder, runCli } from '../support/cli.js';

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;
const CONFIG = `groups: { money: { images: none } }
feeds:
  - { feed: sina/macro, name: macro, group: economy }
  - { feed: sina/stocks, name: 股市, group: 财经 }
  - https://example.com/feed.xml
`;

/** A folder with a configuration, files and folders, and the program as users have it. */
const folder = emptyFolder();
const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH ?? ''}`, LC_ALL: 'C.UTF-8' };
const run = (command: string, args: readonly string[]): string => spawnSync(command, args, { cwd: folder, env, encoding: 'utf8', timeout: 30_000 }).stdout;
const wordsIn = (text: string): string[] => text.split('\n').filter(Boolean);

beforeAll(() => {
  for (const name of ['bin', 'pages', 'posts', 'my posts']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'news-scrape.yaml'), CONFIG);
  writeFileSync(join(folder, 'pages', 'one.html'), '');
  writeFileSync(join(folder, 'bin', 'news-scrape'), `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`);
  chmodSync(join(folder, 'bin', 'news-scrape'), 0o755);
});

describe('what may follow', () => {
  const candidates = async (...words: string[]): Promise<string[]> => wordsIn((await runCli(['complete', '--', ...words], { cwd: folder })).stdout).map((line) => line.split('\t').slice(0, 2).join(' '));

  it('is a command at the beginning, and none that is hidden', async () => {
    const words = await candidates('');
    expect(words).toEqual(expect.arrayContaining(['word fetch', 'word article', 'word completion']));
    expect(words).not.toContain('word complete');
  });

  it.each([
    [['fetch', '--'], ['word --out', 'word --images', 'word --lang', 'word --help']],
    [['feeds', '--'], ['word --json', 'word --help']],
    [['fetch', ''], ['word 股市', 'word @财经']],
    [['feeds', 'add', '--group', ''], ['word economy', 'word money', 'word 财经']],
    [['config', ''], ['word check', 'word show']],
    [['fetch', ''], ['word macro', 'word @economy', 'word @money', 'word https://example.com/feed.xml', 'word sina/china', 'word demo', 'files']],
    [['fetch', 'sina/china', '--limit', '3', ''], ['word sina/us-stocks', 'files']],
    [['fetch', '--images', ''], ['word link', 'word download', 'word html', 'word none']],
    [['--lang', ''], ['word en', 'word zh']],
    [['fetch', '--images=', ''], ['word macro']],
    [['fetch', '--images=d'], ['word --images=download']],
    [['fetch', '--fields', 'link,'], ['word link,source']],
    [['fetch', '--out', ''], ['folders']],
    [['fetch', '--template', ''], ['files']],
    [['fetch', '--wait', '--'], ['word --quiet']],
    [['adopt', ''], ['folders']],
    [['article', ''], ['files']],
    [['completion', ''], ['word bash', 'word zsh', 'word fish']],
  ])('after %j is among others %j', async (words, expected) => {
    expect(await candidates(...words)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    [['fetch', '--limit', '']],
    [['fetch', '--config', 'none.yaml', '--limit', '']],
    [['adopt', 'posts', 'more']],
  ])('after %j is nothing', async (words) => {
    expect(await candidates(...words)).toEqual([]);
  });

  it('needs no configuration that can be read', async () => {
    writeFileSync(join(folder, 'broken.yaml'), 'feeds: [');
    const { code, stdout, stderr } = await runCli(['complete', '--', 'fetch', '--config', 'broken.yaml', ''], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('sina/china');
    expect(stdout).not.toContain('\tmacro\t');
  });

  it('is told in the language of the user', async () => {
    expect((await runCli(['complete', '--', ''], { cwd: folder, env: { LC_ALL: 'zh_CN.UTF-8' } })).stdout).toContain('word\tfetch\t抓取订阅源');
  });
});

const LINES: readonly [line: string, completed: readonly string[]][] = [
  ['news-scrape comp', ['completion']],
  ['news-scrape fetch --prof', ['--profile']],
  ['news-scrape fetch --images h', ['html']],
  ['news-scrape fetch mac', ['macro']],
  ['news-scrape fetch @', ['@economy', '@money', '@财经']],
  ['news-scrape fetch 股', ['股市']],
  ['news-scrape fetch @财', ['@财经']],
  ['news-scrape feeds --j', ['--json']],
  ['news-scrape fetch --out po', ['posts']],
  ['news-scrape article pages/o', ['pages/one.html']],
];

describe.skipIf(!has('bash'))('bash', () => {
  /** What bash would put in place of the word that it sees at the end. */
  const complete = (line: string): string[] => {
    // Bash takes words apart at these marks too.
    const words = (line.match(/[=:]|[^\s=:]+|\s+$/g) ?? []).map((word) => word.trim());
    const script = `eval "$(news-scrape completion bash)"; COMP_LINE=$1 COMP_POINT=\${#1}; shift; COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _news_scrape; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return wordsIn(run('bash', ['--norc', '-c', script, 'bash', line, ...words]));
  };

  it.each([
    ...LINES,
    ['news-scrape fetch --images=do', ['download']],
    ['news-scrape fetch --images=', ['link', 'download', 'html', 'none']],
    ['news-scrape fetch https:', ['//example.com/feed.xml']],
    ['news-scrape fetch https://ex', ['//example.com/feed.xml']],
    ['news-scrape fetch --out my', ['my posts']],
  ])('completes "%s" to %j', (line, completed) => {
    expect(complete(line).sort()).toEqual([...completed].sort());
  });
});

describe.skipIf(!has('fish'))('fish (skipped where it is not installed)', () => {
  it.each([...LINES, ['news-scrape fetch --images=do', ['--images=download']] as const])('completes "%s" to %j', (line, completed) => {
    const offered = wordsIn(run('fish', ['--no-config', '-c', `news-scrape completion fish | source; complete -C '${line}'`])).map((text) => (text.split('\t')[0] ?? '').replace(/\/$/, ''));
    expect(offered.sort()).toEqual([...completed].sort());
  });

  it('says what a word is', () => {
    expect(run('fish', ['--no-config', '-c', "news-scrape completion fish | source; complete -C 'news-scrape fetch sina/chin'"])).toBe('sina/china\t国內\n');
  });
});

describe.skipIf(!has('zsh'))('zsh (skipped where it is not installed)', () => {
  /** The command line after the tabulator key, in an interactive shell on a terminal of its own. */
  const complete = (line: string): string => {
    const out = join(folder, 'line.txt');
    const driver = `
      zmodload zsh/zpty
      zpty shell 'zsh -f -i'
      zpty -w shell 'PS1=READY; autoload -Uz compinit; compinit -u -D; eval "$(news-scrape completion zsh)"'
      zpty -w shell 'save() { print -r -- "$BUFFER" > line.txt; exit }; zle -N save; bindkey "^X" save; unsetopt auto_menu; bindkey "^I" complete-word; print -r -- IS"SET"'
      zpty -m -r shell seen '*ISSET*'
      zpty -n -w shell $'${line}\\t\\x18'
      for i in {1..100}; do [[ -s line.txt ]] && break; sleep 0.1; done
      zpty -d shell`;
    writeFileSync(out, '');
    run('zsh', ['-f', '-c', driver]);
    return readFileSync(out, 'utf8').trim();
  };

  it.each(LINES.slice(3).filter(([, completed]) => completed.length === 1))('completes "%s" to %j', (line, [word = '']) => {
    const end = line.slice(line.lastIndexOf(' ') + 1);
    expect(complete(line).replace(/\/$/, '')).toBe(line.slice(0, line.length - end.length) + word);
  });

  it('completes a value behind its option', () => {
    expect(complete('news-scrape fetch --images=do')).toBe('news-scrape fetch --images=download');
  });
});
