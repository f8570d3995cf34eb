import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLES, wordsOf } from '../src/cli/examples.js';
import { EXIT } from '../src/cli/exit-codes.js';
import { roffText } from '../src/man/roff.js';
import { wholeProgram } from './support/command.js';

const PAGE = readFileSync(new URL('../dist/news-scrape.1', import.meta.url), 'utf8');
const NO_GROFF = 'groff is not installed: apt-get install groff';
const LARGEST = 60_000;

/** What a terminal shows of a page, in lines of any length, and what the typesetter warns of. */
function typeset(page: string): { text: string; warnings: string } {
  const { stdout, stderr } = spawnSync('groff', ['-Tutf8', '-man', '-ww', '-P-cbou', '-rLL=3000n'], { input: page, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  return { text: stdout, warnings: stderr };
}

const hasGroff = spawnSync('groff', ['--version']).status === 0;
const family = (command: Command): Command[] => [command, ...command.createHelp().visibleCommands(command).flatMap(family)];
/** Each part of a page, by its heading. */
function parts(text: string): Map<string, string> {
  const headings = [...text.matchAll(/^ {3}(?! )(news-scrape.*)$|^([A-Z].*)$/gm)];
  return new Map(headings.map((found, index) => [found[1] ?? found[2] ?? '', text.slice(found.index + found[0].length, headings[index + 1]?.index)]));
}

describe('the man page', () => {
  it('is small', () => {
    expect(PAGE.length).toBeLessThan(LARGEST);
  });

  it('is typeset without a warning, with all sections', (context) => {
    context.skip(!hasGroff, NO_GROFF);
    const { text, warnings } = typeset(PAGE);
    expect(warnings).toBe('');
    const titles = [...parts(text).keys()].filter((title) => /^[A-Z ]+$/.test(title));
    expect(titles).toEqual(['NAME', 'SYNOPSIS', 'DESCRIPTION', 'COMMANDS', 'OPTIONS OF ALL COMMANDS', 'ENVIRONMENT', 'FILES', 'EXIT STATUS', 'EXAMPLES']);
  });

  it('has every command with all its options and arguments, each exit code and each example', (context) => {
    context.skip(!hasGroff, NO_GROFF);
    const found = parts(typeset(PAGE).text);
    for (const command of family(wholeProgram()).slice(1)) {
      const part = [...found].find(([title]) => title.startsWith(`news-scrape ${wordsOf(command)} [`))?.[1];
      expect(part, wordsOf(command)).toBeDefined();
      for (const { long } of command.options.filter(({ hidden }) => !hidden)) expect(part).toMatch(new RegExp(`(?:^|\\s)${long ?? ''}(?=[ ,.\\n])`));
      for (const argument of command.registeredArguments) expect(part).toContain(argument.description);
    }
    for (const code of Object.values(EXIT)) expect(found.get('EXIT STATUS')).toMatch(new RegExp(`^ {7}${code} `, 'm'));
    for (const [line] of Object.values(EXAMPLES).flat()) expect(found.get('EXAMPLES')).toContain(line);
  });

  it('shows any text to the letter', (context) => {
    context.skip(!hasGroff, NO_GROFF);
    const lines = fc.sample(fc.string({ unit: fc.constantFrom(...Array.from('.\'\\-`^~"%nfR(e新…x ')), minLength: 1, maxLength: 20 }), { numRuns: 300, seed: 1 }).map((line) => `x${line}x`);
    const starts = ['.SH no heading', "'br no break", '\\fBno bold', '--out <dir>'];
    const shown = typeset(`.TH X 1 "" x\n.nh\n.ad l\n.nf\n${[...starts, ...lines].map(roffText).join('\n')}\n`);
    expect(shown.warnings).toBe('');
    const body = shown.text.split('\n').map((line) => line.trim());
    expect(body).toEqual(expect.arrayContaining([...starts, ...lines]));
  });
});
