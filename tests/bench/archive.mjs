// Loads an archive of many articles and prints one line of JSON with what that costs: milliseconds, megabytes, and
// microseconds for one lookup. Usage: node tests/bench/archive.mjs [articles]
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { URL, fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const dir = mkdtempSync(join(tmpdir(), 'news-scrape-bench-'));
process.on('exit', () => rmSync(dir, { recursive: true, force: true }));
const { openArchive, HEADER, formatRecord } = await loadSources();

async function loadSources() {
  const outfile = join(dir, 'archive.mjs');
  const contents = "export * from './archive.ts'; export * from './archive-lines.ts'; export * from './record.ts';";
  const resolveDir = fileURLToPath(new URL('../../src/archive', import.meta.url));
  await build({ stdin: { contents, resolveDir, loader: 'ts' }, bundle: true, format: 'esm', platform: 'node', outfile });
  return import(pathToFileURL(outfile).href);
}

const articles = Number(process.argv[2] ?? 1_000_000);
const idOf = (index) => `comos:n${((index * 2_654_435_761) % 2 ** 32).toString(36)}${index}`;

function recordOf(index) {
  const date = new Date(1.6e12 + index * 60_000).toISOString();
  const url = `https://finance.sina.com.cn/china/${date.slice(0, 10)}/doc-i${idOf(index).slice(6)}.shtml`;
  const title = `某港口第${index}号泊位今起启用，年吞吐能力再提高一成`;
  const names = { id: idOf(index), url, title, feed: 'sina/china', aliases: [url] };
  // One in twenty had no text, one in fifty could not be had.
  if (index % 20 === 7) return { ...names, status: 'skipped', reason: 'video_only', date };
  if (index % 50 === 9) return { ...names, status: 'failed', reason: 'timeout', date, attempts: 5 };
  const file = `${date.slice(0, 10)}-${title}.md`;
  const validators = { url, variant: '0f1e2d3c', etag: '"5f8a-1a2b3c"', lastModified: new Date(date).toUTCString() };
  const source = { updated: date, validators, readWith: '0123456789abcdef' };
  return { ...names, status: 'written', reason: 'new', date, file, hash: '0123456789abcdef', rule: 'sina-finance', source };
}

function makeArchive() {
  mkdirSync(join(dir, '.news-scrape'));
  const file = join(dir, '.news-scrape/archive.jsonl');
  const fd = openSync(file, 'w');
  let block = `${HEADER}\n`;
  for (let index = 0; index < articles; index += 1) {
    block += `${formatRecord(recordOf(index))}\n`;
    if (block.length < 1e6 && index < articles - 1) continue;
    writeSync(fd, block);
    block = '';
  }
  closeSync(fd);
  return file;
}

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const microsecondsEach = (count, lookUp) => (timed(() => { for (let index = 0; index < count; index += 1) lookUp(index); }) * 1000) / count;

const file = makeArchive();
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
