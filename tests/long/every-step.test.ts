import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOutputFolder } from '../../src/archive/output-folder.js';
import { isWritten, type ArchiveRecord } from '../../src/archive/record.js';
import { fileNameKey, uniqueFileName } from '../../src/post/file-name.js';
import { linesUntil, makeRecord, makeTempDir, start, useCompiled } from '../archive/support.js';

const compiled = useCompiled();
const NAMING = { unique: uniqueFileName, key: fileNameKey };
const OLD = 'as it was\n';

/** A post has a picture that all its forms share, and one of its own. */
const SHARED = Buffer.from('a picture');
const pathOf = (bytes: Buffer): string => `a/${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.png`;
const bytesOf = (document: string): Map<string, Buffer> => new Map([SHARED, Buffer.from(document)].map((bytes) => [pathOf(bytes), bytes]));
const recordOf = (document: string): ArchiveRecord => makeRecord('a', { pictures: [...bytesOf(document).keys()].map((file) => ({ from: 'https://e.com/', file })) });

/** Does one thing with a store, and is killed before its `last` step on the disk. */
const WRITER = `
  import fs from 'node:fs/promises';
  import { syncBuiltinESMExports } from 'node:module';
  import { openOutputFolder } from 'built/archive/output-folder.js';
  import { fileNameKey, uniqueFileName } from 'built/post/file-name.js';
  const [, dir, text, document, last, isPoor, shown] = process.argv;
  const pictures = new Map(JSON.parse(shown).map(([path, bytes]) => [path, Buffer.from(bytes)]));
  const store = await openOutputFolder(dir, { unique: uniqueFileName, key: fileNameKey });
  let steps = 0;
  const counted = (holder, name) => {
    const real = holder[name].bind(holder);
    holder[name] = (...args) => {
      if ((steps += 1) === Number(last)) process.kill(process.pid, 'SIGKILL');
      return name === 'open' ? real(...args).then(countedHandle) : real(...args);
    };
  };
  const countedHandle = (handle) => {
    for (const name of ['appendFile', 'truncate', 'sync']) counted(handle, name);
    return handle;
  };
  if (isPoor) fs.link = () => Promise.reject(Object.assign(new Error('no links'), { code: 'ENOTSUP' }));
  for (const name of ['open', 'writeFile', 'link', 'rename', 'rm', 'mkdir', 'rmdir']) counted(fs, name);
  syncBuiltinESMExports();
  const record = JSON.parse(text);
  const known = store.find(record.id, []);
  if (known) await store.rewrite({ ...known, ...record }, document, pictures);
  else await store.save(record, 'article.md', document, pictures);
  await store.close();
  console.log(steps);
`;

/** The child's number of steps; undefined if it was killed. */
async function write(dir: string, document: string, last: number, isPoor: boolean): Promise<number | undefined> {
  const pictures = JSON.stringify([...bytesOf(document)].map(([path, bytes]) => [path, bytes.toString()]));
  const child = start(compiled(), WRITER, [dir, JSON.stringify(recordOf(document)), document, String(last), isPoor ? 'poor' : '', pictures]);
  const exit = once(child, 'exit');
  const [steps] = await linesUntil(child);
  await exit;
  return steps === undefined ? undefined : Number(steps);
}

/** What the next run does: it writes the article unless it knows it; the document is another one by then. */
async function nextRun(dir: string): Promise<void> {
  const store = await openOutputFolder(dir, NAMING);
  const known = store.find('a', []);
  const document = 'as it is tomorrow\n';
  if (!known) await store.save(recordOf(document), 'article.md', document, bytesOf(document));
  else if (isWritten(known)) expect(await store.look(known)).toMatchObject({ state: 'intact' });
  await store.close();
}

async function inSteps(prepare: (dir: string) => Promise<void>, isPoor: boolean): Promise<{ steps: number; posts: string[] }> {
  const posts: string[] = [];
  for (let last = 1; ; last += 1) {
    const dir = await makeTempDir();
    await prepare(dir);
    const steps = await write(dir, 'as it is today\n', last, isPoor);
    await nextRun(dir);
    expect((await readdir(dir)).sort()).toEqual(['.news-scrape', 'article.md', 'images']);
    expect((await readdir(join(dir, '.news-scrape'))).sort()).toEqual(['.gitattributes', '.gitignore', 'archive.jsonl']);
    const store = await openOutputFolder(dir, NAMING);
    expect([...store.records()]).toMatchObject([{ id: 'a', file: 'article.md', status: 'written' }]);
    await store.close();
    const post = await readFile(join(dir, 'article.md'), 'utf8');
    const pictures = await readdir(join(dir, 'images/a'));
    expect(pictures.map((name) => `a/${name}`).sort(), `step ${last}: ${post}`).toEqual([...bytesOf(post).keys()].sort());
    posts.push(post);
    await rm(dir, { recursive: true });
    if (steps !== undefined) return { steps, posts };
  }
}

describe.skipIf(process.platform === 'win32')('killed before any of its steps on the disk, and run again', () => {
  it.each([['with hard links', false], ['without', true]])('a run has written a new post once and whole with its pictures, on a file system %s', async (_, isPoor) => {
    const { steps, posts } = await inSteps(() => Promise.resolve(), isPoor);
    expect(steps).toBeGreaterThan(10);
    expect(new Set(posts)).toEqual(new Set(['as it is tomorrow\n', 'as it is today\n']));
  }, 120_000);

  it('a run has changed a post wholly with its pictures or not at all, and never takes its own change for that of a person', async () => {
    const prepare = async (dir: string): Promise<void> => {
      const store = await openOutputFolder(dir, NAMING);
      await store.save(recordOf(OLD), 'article.md', OLD, bytesOf(OLD));
      await store.close();
    };
    const { posts } = await inSteps(prepare, false);
    expect(new Set(posts)).toEqual(new Set([OLD, 'as it is today\n']));
  }, 120_000);
});
