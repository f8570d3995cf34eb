import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sweepTemporary, writeFileAtomic } from '../../src/archive/atomic.js';
import { makeTempDir } from './support.js';

async function makeFolder(): Promise<{ dir: string; tmpDir: string; target: string }> {
  const dir = await makeTempDir();
  return { dir, tmpDir: join(dir, '.news-scrape', 'tmp'), target: join(dir, '港口', '新闻', 'a.md') };
}

/** A file system without hard links, as FAT and some network disks are. */
function forbidLinks(): void {
  const { link } = fs;
  const set = (value: typeof link): void => {
    fs.link = value;
    syncBuiltinESMExports();
  };
  set(() => Promise.reject(Object.assign(new Error('ENOTSUP: operation not supported'), { code: 'ENOTSUP' })));
  onTestFinished(() => set(link));
}

/** A folder on another file system than the one for temporary files; undefined where none is known. */
async function elsewhere(dir: string): Promise<string | undefined> {
  const other = await fs.mkdtemp('/dev/shm/news-scrape-').catch(() => undefined);
  if (other === undefined) return undefined;
  onTestFinished(() => fs.rm(other, { recursive: true, force: true }));
  return (await fs.stat(other)).dev === (await fs.stat(dir)).dev ? undefined : other;
}

describe('writeFileAtomic', () => {
  it.each([[true], [false]])('makes the folders and the file, and leaves no temporary one (replace: %s)', async (replace) => {
    const { tmpDir, target } = await makeFolder();
    await writeFileAtomic(target, '正文', { tmpDir, replace });
    expect(await fs.readFile(target, 'utf8')).toBe('正文');
    expect(await fs.readdir(tmpDir)).toEqual([]);
  });

  it('writes bytes and lists of text', async () => {
    const { dir, tmpDir } = await makeFolder();
    await writeFileAtomic(join(dir, 'bytes'), new Uint8Array([0, 255]), { tmpDir, replace: true });
    await writeFileAtomic(join(dir, 'texts'), ['a\n', '二\n'], { tmpDir, replace: true });
    expect([...(await fs.readFile(join(dir, 'bytes')))]).toEqual([0, 255]);
    expect(await fs.readFile(join(dir, 'texts'), 'utf8')).toBe('a\n二\n');
  });

  it('writes where a link leads to another file system, and leaves nothing beside the file', async (context) => {
    const { dir, tmpDir } = await makeFolder();
    const other = await elsewhere(dir);
    if (other === undefined) return context.skip('there is no second file system here');
    await fs.symlink(other, join(dir, 'images'));
    const target = join(dir, 'images', 'a.png');
    await writeFileAtomic(target, 'old', { tmpDir, replace: false });
    await expect(writeFileAtomic(target, 'other', { tmpDir, replace: false })).rejects.toMatchObject({ code: 'EEXIST' });
    await writeFileAtomic(target, 'new', { tmpDir, replace: true });
    expect(await fs.readFile(target, 'utf8')).toBe('new');
    expect([await fs.readdir(other), await fs.readdir(tmpDir)]).toEqual([['a.png'], []]);
  });

  it('replaces by a new file, so that a reader of the old one keeps it whole', async () => {
    const { tmpDir, target } = await makeFolder();
    await writeFileAtomic(target, 'old', { tmpDir, replace: true });
    const reader = await fs.open(target);
    onTestFinished(() => reader.close());
    await writeFileAtomic(target, 'new', { tmpDir, replace: true });
    expect(await reader.readFile('utf8')).toBe('old');
    expect(await fs.readFile(target, 'utf8')).toBe('new');
  });

  it.each([['with hard links', false], ['without hard links', true]])('never overwrites %s', async (_, isPoor) => {
    const { tmpDir, target } = await makeFolder();
    if (isPoor) forbidLinks();
    await writeFileAtomic(target, 'first', { tmpDir, replace: false });
    await expect(writeFileAtomic(target, 'second', { tmpDir, replace: false })).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await fs.readFile(target, 'utf8')).toBe('first');
    expect(await fs.readdir(tmpDir)).toEqual([]);
  });

  it('lets exactly one of many writers have a new name', async () => {
    const { tmpDir, target } = await makeFolder();
    const texts = Array.from({ length: 20 }, (_, index) => `writer ${index}`);
    const results = await Promise.allSettled(texts.map((text) => writeFileAtomic(target, text, { tmpDir, replace: false })));
    const winners = texts.filter((_, index) => results[index]?.status === 'fulfilled');
    expect(winners).toEqual([await fs.readFile(target, 'utf8')]);
  });

  it('leaves neither a target nor a temporary file when it fails', async () => {
    const { dir, tmpDir } = await makeFolder();
    await fs.mkdir(join(dir, 'taken', 'below'), { recursive: true });
    await expect(writeFileAtomic(join(dir, 'taken'), 'x', { tmpDir, replace: true })).rejects.toThrow();
    const broken = function* (): Generator<string> {
      yield 'half';
      throw new Error('no more');
    };
    await expect(writeFileAtomic(join(dir, 'half'), broken(), { tmpDir, replace: true })).rejects.toThrow('no more');
    expect(await fs.readdir(tmpDir)).toEqual([]);
    expect(await fs.readdir(dir)).toEqual(['.news-scrape', 'taken']);
  });
});

describe('sweepTemporary', () => {
  it('removes what killed runs left, and nothing else', async () => {
    const { dir, tmpDir, target } = await makeFolder();
    await writeFileAtomic(target, 'post', { tmpDir, replace: true });
    await fs.writeFile(join(tmpDir, 'left-over'), 'half');
    await sweepTemporary(dir);
    expect(await fs.readdir(join(dir, '.news-scrape'))).toEqual([]);
    expect(await fs.readFile(target, 'utf8')).toBe('post');
    await sweepTemporary(dir);
  });
});
