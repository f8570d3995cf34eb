// CPU time of whole processes, above that of Node doing nothing.
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { URL, fileURLToPath } from 'node:url';
import { median } from './measure.mjs';

const CLI = fileURLToPath(new URL('../../bin/news-scrape.js', import.meta.url));
const PAGE = fileURLToPath(new URL('../../fixtures/pages/finance--tables.html', import.meta.url));
const ROUNDS = 15;

/** Bash counts the CPU time of a command with all its threads; Node counts its own only. */
function cpuOf(args) {
  const script = 'TIMEFORMAT="%3U %3S"; time "$@" >/dev/null';
  const [user, system] = execFileSync('bash', ['-c', `{ ${script}; } 2>&1`, 'bash', process.execPath, ...args], { encoding: 'utf8' }).trim().split(/\s+/).slice(-2).map(Number);
  return 1000 * (user + system);
}

export function measureStartup() {
  const commands = { '--version': [CLI, '--version'], '--help': [CLI, '--help'], 'article FILE': [CLI, 'article', PAGE] };
  const above = new Map(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    const base = cpuOf(['-e', '0']);
    for (const [name, args] of Object.entries(commands)) above.get(name).push(cpuOf(args) - base);
  }
  return new Map(Array.from(above, ([name, values]) => [name, median(values)]));
}
