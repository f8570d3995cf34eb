import { randomUUID } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { NewsScrapeError, isNewsScrapeError, systemCode } from '../errors.js';
import { makeFolder, makeStateFolder, statePaths, unwritable } from './folder.js';
import { bootName, describeOwner, isStale, sight, type Owner, type Sighting } from './lock-owner.js';

/** The right to write to an output folder. */
export interface Lock {
  /** Gives the right back; a lock that was taken over meanwhile is left to its new owner. */
  release(): Promise<void>;
}

/** What every step has to know: whose folder it is, who asks, and what time it is. */
interface Context {
  dir: string;
  boot: string | undefined;
  now: () => number;
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

/**
 * Takes the output folder `dir` for this process alone: `<dir>/.news-scrape/lock`. Lives only as long as the event loop
 * turns: a process that stands still for 15 s loses it.
 * @param options.now the clock, in milliseconds since 1970
 * @throws NewsScrapeError `output_locked` at once if another process has it, `output_unwritable`
 */
export async function acquireLock(dir: string, { now = Date.now }: { now?: () => number } = {}): Promise<Lock> {
  const { folder, lock } = statePaths(dir);
  try {
    await makeStateFolder(dir);
    const file = await take(lock, { dir, boot: await bootName(), now });
    const timer = setInterval(() => void beat(file.handle, new Date(now())), HEARTBEAT).unref();
    return {
      release: () => {
        clearInterval(timer);
        return remove(file);
      },
    };
  } catch (error) {
    throw isNewsScrapeError(error) ? error : unwritable(folder, error);
  }
}

/** Through the handle, not the path: a file that took our name must not live on by our heartbeat. */
const beat = (handle: FileHandle, time: Date): Promise<void> => handle.utimes(time, time).catch(() => undefined);

async function take(path: string, context: Context): Promise<LockFile> {
  let found: Sighting | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const file = await create(path, context);
    if (file) return file;
    found = await look(path);
    if (found && !isStale(found, context.boot, context.now())) break;
    if (found) await removeStale(path, found, context);
  }
  const owner = describeOwner(found ?? { owner: undefined, beat: context.now(), mark: '' });
  throw new NewsScrapeError('output_locked', { dir: context.dir, owner });
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

async function create(path: string, { boot, now }: Context): Promise<LockFile | undefined> {
  const token = randomUUID();
  const started = new Date(now()).toISOString();
  const owner: Owner = { pid: process.pid, host: hostname(), ...(boot === undefined ? {} : { boot }), started, token };
  await makeFolder(dirname(path));
  // ENOENT: the holder of the lock has just swept the folder of the permits away
  const handle = await openUnless(['EEXIST', 'ENOENT'], path, 'wx');
  try {
    await handle?.writeFile(JSON.stringify(owner));
  } catch (error) {
    await handle?.close();
    await rm(path, { force: true });
    throw error;
  }
  return handle && { path, token, handle };
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
