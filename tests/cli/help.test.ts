import { afterEach, describe, expect, it } from 'vitest';
import type { Command } from 'commander';
import stringWidth from 'string-width';
import { EXAMPLES, wordsOf } from '../../src/cli/examples.js';
import { wrapText } from '../../src/cli/wrap.js';
import { LANGUAGES, speakIn } from '../../src/messages/languages.js';
import { messages } from '../../src/messages/messages.js';
import { wholeProgram } from '../support/command.js';

const family = (command: Command): Command[] => [command, ...command.createHelp().visibleCommands(command).flatMap(family)];

/** The whole help of each command, by its name. */
function helps(): Map<string, string> {
  return new Map(
    family(wholeProgram()).map((command) => {
      let text = '';
      command.configureOutput({ writeOut: (part) => (text += part), getOutHelpWidth: () => 120 });
      command.outputHelp();
      return [wordsOf(command), text];
    }),
  );
}

/** In a Chinese terminal, where quotation marks are wide. */
const width = (line: string): number => stringWidth(line, { ambiguousIsNarrow: false });

afterEach(() => speakIn('en'));

describe('the help', () => {
  it.each(LANGUAGES)('fits 80 columns in %s', async (language) => {
    await speakIn(language);
    const lines = [...helps()].flatMap(([name, text]) => text.split('\n').map((line) => `${name}: ${line}`));
    expect(lines.length).toBeGreaterThan(300);
    expect(lines.filter((line) => width(line.slice(line.indexOf(': ') + 2)) > 80)).toEqual([]);
  });

  it.each(LANGUAGES)('begins no line with what ends a sentence, and keeps words whole, in %s', async (language) => {
    await speakIn(language);
    expect([...helps().values()].join('\n').split('\n').filter((line) => /^\s*[，。；：、？！）”,;)]/.test(line))).toEqual([]);
  });

  it('aligns what the options do, in Chinese too', async () => {
    await speakIn('zh');
    for (const text of helps().values()) {
      const starts = text.split('\n').flatMap((line) => /^ {2}-\S.*? {2,}(?=\S)/.exec(line)?.[0].length ?? []);
      expect(new Set(starts).size).toBe(1);
    }
  });

  it('groups what belongs together, what is for all commands last', () => {
    const titles = helps().get('fetch')?.split('\n').filter((line) => /^\S.*:$/.test(line));
    expect(titles).toEqual([
      ...['Arguments:', 'What is fetched, and where it goes:', 'What is printed, and what is said:', 'The posts:', 'Their front matter:'],
      ...['Commands of your own:', 'The network:', 'How pages are read:', 'For all commands:', 'Examples:', 'Exit codes:'],
    ]);
    const many = family(wholeProgram()).filter(({ options }) => options.length > 8).map(wordsOf);
    for (const name of many) expect(helps().get(name), 'an option has no group').not.toMatch(/^Options:/m);
  });

  it.each(LANGUAGES)('lists commands before the options that all of them have, in %s', async (language) => {
    await speakIn(language);
    const { titles, groups } = messages.usage;
    for (const name of ['', 'feeds', 'config']) {
      const headings = helps().get(name)?.split('\n').filter((line, index, lines) => /^\S.*[:：]$/.test(line) && lines[index - 1] === '') ?? [];
      expect(headings).toContain(titles['Commands:']);
      expect(headings.indexOf(titles['Commands:'])).toBe(headings.indexOf(groups.all) - 1);
    }
  });

  it('shows examples of commands that there are, made of options that there are', () => {
    const commands = new Map(family(wholeProgram()).map((command) => [wordsOf(command), command]));
    expect([...commands.keys()].sort()).toEqual(Object.keys(EXAMPLES).sort());
    for (const [line] of Object.values(EXAMPLES).flat()) {
      const called = [...commands].filter(([words]) => words !== '' && line.includes(`news-scrape ${words}`)).at(-1)?.[1];
      const flags = line.split(/[ |")]/).filter((word) => word.startsWith('--'));
      // What a command does by default may be a command below it.
      const options = called ? family(called).flatMap((command) => command.options) : [];
      expect(options.map(({ long }) => long), line).toEqual(expect.arrayContaining(flags));
    }
  });
});

describe('wrapping', () => {
  it.each([
    ['breaks between Chinese characters', '抓取订阅源的文章', 8, '抓取订阅\n源的文章'],
    ['keeps marks that end a phrase with it', '抓取订阅，写入', 8, '抓取订\n阅，写入'],
    ['keeps brackets with what is in them', '订阅源（文章）', 8, '订阅源\n（文章）'],
    ['breaks between words', 'fetch feeds and write', 12, 'fetch feeds\nand write'],
    ['keeps words among Chinese whole', '抓取 news-scrape 写', 10, '抓取\nnews-scrape\n写'],
  ])('%s', (_name, text, columns, lines) => {
    expect(wrapText(text, columns)).toBe(lines);
  });
});
