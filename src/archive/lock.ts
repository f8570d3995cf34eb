import { randomUUID } from 'node:crypto';
import { link, open, readFile, rm, rmdir, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { NewsScrapeError, isNewsScrapeError, systemCode } from '../errors.js';
import { UNSUPPORTED } from './atomic.js';
import { makeFolder, makeStateFolder, statePaths } from './folder.js';
import { unwritable } from './unwritable.js';
import { stopIfInterrupted } from '../interrupt.js';
import { conditionOf, describeOwner, sight, thisProcess, type Sighting } from './lock-owner.js';

/** The right to write to an output folder. */
export interface Lock {
  /** False for a process that stood still (a suspended machine, a paused container) and lost its lock to another one. */
  isHeld(): Promise<boolean>;
  /**
   * For the time before each write; costs next to nothing.
   * @throws NewsScrapeError `output_lock_lost`
   */
  check(): Promise<void>;
  /** Gives the right back; a lock that was taken over meanwhile is left to its new owner. */
  release(): Promise<void>;
}

export interface LockOptions {
  /** Milliseconds to wait for another process to give the lock back; default 0. */
  wait?: number | undefined;
  /** Called once when it comes to waiting, with the owner in words. */
  onWait?: ((owner: string) => void) | undefined;
  /** Ends the waiting. */
  signal?: AbortSignal | undefined;
  /** The clock, in milliseconds since 1970. */
  now?: (() => number) | undefined;
  /** Milliseconds in which an owner that seems to be gone may show that only its clock is wrong. */
  watch?: number | undefined;
}

/** What every step has to know. */
interface Context {
  dir: string;
  now: () => number;
  watch: number;
  signal: AbortSignal | undefined;
}

interface LockFile {
  path: string;
  token: string;
  handle: FileHandle;
}

/** Milliseconds; seven beats may fail before others take the lock for abandoned. */
const HEARTBEAT = 2_000;
/** A name that is taken and gone again more often than this is in other hands. */
const ATTEMPTS = 10;
/** What systems say of a name that is taken, or whose folder the holder of the lock has just swept away. */
const TAKEN = ['EEXIST', 'ENOENT'];
/** Milliseconds between two tries of a process that waits. */
const POLL = 250;

/**
 * Takes the output folder `dir` for this process alone: `<dir>/.news-scrape/lock`. Lives only as long as the event loop
 * turns: a process of another system that stands still for 20 s loses it.
 * @throws NewsScrapeError `output_locked` if another process has it and keeps it, `output_unwritable`, `interrupted`
 */
export async function acquireLock(dir: string, options: LockOptions = {}): Promise<Lock> {
  const { now = Date.now, watch = 2.5 * HEARTBEAT, signal } = options;
  const { folder, lock, tmp } = statePaths(dir);
  try {
    await makeStateFolder(dir);
    const file = await takeInTime(lock, { dir, now, watch, signal }, options);
    // Others who wait may have something in it.
    await rmdir(tmp).catch(() => undefined);
    return hold(file, { dir, now });
  } catch (error) {
    stopIfInterrupted(signal);
    throw isNewsScrapeError(error) ? error : unwritable(folder, error);
  }
}

function hold(file: LockFile, { dir, now }: Pick<Context, 'dir' | 'now'>): Lock {
  let seen = now();
  const timer = setInterval(() => void beat(file.handle, new Date(now())), HEARTBEAT).unref();
  const isHeld = async (): Promise<boolean> => (await look(file.path))?.owner?.token === file.token;
  return {
    isHeld,
    check: async () => {
      // Nobody takes over a lock that was seen a moment ago. The clock that nobody sets stands still while a machine sleeps.
      if (Math.abs(now() - seen) < HEARTBEAT) return;
      if (!(await isHeld())) throw new NewsScrapeError('output_lock_lost', { dir });
      seen = now();
    },
    release: () => {
      clearInterval(timer);
      return remove(file);
    },
  };
}

/** Through the handle, not the path: a file that took our name must not live on by our heartbeat. */
const beat = (handle: FileHandle, time: Date): Promise<void> => handle.utimes(time, time).catch(() => undefined);

async function takeInTime(path: string, context: Context, { wait = 0, onWait, signal }: LockOptions): Promise<LockFile> {
  const end = performance.now() + wait;
  let tell = onWait;
  for (;;) {
    try {
      return await take(path, context);
    } catch (error) {
      const left = end - performance.now();
      if (!isNewsScrapeError(error, 'output_locked') || left <= 0) throw error;
      tell?.(error.params.owner);
      tell = undefined;
      await sleep(Math.min(POLL, left), undefined, { signal });
    }
  }
}

async function take(path: string, context: Context): Promise<LockFile> {
  let found: Sighting | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    found = await look(path);
    const file = found ? undefined : await create(path, context);
    if (file) return file;
    if (found && !(await isAbandoned(path, found, context))) break;
    if (found) await removeStale(path, found, context);
  }
  const owner = describeOwner(found ?? { owner: undefined, beat: context.now(), mark: '' });
  throw new NewsScrapeError('output_locked', { dir: context.dir, owner });
}

