import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives all tests of a run, and the programs they start, one temporary folder, which goes when the run ends, and one
 * language.
 */
export default function setup(): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'news-scrape-test-')));
  // A test that takes away its own rights has to get through still.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  // Tests look for English sentences, whatever the developer's language.
  process.env.LC_ALL = 'C.UTF-8';
  delete process.env.NEWS_SCRAPE_LANG;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
