// Writes an archive of any number of articles as the program would have left it.
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { URL, fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const own = mkdtempSync(join(tmpdir(), 'news-scrape-bench-'));
process.on('exit', () => rmSync(own, { recursive: true, force: true }));
export const { openArchive, HEADER, formatRecord } = await loadSources();

async function loadSources() {
  const outfile = join(own, 'archive.mjs');
  const contents = "export * from './archive.ts'; export * from './archive-lines.ts'; export * from './record.ts';";
  const resolveDir = fileURLToPath(new URL('../../src/archive', import.meta.url));
  await build({ stdin: { contents, resolveDir, loader: 'ts' }, bundle: true, format: 'esm', platform: 'node', outfile });
  return import(pathToFileURL(outfile).href);
}

export const idOf = (index) => `comos:n${((index * 2_654_435_761) % 2 ** 32).toString(36)}${index}`;

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

/** @returns the file, in a folder of posts */
export function writeArchive(dir, articles) {
  mkdirSync(join(dir, '.news-scrape'), { recursive: true });
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
