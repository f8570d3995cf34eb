// Loads an archive of many articles and prints one line of JSON with what that costs: milliseconds, megabytes, and
// microseconds for one lookup. Usage: node tests/bench/archive.mjs [articles]
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { idOf, openArchive, writeArchive } from './records.mjs';

const articles = Number(process.argv[2] ?? 1_000_000);
const dir = mkdtempSync(join(tmpdir(), 'news-scrape-bench-'));
process.on('exit', () => rmSync(dir, { recursive: true, force: true }));

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const microsecondsEach = (count, lookUp) => (timed(() => { for (let index = 0; index < count; index += 1) lookUp(index); }) * 1000) / count;

const file = writeArchive(dir, articles);
let archive;
const { user } = process.cpuUsage();
const load = timed(() => (archive = openArchive(dir)));
const cpu = (process.cpuUsage().user - user) / 1000;
const peak = process.resourceUsage().maxRSS / 1024;
const unknown = microsecondsEach(100_000, (index) => archive.find(`comos:unknown${index}`, []));
const known = microsecondsEach(10_000, (index) => archive.find(idOf((index * 7919) % articles), []));
archive.close();
// The floor: what a parser takes for the lines alone, with no check and no index, at the rate of a sample.
const sample = readFileSync(file).subarray(0, 20e6).toString().split('\n').slice(1, -1);
const parse = (timed(() => sample.forEach((line) => JSON.parse(line))) * articles) / sample.length;
const numbers = { articles, megabytes: statSync(file).size / 2 ** 20, load, cpu, peak, unknown, known, parse };
process.stdout.write(`${JSON.stringify(numbers, (_, value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value))}\n`);
