import { spawn, type ChildProcess } from 'node:child_process';
import { systemCode, systemDetail } from '../errors.js';
import { messages } from '../messages/messages.js';

/** What a hook is given, and how long it may take. */
export interface HookCall {
  /** Its standard input. */
  input: string;
  /** Milliseconds that it may take. */
  limit: number;
  /** Milliseconds that are left to it once the run shall end. */
  grace?: number;
  /** Ends the run. */
  signal: AbortSignal;
}

const HAS_GROUPS = process.platform !== 'win32';
const GRACE = 5_000;
/** Milliseconds between asking a process to end and ending it. */
const LAST_WAIT = 2_000;

/**
 * Runs a command of the user's, program and arguments, without a shell. It runs in the folder of this process, and all
 * that it prints goes to standard error.
 * @returns what went wrong, undefined if nothing did
 */
export async function runHook(command: readonly string[], call: HookCall): Promise<string | undefined> {
  const child = start(command);
  return child instanceof Error ? messages.hooks.notStarted(systemDetail(child)) : outcomeOf(child, call);
}

/** Starts it in a group of its own, so that what a script has started ends with it. */
function start([program = '', ...args]: readonly string[]): ChildProcess | Error {
  try {
    return spawn(program, args, { stdio: ['pipe', 2, 2], detached: HAS_GROUPS });
  } catch (error) {
    // Most failures come as events; that a command is too long, or has a zero in it, Node throws at once.
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function outcomeOf(child: ChildProcess, { input, limit, grace = GRACE, signal }: HookCall): Promise<string | undefined> {
  const ending = new Promise<string | undefined>((resolve) => {
    child.once('error', (error) => resolve(messages.hooks.notStarted(systemDetail(error))));
    child.once('exit', (code, by) => resolve(code === 0 ? undefined : code === null ? messages.hooks.killed(String(by)) : messages.hooks.exited(code)));
  });
  // One that does not read is as good as one that does.
  child.stdin?.on('error', () => undefined).end(input);
  const late = endAfter(child, limit);
  let hurry: (() => void) | undefined;
  const onAbort = (): void => {
    hurry = endAfter(child, grace);
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  try {
    const failure = await ending;
    return failure !== undefined && late.isOver() ? messages.hooks.tooLong(limit / 1000) : failure;
  } finally {
    signal.removeEventListener('abort', onAbort);
    late();
    hurry?.();
  }
}

/** Asks the process to end after so many milliseconds, and ends it if it does not; the answer takes that back. */
function endAfter(child: ChildProcess, wait: number): (() => void) & { isOver: () => boolean } {
  let isOver = false;
  const ask = setTimeout(() => {
    isOver = true;
    send(child, 'SIGTERM');
  }, wait);
  const end = setTimeout(() => send(child, 'SIGKILL'), wait + LAST_WAIT);
  const takeBack = (): void => {
    clearTimeout(ask);
    clearTimeout(end);
  };
  return Object.assign(takeBack, { isOver: () => isOver });
}

/** Sends a signal to the process and to all that it has started. */
function send(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  if (!HAS_GROUPS) {
    child.kill(signal);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // All of them may have ended by now, or have become those of another user.
    if (!['ESRCH', 'EPERM'].includes(systemCode(error) ?? '')) throw error;
  }
}
