import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CLI } from '../support/cli.js';

/**
 * Runs the built program and kills it after a random while.
 * @returns false if it had come to its end before
 */
export async function killAtRandom(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
  const exit = once(child, 'close');
  // Most kills fall into the time in which posts are written, some before it.
  const timer = setTimeout(() => child.kill('SIGKILL'), 150 + Math.random() * 450);
  child.stdout.resume();
  const [code] = (await exit) as [number | null];
  clearTimeout(timer);
  return code === null;
}