async function isAbandoned(path: string, found: Sighting, { now, watch, signal }: Context): Promise<boolean> {
  const condition = await conditionOf(found, now());
  if (condition !== 'silent') return condition === 'dead';
  await sleep(watch, undefined, { signal });
  const again = await look(path);
  return again === undefined || again.mark === found.mark;
}

/**
 * Two processes may find the same dead lock, and the slower one must not remove what the faster one has put in its
 * place. So nobody removes a file without holding a second lock named after it, which only one process can get.
 */
async function removeStale(path: string, stale: Sighting, context: Context): Promise<void> {
  const permit = await take(join(statePaths(context.dir).tmp, `lock-${stale.mark}`), context);
  try {
    const found = await look(path);
    if (found?.mark === stale.mark) await rm(path, { force: true });
  } finally {
    await remove(permit);
  }
}

/**
 * A file gets its name only when it says whose it is, so that a process that is killed while it takes the lock leaves
 * none without an owner.
 * @returns undefined if the name is taken
 */
async function create(path: string, { dir, now }: Context): Promise<LockFile | undefined> {
  const owner = await thisProcess(now());
  const { tmp } = statePaths(dir);
  const temporary = join(tmp, randomUUID());
  await makeFolder(tmp);
  // ENOENT: the holder of the lock has just swept the folder away
  const handle = await openUnless(['ENOENT'], temporary, 'wx');
  if (!handle) return undefined;
  let named: FileHandle | undefined;
  try {
    await handle.writeFile(JSON.stringify(owner));
    named = await giveName(temporary, path, handle);
  } finally {
    if (named !== handle) await handle.close();
    await rm(temporary, { force: true });
  }
  return named && { path, token: owner.token, handle: named };
}

/** @returns what the name leads to now, undefined if it was taken */
async function giveName(temporary: string, path: string, handle: FileHandle): Promise<FileHandle | undefined> {
  try {
    await link(temporary, path);
    return handle;
  } catch (error) {
    const code = systemCode(error) ?? '';
    if (TAKEN.includes(code)) return undefined;
    if (!UNSUPPORTED.has(code)) throw error;
    // Without hard links nothing but the making of a file is for one alone.
    const bare = await openUnless(TAKEN, path, 'wx');
    await bare?.writeFile(await readFile(temporary));
    return bare;
  }
}

async function remove({ path, token, handle }: LockFile): Promise<void> {
  await handle.close();
  const found = await look(path);
  if (found?.owner?.token === token) await rm(path, { force: true });
}

async function look(path: string): Promise<Sighting | undefined> {
  const handle = await openUnless(['ENOENT'], path, 'r');
  try {
    return handle && (await sight(handle));
  } finally {
    await handle?.close();
  }
}

async function openUnless(codes: string[], path: string, flag: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, flag);
  } catch (error) {
    if (codes.includes(systemCode(error) ?? '')) return undefined;
    throw error;
  }
}
