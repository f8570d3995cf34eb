import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendRun, readRuns, type RunLine } from '../../src/archive/run-history.js';
import { emptyFolder } from '../support/cli.js';

const run = (seconds: number): RunLine => ({ started: '2026-11-24T12:00:00.000Z', seconds, command: 'fetch', feeds: { 'sina/china': { written: 3 } }, failedFeeds: [] });

let dir: string;
beforeEach(() => {
  dir = emptyFolder();
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));
function makeArchive(): void {
  mkdirSync(join(dir, '.news-scrape'));
  writeFileSync(join(dir, '.news-scrape', 'archive.jsonl'), '');
}
const file = (): string => join(dir, '.news-scrape', 'runs.jsonl');

describe('the history of runs', () => {
  it('begins with the archive: a folder without one stays as it is', async () => {
    mkdirSync(join(dir, '.news-scrape'));
    await appendRun(dir, run(1));
    expect(readdirSync(join(dir, '.news-scrape'))).toEqual([]);
    expect(await readRuns(dir)).toEqual([]);
  });

  it('keeps runs in their order and passes over damaged lines', async () => {
    makeArchive();
    await appendRun(dir, run(1));
    writeFileSync(file(), `${readFileSync(file(), 'utf8')}{"started":"20\n[]\n{"started":"today","seconds":1,"command":"fetch","feeds":{},"failedFeeds":[]}\n`);
    await appendRun(dir, { ...run(2), stopped: true });
    expect(await readRuns(dir)).toEqual([run(1), { ...run(2), stopped: true }]);
  });

  it('lets the older half go when it has grown beyond a mebibyte', async () => {
    makeArchive();
    const line = (number: number): string => `${JSON.stringify(run(number))}\n`;
    const count = Math.ceil((1024 * 1024) / line(10_000).length);
    writeFileSync(file(), Array.from({ length: count }, (_, index) => line(10_000 + index)).join(''));
    await appendRun(dir, run(1));
    const kept = await readRuns(dir);
    expect(statSync(file()).size).toBeLessThan(600 * 1024);
    expect(kept.length).toBeGreaterThan(count / 2 - 2);
    expect(kept.at(-1)).toEqual(run(1));
  });
});
