import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { watchCommand } from '../../src/cli/commands/watch.js';
import { processIo } from '../../src/cli/io.js';
import { flagsOf } from '../../src/cli/options/flags.js';
import { createTerminal } from '../../src/cli/terminal.js';
import type { WatchOptions } from '../../src/cli/commands/watch.js';
import { emptyFolder } from '../support/cli.js';
import { commandNamed } from '../support/command.js';
import { financePage, rollAnswer } from '../support/pages.js';
import { ROLL } from '../support/site.js';
import { startWeb } from '../support/web.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes in use once all that nobody needs is gone. */
function inUse(): number {
  for (let pass = 0; pass < 3; pass += 1) collect();
  return process.memoryUsage().heapUsed;
}

/** The options of a command line, as the program reads them. */
function optionsOf(...args: string[]): WatchOptions {
  const command = commandNamed('watch');
  command.action(() => undefined).parse([ROLL, ...args], { from: 'user' });
  return { ...command.opts<WatchOptions>(), flags: flagsOf(command) };
}

it('a thousand rounds of watch hold no more memory, files or listeners than the first hundred', async () => {
  const dir = emptyFolder();
  let round = 0;
  const web = await startWeb((url) => (url.pathname === '/api/roll/get' ? rollAnswer([{ id: `n${Math.floor(round / 100)}` }]) : financePage({ title: `标题${url.pathname.slice(-9)}` })));
  Object.assign(process.env, web.env);
  const controller = new AbortController();
  const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
  const stderr = nowhere();
  const io = { ...processIo(controller.signal), stdout: nowhere(), stderr, terminal: createTerminal(stderr, {}) };
  const used = new Map<number, { heap: number; resources: number }>();
  let [wall, steady] = [Date.now(), 0];
  const clock = {
    wall: () => wall,
    steady: () => steady,
    sleep: (milliseconds: number): Promise<void> => {
      wall += milliseconds;
      steady += milliseconds;
      // Only at the end of a round.
      if (milliseconds < 10_000) return Promise.resolve();
      round += 1;
      if ([100, 500, 1000].includes(round)) used.set(round, { heap: inUse(), resources: process.getActiveResourcesInfo().length });
      if (round === 1000) controller.abort('SIGTERM');
      return Promise.resolve();
    },
  };
  const options = optionsOf('--every', '10s', '--out', join(dir, 'posts'), '--delay', '0', '--json', '--ignore-robots');
  await expect(watchCommand([ROLL], options, io, clock)).rejects.toMatchObject({ code: 'interrupted' });
  await web.close();
  expect(readdirSync(join(dir, 'posts')).filter((name) => name.endsWith('.md'))).toHaveLength(10);
  rmSync(dir, { recursive: true, force: true });
  const [first, last] = [used.get(100), used.get(1000)];
  expect((last?.heap ?? Infinity) - (first?.heap ?? 0)).toBeLessThan(2 * 1024 * 1024);
  expect(last?.resources ?? Infinity).toBeLessThanOrEqual((first?.resources ?? 0) + 2);
}, 240_000);
