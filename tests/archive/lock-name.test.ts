import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acquireLock } from '../../src/archive/lock.js';
import { lockPath, makeTempDir } from './support.js';

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
