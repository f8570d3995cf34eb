import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXIT, exitCodeFor, gravest } from '../../src/cli/exit-codes.js';
import { NewsScrapeError } from '../../src/errors.js';
import { runCli } from '../support/cli.js';

const ASCENDING = [0, 1, 3, 2, 4, 5, 6, 70, 130, 143];
const codes = Object.values(EXIT);

describe('the gravest of several exit codes', () => {
  it('ranks every code: what stopped the run above what it met, signals above all', () => {
    expect([...codes].sort((a, b) => (gravest([a, b]) === a ? 1 : -1))).toEqual(ASCENDING);
  });

  it('depends on neither order nor number, and is 0 for none', () => {
    expect(gravest([])).toBe(0);
    fc.assert(
      fc.property(fc.shuffledSubarray(codes, { minLength: 1 }), (some) => {
        expect(gravest([...some, ...some])).toBe(ASCENDING[Math.max(...some.map((code) => ASCENDING.indexOf(code)))]);
      }),
    );
  });
});

describe('the exit code for an error', () => {
  const full = new NewsScrapeError('output_unwritable', { path: 'x', detail: 'ENOSPC' });
  const stopped = new NewsScrapeError('interrupted', { signal: 'SIGTERM' });

  it.each([
    [new NewsScrapeError('usage', { detail: 'x' }), 2],
    [new NewsScrapeError('page_empty', { url: 'x', characters: 0 }), 3],
    [new NewsScrapeError('output_locked', { dir: 'x', owner: 'x' }), 4],
    [new NewsScrapeError('archive_newer', { file: 'x', version: 9 }), 5],
    [full, 6],
    [new NewsScrapeError('interrupted', { signal: 'SIGINT' }), 130],
    [stopped, 143],
    [new TypeError('x'), 70],
    ['not even an error', 70],
    [new AggregateError([full, stopped, new TypeError('x')]), 143],
    [new AggregateError([full, new NewsScrapeError('network', { url: 'x', cause: 'x' })]), 6],
  ])('%s: %i', (error, code) => {
    expect(exitCodeFor(error)).toBe(code);
  });
});

describe('--help', () => {
  it.each([[[]], [['fetch']], [['article']], [['feeds']]])('has the table of exit codes: %j', async (command) => {
    const { stdout } = await runCli([...command, '--help']);
    expect([...stdout.matchAll(/^ {2}(\d+) {2,}\S/gm)].map(([, code]) => Number(code))).toEqual(codes);
  });
});
