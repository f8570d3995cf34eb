import { once } from 'node:events';
import { mkdir, readFile, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { acquireLock } from '../../src/archive/lock.js';
import { like, linesUntil, lockPath, makeTempDir, start, useCompiled } from './support.js';

const compiled = useCompiled();
/** So many seconds later; an owner has a moment to show that it lives. */
const later = (seconds: number) => ({ now: () => Date.now() + seconds * 1000, watch: 50 });
const owner = { pid: process.pid, host: 'elsewhere.example', started: '2031-05-06T07:08:09.000Z', token: 'theirs' };
const locked = { code: 'output_locked' };

/** A lock that some other process has left, with its last heartbeat so many seconds ago. */
async function leaveLock(dir: string, text: string, age: number): Promise<void> {
  await mkdir(dirname(lockPath(dir)), { recursive: true });
  await writeFile(lockPath(dir), text);
  const beat = new Date(Date.now() - age * 1000);
  await utimes(lockPath(dir), beat, beat);
}

const HOLDER = `
  import { acquireLock } from 'built/archive/lock.js';
  const lock = await acquireLock(process.argv[1]);
  const alive = setInterval(() => {}, 1000);
  process.once('SIGTERM', () => lock.release().then(() => clearInterval(alive)));
  console.log('held');
`;

describe('the lock of an output folder', () => {
  it('is for one at a time, and free again after release', async () => {
    const dir = await makeTempDir();
    const lock = await acquireLock(dir);
    await expect(acquireLock(dir)).rejects.toMatchObject({
      ...locked,
      params: { dir, owner: like(new RegExp(`^process ${process.pid} on ${hostname()} since 2[0-9-]+T.*Z$`)) },
    });
    await lock.release();
    await lock.release();
    expect((await readdir(join(dir, '.news-scrape'))).sort()).toEqual(['.gitattributes', '.gitignore']);
    await (await acquireLock(dir)).release();
  });

  it('is kept out of git, together with temporary files, while the archive is not', async () => {
    const dir = await makeTempDir();
    await (await acquireLock(dir)).release();
    const file = join(dir, '.news-scrape', '.gitignore');
    expect(await readFile(file, 'utf8')).toBe('lock\nruns.jsonl\ntmp/\n*.damaged-*\n');
    await writeFile(file, 'changed by a person');
    await (await acquireLock(dir)).release();
    expect(await readFile(file, 'utf8')).toBe('changed by a person');
  });

  it('is respected by another process, until that one is killed', async () => {
    const dir = await makeTempDir();
    const child = start(compiled(), HOLDER, [dir]);
    await linesUntil(child, 'held');
    await expect(acquireLock(dir)).rejects.toMatchObject(locked);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await acquireLock(dir)).release();
  });

  it('is given back by another process', async () => {
    const dir = await makeTempDir();
    const child = start(compiled(), HOLDER, [dir]);
    await linesUntil(child, 'held');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect((await readdir(join(dir, '.news-scrape'))).sort()).toEqual(['.gitattributes', '.gitignore']);
  });

  it('is waited for no longer than the run goes on, also while its owner may show that it lives', async () => {
    const dir = await makeTempDir();
    await leaveLock(dir, JSON.stringify(owner), 60);
    const run = new AbortController();
    setTimeout(() => run.abort('SIGTERM'), 50);
    const before = performance.now();
    await expect(acquireLock(dir, { watch: 4000, signal: run.signal })).rejects.toMatchObject({ code: 'interrupted' });
    expect(performance.now() - before).toBeLessThan(3000);
  });

  it('does not keep a process alive', async () => {
    const dir = await makeTempDir();
    const script = `
      import { acquireLock } from 'built/archive/lock.js';
      await acquireLock(process.argv[1]);
    `;
    const child = start(compiled(), script, [dir]);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('fails with the words of the system where the folder cannot be written', async () => {
    const dir = await makeTempDir();
    await writeFile(join(dir, 'file'), '');
    await expect(acquireLock(join(dir, 'file'))).rejects.toMatchObject({
      code: 'output_unwritable',
      params: { path: join(dir, 'file', '.news-scrape'), detail: 'ENOTDIR: not a directory' },
    });
  });
});

describe('a lock that was left behind', () => {
  it.each([
    ['of a process on another host', JSON.stringify(owner)],
    ['of another boot or container of this host', JSON.stringify({ ...owner, host: hostname(), boot: 'another' })],
    ['that is empty', ''],
    ['that is damaged', '{"pid":"x"}'],
  ])('counts as held for 15 s, then is taken over: %s', async (_, text) => {
    const dir = await makeTempDir();
    await leaveLock(dir, text, 13);
    await expect(acquireLock(dir)).rejects.toMatchObject(locked);
    expect(await readFile(lockPath(dir), 'utf8')).toBe(text);
    await (await acquireLock(dir, later(3))).release();
    expect(await readdir(join(dir, '.news-scrape'))).toEqual([]);
  });

  it('is taken over at once only if its process has ended on this very system', async () => {
    const dir = await makeTempDir();
    const child = start(compiled(), HOLDER, [dir]);
    await linesUntil(child, 'held');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const dead = await readFile(lockPath(dir), 'utf8');
    const otherHost = dead.replace('"host":"', '"host":"not-');
    const otherBoot = dead.replace('"token"', '"boot":"another","token"');
    for (const text of [otherHost, otherBoot]) {
      await leaveLock(dir, text, 0);
      await expect(acquireLock(dir)).rejects.toMatchObject(locked);
    }
    await leaveLock(dir, dead, 0);
    await (await acquireLock(dir)).release();
    if (process.platform !== 'linux') return;
    const idInUse = dead.replace(/"pid":\d+/, `"pid":${process.pid}`);
    await leaveLock(dir, idInUse, 0);
    await (await acquireLock(dir)).release();
  });

  it.skipIf(process.platform !== 'linux')('is taken over at once from a process that has ended, though nobody has asked how', async () => {
    const dir = await makeTempDir();
    const child = start(compiled(), HOLDER, [dir], 'exec sh -c \'"$@" & exec sleep 60\' sh "$0" "$@"');
    await linesUntil(child, 'held');
    const { pid } = JSON.parse(await readFile(lockPath(dir), 'utf8')) as { pid: number };
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(async () => expect(await readFile(`/proc/${pid}/stat`, 'utf8')).toContain(') Z '));
    await (await acquireLock(dir)).release();
  });

  it.skipIf(process.platform !== 'linux')('stays with a suspended process of this system, however long', async () => {
    const dir = await makeTempDir();
    const child = start(compiled(), HOLDER, [dir]);
    await linesUntil(child, 'held');
    child.kill('SIGSTOP');
    await expect(acquireLock(dir, later(100_000))).rejects.toMatchObject(locked);
    child.kill('SIGCONT');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('stays with an owner whose clock is wrong, as long as it gives signs of life', async () => {
    const dir = await makeTempDir();
    await leaveLock(dir, JSON.stringify(owner), 3600);
    let age = 3600;
    const beat = setInterval(() => void utimes(lockPath(dir), new Date(), new Date(Date.now() - (age -= 0.05) * 1000)), 50);
    onTestFinished(() => clearInterval(beat));
    await expect(acquireLock(dir, { watch: 300 })).rejects.toMatchObject(locked);
    clearInterval(beat);
    await (await acquireLock(dir, { watch: 300 })).release();
  });

  it('is not held for ever by an owner that died while its clock was a day ahead', async () => {
    const dir = await makeTempDir();
    await leaveLock(dir, JSON.stringify(owner), -86_400);
    await (await acquireLock(dir, { watch: 300 })).release();
  });

  it('names its owner as far as it is known', async () => {
    const dir = await makeTempDir();
    await leaveLock(dir, JSON.stringify(owner), 0);
    await expect(acquireLock(dir)).rejects.toThrow(`process ${process.pid} on elsewhere.example since ${owner.started}`);
    await leaveLock(dir, '', 0);
    await expect(acquireLock(dir)).rejects.toThrow('a process that gave no name');
  });

  it('goes to one of many processes, never to two', async () => {
    const dirs = await Promise.all(Array.from({ length: 60 }, makeTempDir));
    await Promise.all(dirs.map((dir) => leaveLock(dir, JSON.stringify(owner), 60)));
    const script = `
      import { acquireLock } from 'built/archive/lock.js';
      const [, start, ...dirs] = process.argv;
      while (Date.now() < Number(start));
      for (const dir of dirs) {
        await acquireLock(dir, { watch: 5 }).then(() => console.log(dir), (error) => { if (error.code !== 'output_locked') throw error; });
      }
      console.log('end');
      setInterval(() => {}, 1000);
    `;
    const begin = String(Date.now() + 1500);
    const children = Array.from({ length: 5 }, () => start(compiled(), script, [begin, ...dirs]));
    const winners = (await Promise.all(children.map((child) => linesUntil(child, 'end')))).flat();
    expect(winners.sort()).toEqual(dirs.sort());
  }, 30_000);

  it('is not blocked by a process that died while it took the lock over', async () => {
    const dir = await makeTempDir();
    await leaveLock(dir, JSON.stringify(owner), 60);
    const { ino, mtimeMs } = await stat(lockPath(dir));
    const permit = join(dir, '.news-scrape', 'tmp', `lock-${ino}-${mtimeMs}`);
    await mkdir(dirname(permit));
    await writeFile(permit, '');
    await expect(acquireLock(dir, later(0))).rejects.toMatchObject(locked);
    await (await acquireLock(dir, later(20))).release();
  });
});

describe('a heartbeat', () => {
  it('keeps the lock fresh every two seconds', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const dir = await makeTempDir();
    let time = Date.now();
    const lock = await acquireLock(dir, { now: () => time });
    time += 60_000;
    vi.advanceTimersByTime(2000);
    await vi.waitFor(async () => expect(Math.round((await stat(lockPath(dir))).mtimeMs)).toBe(time));
    await expect(acquireLock(dir, { now: () => time })).rejects.toMatchObject(locked);
    await lock.release();
  });

  it('may be missing for minutes where the system cannot tell whether the process id is still the owner\'s', async () => {
    const dir = await makeTempDir();
    const held = await acquireLock(dir);
    const ofThisProcess = JSON.parse(await readFile(lockPath(dir), 'utf8')) as object;
    await held.release();
    await leaveLock(dir, JSON.stringify({ ...ofThisProcess, birth: undefined }), 500);
    await expect(acquireLock(dir, later(60))).rejects.toMatchObject(locked);
    await (await acquireLock(dir, later(200))).release();
  });

  it('of a process that lost its lock serves and removes nothing of the new owner', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const dir = await makeTempDir();
    let time = Date.now();
    const slow = await acquireLock(dir, { now: () => time });
    await slow.check();
    await leaveLock(dir, JSON.stringify(owner), 60);
    const fast = await acquireLock(dir, later(0));
    vi.advanceTimersByTime(2000);
    time += 2000;
    expect(await slow.isHeld()).toBe(false);
    await expect(slow.check()).rejects.toMatchObject({ code: 'output_lock_lost', params: { dir } });
    await slow.release();
    const text = await readFile(lockPath(dir), 'utf8');
    await expect(acquireLock(dir)).rejects.toMatchObject(locked);
    await fast.release();
    expect(text).toContain('token');
    expect(await readdir(join(dir, '.news-scrape'))).not.toContain('lock');
  });
});

describe('a process that waits for the lock', () => {
  it('gets it as soon as the owner gives it back, and says once whom it waits for', async () => {
    const dir = await makeTempDir();
    const child = start(compiled(), HOLDER, [dir]);
    await linesUntil(child, 'held');
    const told: string[] = [];
    setTimeout(() => child.kill('SIGTERM'), 700);
    const began = performance.now();
    const lock = await acquireLock(dir, { wait: 20_000, onWait: (owner) => told.push(owner) });
    expect(performance.now() - began).toBeGreaterThan(600);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(told).toEqual([like(new RegExp(`^process ${child.pid ?? ''} on`))]);
    await lock.release();
  });

  it('gives up in time', async () => {
    const dir = await makeTempDir();
    const lock = await acquireLock(dir);
    const began = performance.now();
    await expect(acquireLock(dir, { wait: 400 })).rejects.toMatchObject(locked);
    expect(performance.now() - began).toBeGreaterThan(390);
    await lock.release();
  });

  it('stops waiting when it is told to', async () => {
    const dir = await makeTempDir();
    const lock = await acquireLock(dir);
    const controller = new AbortController();
    setTimeout(() => controller.abort('SIGTERM'), 100);
    await expect(acquireLock(dir, { wait: 60_000, signal: controller.signal })).rejects.toMatchObject({ code: 'interrupted', params: { signal: 'SIGTERM' } });
    await lock.release();
  });
});
