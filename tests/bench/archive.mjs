// Loads an archive of many articles and prints one line of JSON with what that costs: milliseconds, megabytes, and
// microseconds for one lookup. Usage: node tests/bench/archive.mjs [articles], after npm run build.
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { openArchive } from '../../dist/archive/archive.js';
import { HEADER } from '../../dist/archive/archive-lines.js';
import { formatRecord } from '../../dist/archive/record.js';

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
  const source = { updated: date, etag: '"5f8a-1a2b3c"', modified: new Date(date).toUTCString() };
  return { ...names, status: 'written', reason: 'new', date, file, hash: '0123456789abcdef', rule: 'sina-finance', source };
}

function makeArchive(dir) {
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
const rounded = (number) => Math.round(number * 10) / 10;

const dir = mkdtempSync(join(tmpdir(), 'news-scrape-bench-'));
try {
  const file = makeArchive(dir);
  let archive;
  const load = timed(() => (archive = openArchive(dir)));
  const peak = process.resourceUsage().maxRSS / 1024;
  const unknown = microsecondsEach(100_000, (index) => archive.find(`comos:unknown${index}`, []));
  const known = microsecondsEach(10_000, (index) => archive.find(idOf((index * 7919) % articles), []));
  archive.close();
  // The floor: what the lines cost that a parser reads, with no check and no index, at the rate of a sample.
  const sample = readFileSync(file).subarray(0, 20e6).toString().split('\n').slice(1, -1);
  const parse = (timed(() => sample.forEach((line) => JSON.parse(line))) * articles) / sample.length;
  const result = { articles, megabytes: rounded(statSync(file).size / 2 ** 20), load: rounded(load), peak: rounded(peak), unknown: rounded(unknown), known: rounded(known), parse: rounded(parse) };
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
