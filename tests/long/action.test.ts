import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { workflowText } from '../../src/init/schedules.js';
import type { CliResult } from '../support/cli.js';
import { githubComplaints, readText, runStep, type ScriptStep } from '../support/github.js';
import { ROLL, useSite } from '../support/site.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ACTION = readText('action.yml');
const { inputs, runs } = parse(ACTION) as { inputs: Record<string, { default: string }>; runs: { steps: ScriptStep[] } };
const DEFAULTS = Object.fromEntries(Object.entries(inputs).map(([name, { default: value }]) => [name, value]));
const WORKFLOW = workflowText('blog', { node: '', script: '', version: '0.1.0' });
const EXPRESSION = '${{';

const site = useSite();
let repository: string;
let output: string;
const git = (...args: string[]): string => execFileSync('git', args, { cwd: repository, encoding: 'utf8', stdio: 'pipe' });
const commits = (): string[] => git('log', '--format=%s').trim().split('\n');

beforeEach(() => {
  const remote = join(site.cwd, 'remote.git');
  repository = join(site.cwd, 'repository');
  output = join(site.cwd, 'output.txt');
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote]);
  execFileSync('git', ['clone', '--quiet', remote, repository], { stdio: 'pipe' });
  writeFileSync(join(repository, 'README.md'), 'A blog\n');
  git('add', '.');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message=Begin');
  git('push', '--quiet', 'origin', 'HEAD');
});

/** Runs the step of this name in the repository; with values that are not given as the action has them by default. */
function step(name: string, given: Readonly<Record<string, string>> = {}): Promise<CliResult> {
  const found = runs.steps.find((one) => one.name === name);
  if (!found) throw new Error(`no step ${name}`);
  return runStep(found, { cwd: repository, inputs: { ...DEFAULTS, ...given }, variables: { ...site.web.env, GITHUB_ACTION_PATH: ROOT, RUNNER_TEMP: site.cwd, GITHUB_OUTPUT: output } });
}

describe('the action for GitHub', () => {
  it.each([['action.yml', ACTION], ['.github/workflows/news-scrape.yml', WORKFLOW]])('has nothing that GitHub refuses: %s', async (path, text) => {
    expect(await githubComplaints(path, text)).toEqual([]);
    expect(await githubComplaints(path, text.replace('steps:', 'stepz:'))).not.toEqual([]);
    expect(await githubComplaints(path, text.replace('shell: bash', 'shel: bash').replace('runs-on', 'run-on'))).not.toEqual([]);
  });

  it('puts no value of a user or an event into a script', () => {
    const workflow = parse(WORKFLOW) as { jobs: { fetch: { steps: ScriptStep[] } } };
    const scripts = [...runs.steps, ...workflow.jobs.fetch.steps].map(({ run }) => run as string | undefined).filter((run) => run !== undefined);
    expect(scripts).toHaveLength(4);
    expect(scripts.filter((run) => run.includes(EXPRESSION))).toEqual([]);
  });

  it('has scripts without a mistake that shellcheck knows', (context) => {
    context.skip(spawnSync('shellcheck', ['--version']).status !== 0, 'shellcheck is not installed: apt-get install shellcheck');
    for (const { run } of runs.steps) {
      if ((run as string | undefined) !== undefined) expect(spawnSync('shellcheck', ['--shell=bash', '-'], { input: run, encoding: 'utf8' }).stdout).toBe('');
    }
  });

  it('writes posts and commits them; a run with nothing new makes no commit', async () => {
    site.rows.push({ id: 'a1' }, { id: 'a2' });
    const given = { feeds: ROLL, args: '--out\n_posts\n--delay\n0\n', 'commit-message': 'News of today' };
    expect(await step('Fetch', given)).toMatchObject({ code: 0 });
    expect(readFileSync(output, 'utf8')).toBe('written=2\n');
    expect(await step('Commit', given)).toMatchObject({ code: 0, stderr: '' });
    expect(commits()).toEqual(['News of today', 'Begin']);
    expect(git('ls-tree', '-r', '-z', '--name-only', 'origin/main', '_posts').split('\0').filter((file) => file.endsWith('.md'))).toHaveLength(2);
    expect(git('status', '--porcelain')).toBe('');

    expect(await step('Fetch', given)).toMatchObject({ code: 0 });
    expect(await step('Commit', given)).toMatchObject({ code: 0, stdout: 'Nothing is new.\n' });
    expect(commits()).toHaveLength(2);
  });

  it('keeps what a run wrote in which some article failed, and fails all the same', async () => {
    site.rows.push({ id: 'a1' }, { id: 'a2' });
    site.replies['http://finance.sina.com.cn/china/doc-ia2.shtml'] = '<html><body><p>x</p></body></html>';
    const given = { feeds: ROLL, args: '--out\n_posts' };
    expect(await step('Fetch', given)).toMatchObject({ code: 1 });
    expect(readFileSync(output, 'utf8')).toBe('written=1\n');
    const { if: condition } = runs.steps.find(({ name }) => name === 'Commit') ?? {};
    expect(condition).toContain('!cancelled()');
    expect(await step('Commit', given)).toMatchObject({ code: 0 });
    expect(commits()[0]).toBe('New posts');
  });

  it('takes commits that others have pushed meanwhile', async () => {
    site.rows.push({ id: 'a1' });
    const other = join(site.cwd, 'other');
    execFileSync('git', ['clone', '--quiet', join(site.cwd, 'remote.git'), other], { stdio: 'pipe' });
    writeFileSync(join(other, 'page.md'), 'By hand\n');
    for (const args of [['add', '.'], ['-c', 'user.name=b', '-c', 'user.email=b@example.com', 'commit', '--quiet', '--message=By hand'], ['push', '--quiet']]) execFileSync('git', args, { cwd: other, stdio: 'pipe' });
    await step('Fetch', { feeds: ROLL, args: '--out\n_posts' });
    expect(await step('Commit')).toMatchObject({ code: 0 });
    expect(commits()).toEqual(['New posts', 'By hand', 'Begin']);
  });

  it('runs nothing that stands in a value', async () => {
    mkdirSync(join(repository, 'sub'));
    const evil = ['$(touch pwned)', '`touch pwned`', '; touch pwned', '"; touch pwned; "', '--on-finish=touch pwned', '*'];
    for (const word of evil) await step('Fetch', { feeds: word });
    for (const word of evil.filter((one) => !one.startsWith('--'))) await step('Fetch', { feeds: ROLL, args: `--category\n${word}\n--out\n_posts` });
    writeFileSync(join(repository, 'new.md'), 'new\n');
    expect(await step('Commit', { 'commit-message': '--amend $(touch pwned)' })).toMatchObject({ code: 0 });
    expect(commits()).toEqual(['--amend $(touch pwned)', 'Begin']);
    expect(readdirSync(repository)).not.toContain('pwned');
  });
});
