import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const BENCH = fileURLToPath(new URL('../bench/archive.mjs', import.meta.url));

/** What loading an archive of so many articles takes: milliseconds, megabytes, microseconds for a lookup. */
function measure(articles: number): { cpu: number; peak: number; unknown: number; known: number; parse: number } {
  const line = execFileSync(process.execPath, [BENCH, String(articles)], { encoding: 'utf8' });
  console.log(line.trimEnd());
  return JSON.parse(line) as ReturnType<typeof measure>;
}

describe('an archive of a million articles', () => {
  it('is loaded in less than 3 s of work and 600 MB, and looked up as fast as one of ten thousand', () => {
    const [small, large] = [measure(10_000), measure(1_000_000)];
    expect(large.cpu).toBeLessThan(3000);
    expect(large.peak).toBeLessThan(600);
    // Lookups read the file, so that caches tell in them; a search would take a hundred times as long.
    expect(large.unknown).toBeLessThan(10 * Math.max(1, small.unknown));
    expect(large.known).toBeLessThan(10 * small.known);
  });
});
