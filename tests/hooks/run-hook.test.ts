import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runHook, type HookCall } from '../../src/hooks/run-hook.js';
import { emptyFolder } from '../support/cli.js';

let dir: string;
beforeEach(() => {
  dir = emptyFolder();
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const node = (script: string, ...args: string[]): string[] => [process.execPath, '-e', script, ...args];
const call = (command: readonly string[], given: Partial<HookCall> = {}): Promise<string | undefined> =>
  runHook(command, { input: 'the input', limit: 20_000, signal: new AbortController().signal, ...given });
const SLEEP = 'setTimeout(() => undefined, 30_000)';

/** A process that has ended and that nobody has asked about yet is none that runs. */
function isRunning(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

describe('a hook', () => {
  it('gets its arguments as they are, and its input', async () => {
    const file = join(dir, 'seen');
    const script = 'const fs = require("fs"); fs.writeFileSync(process.argv[1], JSON.stringify([process.argv.slice(2), fs.readFileSync(0, "utf8"), process.cwd()]))';
    expect(await call(node(script, file, '$HOME', '*', 'a b', '; exit 3'))).toBeUndefined();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([['$HOME', '*', 'a b', '; exit 3'], 'the input', process.cwd()]);
  });

  it('needs not read its input, however much there is', async () => {
    expect(await call(node('process.exit(0)'), { input: 'x'.repeat(5_000_000) })).toBeUndefined();
  });

  it('that fails is told with its code, its signal, or why it did not start', async () => {
    expect(await call(node('process.exit(3)'))).toBe('ended with code 3');
    expect(await call(node('process.kill(process.pid, "SIGKILL")'))).toBe('ended by SIGKILL');
    expect(await call([join(dir, 'missing')])).toMatch(/^cannot be started \(.*ENOENT/);
    expect(await call([process.execPath, 'x'.repeat(8_000_000)])).toMatch(/^cannot be started \(.*E2BIG/);
    expect(await call([process.execPath, 'a\0b'])).toMatch(/^cannot be started \(.*null bytes/);
  });

  it('that takes too long is ended', async () => {
    expect(await call(node(SLEEP), { limit: 300 })).toBe('took longer than 0.3 s and was ended');
  });

  it('that takes too long and does not listen is ended too', async () => {
    const start = performance.now();
    expect(await call(node(`process.on("SIGTERM", () => undefined); ${SLEEP}`), { limit: 1500 })).toBe('took longer than 1.5 s and was ended');
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it('that takes too long is ended with all that it has started', async () => {
    const file = join(dir, 'pid');
    const script = `const { spawn } = require("child_process"); require("fs").writeFileSync(process.argv[1], String(spawn(process.execPath, ["-e", ${JSON.stringify(SLEEP)}]).pid)); ${SLEEP}`;
    expect(await call(node(script, file), { limit: 2000 })).toBe('took longer than 2 s and was ended');
    const pid = Number(readFileSync(file, 'utf8'));
    await expect.poll(() => isRunning(pid), { timeout: 5000 }).toBe(false);
  });

  it('has a while to end once the run shall end', async () => {
    const controller = new AbortController();
    const quick = call(node('setTimeout(() => process.exit(0), 500)'), { grace: 15_000, signal: controller.signal });
    const slow = call(node(SLEEP), { grace: 300, signal: controller.signal });
    controller.abort('SIGTERM');
    expect(await Promise.all([quick, slow])).toEqual([undefined, 'ended by SIGTERM']);
  });
});
