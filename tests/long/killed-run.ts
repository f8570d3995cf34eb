import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CLI } from '../support/cli.js';

/**
 * Runs the built program and kills it after a random while.
 * @param sign from which on the time counts, and then little of it; without one it counts from the start
 * @returns false if it had come to its end before
 */
export async function killAtRandom(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv, sign?: Promise<void>): Promise<boolean> {
  const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
  const exit = once(child, 'close');
  // Most kills fall into the time in which posts are written, some before it.
  const killAfter = (wait: number): unknown => setTimeout(() => child.kill('SIGKILL'), wait).unref();
  if (sign) void sign.then(() => killAfter(Math.random() * 60));
  else killAfter(150 + Math.random() * 450);
  child.stdout.resume();
  const [code] = (await exit) as [number | null];
  return code === null;
}
