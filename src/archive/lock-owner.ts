import { randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import { messages } from '../messages/messages.js';
import { bootName, lifeOf } from './process-life.js';

/** What a lock file says of the process that made it. */
export interface Owner {
  pid: number;
  host: string;
  /** Tells apart the boots and the containers of a host, where the system has a name for them. */
  boot?: string;
  /** Tells the process from others that had or will have its id, where the system knows. */
  birth?: string;
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

/**
 * `held`: its owner may be at work. `silent`: no heartbeat for too long by our clock, which need not be its owner's.
 * `dead`: its owner is certainly gone.
 */
export type Condition = 'held' | 'silent' | 'dead';

/** Milliseconds without a heartbeat after which a lock seems to belong to nobody, whatever stands in it. */
const SILENT_AFTER = 15_000;

/**
 * The same for a process id that is in use here, where the system cannot say by which process: the owner may only be
 * suspended, and would go on writing.
 */
const SUSPENDED_UP_TO = 10 * 60_000;

/** A new owner: this process. */
export async function thisProcess(now: number): Promise<Owner> {
  const [boot, life] = await Promise.all([bootName(), lifeOf(process.pid)]);
  return {
    pid: process.pid,
    host: hostname(),
    ...(boot !== undefined && { boot }),
    ...(typeof life === 'object' && life),
    started: new Date(now).toISOString(),
    token: randomUUID(),
  };
}

/** Reads a lock file; all of it through one handle, for another file can take its name at any moment. */
export async function sight(handle: FileHandle): Promise<Sighting> {
  const { ino, mtimeMs } = await handle.stat();
  return { owner: parseOwner(await handle.readFile('utf8')), beat: mtimeMs, mark: `${ino}-${mtimeMs}` };
}

export async function conditionOf({ owner, beat }: Sighting, now: number): Promise<Condition> {
  // One from the future was beaten by a clock that was wrong then, or is now: it proves no more than one that is long past.
  const age = Math.abs(now - beat);
  // Process ids mean nothing on another host, after another boot, in another container.
  if (owner?.host !== hostname() || owner.boot !== (await bootName())) return age > SILENT_AFTER ? 'silent' : 'held';
  const life = await lifeOf(owner.pid);
  if (life === 'dead') return 'dead';
  if (life === 'unknown' || owner.birth === undefined) return age > SUSPENDED_UP_TO ? 'silent' : 'held';
  return life.birth === owner.birth ? 'held' : 'dead';
}

/** The owner in words. */
export function describeOwner({ owner, beat }: Sighting): string {
  if (!owner) return messages.archive.ownerUnknown(new Date(beat).toISOString());
  return messages.archive.owner(owner.pid, owner.host, owner.started);
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
  const { pid, host, boot = '', birth = '', started, token }: { [Name in keyof Owner]?: unknown } = value;
  return Number.isSafeInteger(pid) && Number(pid) > 0 && [host, boot, birth, started, token].every((text) => typeof text === 'string');
}
