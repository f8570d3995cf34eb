import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectedDocument } from '../fixture/expected.js';
import { FIXTURES, findOrphans, findPairs, readRawPage } from '../fixture/pairs.js';

const TO_DO = 'run "npm run fixture -- --update", read what it prints, and commit it if it is right';
const read = (file: string): string | undefined => {
  try {
    return readFileSync(join(FIXTURES, file), 'utf8');
  } catch {
    return undefined;
  }
};

describe('every page of fixtures and the Markdown beside it', () => {
  it.each(findPairs(FIXTURES))('$page', ({ page, expected }) => {
    const wanted = read(expected);
    expect(wanted, `${page} has no ${expected}: ${TO_DO}`).toBeDefined();
    expect(expectedDocument(readRawPage(FIXTURES, page)), `${expected} differs: ${TO_DO}`).toBe(wanted);
  });

  it('and no Markdown without its page', () => expect(findOrphans(FIXTURES)).toEqual([]));
});

describe('the finder of pairs', () => {
  const write = (root: string, file: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), '');
  };

  it('needs nothing but the files', () => {
    const root = mkdtempSync(join(tmpdir(), 'news-scrape-test-'));
    for (const file of ['pages/a--b.html', 'pages/a--b.md', 'pages/c--d.html', 'pages/gone.md', 'demo/host/x.shtml', 'demo/host/x.png', 'expected/a.json']) write(root, file);
    expect(findPairs(root)).toEqual([
      { page: 'pages/a--b.html', expected: 'pages/a--b.md' },
      { page: 'pages/c--d.html', expected: 'pages/c--d.md' },
      { page: 'demo/host/x.shtml', expected: 'expected/demo/host/x.shtml.md' },
    ]);
    expect(findOrphans(root)).toEqual(['pages/gone.md']);
    rmSync(root, { recursive: true });
  });
});
