import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { cronLine, systemdUnits, workflowText, type Program } from '../../src/init/schedules.js';
import { emptyFolder } from '../support/cli.js';

const program: Program = { node: process.execPath, script: '/opt/news-scrape/bin/news-scrape.js', version: '1.2.3' };

describe('the line for cron', () => {
  it.each(['blog', "a b'c", '百分之5%', '$HOME', 'a;b&c'])('runs the program in the folder %j', (name) => {
    const root = emptyFolder();
    const folder = join(root, name);
    mkdirSync(folder);
    writeFileSync(join(folder, 'script.js'), 'console.log(process.cwd(), ...process.argv.slice(2))');
    const line = cronLine(folder, { ...program, script: join(folder, 'script.js') });
    // As cron does: five fields, then a command in which only an escaped percent sign is one.
    const [, command = ''] = /^17 \* \* \* \* {2}(.*)$/.exec(line) ?? [];
    expect(command).not.toMatch(/(?<!\\)%/);
    const { stdout } = spawnSync('sh', ['-c', command.replaceAll(String.raw`\%`, '%')], { encoding: 'utf8', env: {} });
    expect(stdout).toBe(`${folder} fetch --quiet\n`);
    rmSync(root, { recursive: true, force: true });
  });
});

describe('the units of systemd', () => {
  it('run the program once an hour, also after the machine was off', () => {
    const { 'news-scrape.service': service, 'news-scrape.timer': timer } = systemdUnits('/home/a b/50%', { ...program, node: '/opt/no de/$node' });
    expect(service).toContain('\nWorkingDirectory=/home/a b/50%%\nExecStart="/opt/no de/$$node" /opt/news-scrape/bin/news-scrape.js fetch --quiet\n');
    expect(timer).toContain('\nOnCalendar=*:17\n');
    expect(timer).toContain('\nPersistent=true\n');
  });

  it.skipIf(spawnSync('systemd-analyze', ['--version']).status !== 0)('are what systemd accepts (skipped where it is not installed)', () => {
    const dir = emptyFolder();
    const units = systemdUnits(dir, { ...program, script: '/bin/true' });
    for (const [name, text] of Object.entries(units)) writeFileSync(join(dir, name), text);
    expect(spawnSync('systemd-analyze', ['verify', '--man=no', ...Object.keys(units).map((name) => join(dir, name))], { encoding: 'utf8' })).toMatchObject({ status: 0 });
    rmSync(dir, { recursive: true, force: true });
  });
});

describe('the workflow', () => {
  interface Workflow {
    on: { schedule: { cron: string }[] };
    permissions: object;
    jobs: { fetch: { defaults?: { run: object }; steps: { run?: string }[] } };
  }
  const read = (folder: string): Workflow => parse(workflowText(folder, program)) as Workflow;

  it('runs this version every hour in the folder of the configuration, and may write', () => {
    const { on, permissions, jobs } = read('sites/blog');
    expect(on.schedule).toEqual([{ cron: '17 * * * *' }]);
    expect(permissions).toEqual({ contents: 'write' });
    expect(jobs.fetch.defaults).toEqual({ run: { 'working-directory': 'sites/blog' } });
    expect(read('').jobs.fetch.defaults).toBeUndefined();
  });

  it.each([[0, true], [1, true], [1, false]])('commits and pushes new posts after a run that ended with %i, then ends like it', (code, hasPosts) => {
    const root = emptyFolder();
    const sh = (command: string): string => spawnSync('sh', ['-ec', command], { cwd: root, encoding: 'utf8', env: { ...process.env, PATH: `${root}/bin:${process.env.PATH ?? ''}` } }).stdout;
    sh('git init -q --bare origin.git; git clone -q origin.git work 2>/dev/null; cd work; git -c user.name=a -c user.email=a@b.example commit -q --allow-empty -m first; git push -q origin HEAD');
    mkdirSync(join(root, 'bin'));
    writeFileSync(join(root, 'bin/npx'), `#!/bin/sh\necho "$@" >../call\n${hasPosts ? 'echo post >post.md' : ''}\nexit ${code}\n`, { mode: 0o755 });
    const script = read('').jobs.fetch.steps.at(-1)?.run ?? '';
    // GitHub runs it with `bash -e`.
    const { status } = spawnSync('bash', ['-ec', script], { cwd: join(root, 'work'), env: { ...process.env, PATH: `${root}/bin:${process.env.PATH ?? ''}` } });
    expect(status).toBe(code);
    expect(sh('cat call')).toBe('--yes news-scrape@1.2.3 fetch --quiet\n');
    expect(sh('git -C origin.git log --format=%s')).toBe(hasPosts ? 'New posts\nfirst\n' : 'first\n');
    rmSync(root, { recursive: true, force: true });
  });
});
