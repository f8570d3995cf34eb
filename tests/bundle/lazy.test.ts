import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CLI, emptyFolder } from '../support/cli.js';

interface Loaded {
  files: string[];
  /** Names of Node's own modules. */
  builtins: string[];
}

const SPY = fileURLToPath(new URL('loaded.cjs', import.meta.url));
const PAGE = fileURLToPath(new URL('../../fixtures/pages/finance--tables.html', import.meta.url));

function loadedBy(...args: string[]): Loaded {
  const folder = emptyFolder();
  const LOADED_FILE = join(folder, 'loaded.json');
  execFileSync(process.execPath, ['--require', SPY, CLI, ...args], { cwd: folder, stdio: 'ignore', env: { ...process.env, LOADED_FILE } });
  return JSON.parse(readFileSync(LOADED_FILE, 'utf8')) as Loaded;
}

const size = ({ files }: Loaded): number => files.reduce((sum, file) => sum + statSync(file).size, 0);

describe('the bundle', () => {
  it.each([['--version'], ['--help'], ['fetch', '--help'], ['feeds']])('loads little but the command line for %s', (...args) => {
    const loaded = loadedBy(...args);
    expect(size(loaded)).toBeLessThan(150_000);
    expect(loaded.builtins).not.toContain('crypto');
  });

  it('loads the Chinese sentences for who reads them only', () => {
    const [english, chinese] = ['en', 'zh'].map((language) => size(loadedBy('--version', '--lang', language)));
    expect(chinese).toBeGreaterThan((english ?? 0) + 10_000);
  });

  it('loads no network for a page from a file', () => {
    const loaded = loadedBy('article', PAGE);
    expect(size(loaded)).toBeGreaterThan(150_000);
    expect(loaded.builtins).not.toContain('http');
  });

  it('loads the network for feeds', () => {
    expect(loadedBy('fetch', 'demo', '--limit', '1').builtins).toContain('http');
  });
});
