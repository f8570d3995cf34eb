import { readFile, readlink, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import { en } from '../messages/en.js';

/** What a lock file says of the process that made it. */
export interface Owner {
  pid: number;
  host: string;
  /** Tells apart the boots and the containers of a host, where the system has a name for them. */
  boot?: string;
  /** ISO 8601 instant in UTC. */
  started: string;
  /** Unique for every lock ever made. */
  token: string;
}

/** A lock file as it was found. */
export interface Sighting {
  /** Undefined for a file that is still empty, or damaged. */
  owner: Owner | undefined;
  /** Last heartbeat, in milliseconds since 1970. */
  beat: number;
  /** Equal for two looks at the same file if its owner gave no sign of life in between. */
  mark: string;
}

/** Milliseconds without a heartbeat after which a lock belongs to nobody, whatever stands in it. */
const STALE_AFTER = 15_000;

/**
 * The same for a process that still runs here: it may only be suspended, and would go on writing. Not for ever, because
 * another process may have got its id.
 */
const SUSPENDED_UP_TO = 10 * 60_000;

/** Reads a lock file; all of it through one handle, for another file can take its name at any moment. */
export async function sight(handle: FileHandle): Promise<Sighting> {
  const { ino, mtimeMs } = await handle.stat();
  return { owner: parseOwner(await handle.readFile('utf8')), beat: mtimeMs, mark: `${ino}-${mtimeMs}` };
}

/** True if the owner is gone: no heartbeat for too long, or a process of this very system that does not run any more. */
export function isStale({ owner, beat }: Sighting, boot: string | undefined, now: number): boolean {
  const isOurs = owner?.host === hostname() && owner.boot === boot;
  if (isOurs && !isAlive(owner.pid)) return true;
  return now - beat > (isOurs ? SUSPENDED_UP_TO : STALE_AFTER);
}

/** The owner in words. */
export function describeOwner({ owner, beat }: Sighting): string {
  if (!owner) return en.archive.ownerUnknown(new Date(beat).toISOString());
  return en.archive.owner(owner.pid, owner.host, owner.started);
}

/**
 * The running system's name: on Linux the id of its boot, with the namespace in which process ids count, because
 * containers share the boot and may share the host name; undefined elsewhere.
 */
export async function bootName(): Promise<string | undefined> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.trim()} ${await readlink('/proc/self/ns/pid')}`;
  } catch {
    return undefined;
  }
}

function parseOwner(text: string): Owner | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isOwner(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isOwner(value: unknown): value is Owner {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, host, boot, started, token }: { [Name in keyof Owner]?: unknown } = value;
  const texts = boot === undefined ? [host, started, token] : [host, boot, started, token];
  return Number.isSafeInteger(pid) && Number(pid) > 0 && texts.every((text) => typeof text === 'string');
}

/** Signal 0 only asks; EPERM says that the process is there but not ours. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
