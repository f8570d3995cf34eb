import { readFileSync } from 'node:fs';
import { readdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../src/archive/folder.js';
import { acquireLock } from '../../src/archive/lock.js';
import { lockPath, makeTempDir } from './support.js';

describe('a folder that others make and remove', () => {
  it('is made all the same', async () => {
    const path = join(await makeTempDir(), 'tmp');
    for (let round = 0; round < 400; round += 1) {
      await Promise.all([...Array.from({ length: 6 }, () => makeFolder(path)), ...Array.from({ length: 3 }, () => rmdir(path).catch(() => undefined))]);
    }
    await makeFolder(path);
    expect(await readdir(path)).toEqual([]);
  });
});

describe('a lock that is being taken', () => {
  it('says whose it is from its first moment on, and leaves nothing else behind', async () => {
    const dir = await makeTempDir();
    const seen = new Set<string>();
    let isOver = false;
    const watch = (): void => {
      try {
        seen.add(readFileSync(lockPath(dir), 'utf8').replace(/".*"/s, 'owner'));
      } catch {
        // Nobody has it at this moment.
      }
      if (!isOver) setImmediate(watch);
    };
    watch();
    for (let round = 0; round < 100; round += 1) {
      const lock = await acquireLock(dir);
      expect(await readdir(join(dir, '.news-scrape'))).not.toContain('tmp');
      await lock.release();
    }
    isOver = true;
    expect([...seen]).toEqual(['{owner}']);
  });
});
