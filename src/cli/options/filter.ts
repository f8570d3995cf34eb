import type { Command } from 'commander';
import { parsePeriod } from '../../dates.js';
import type { Filter } from '../../feeds/filter.js';
import { compilePattern, readPattern } from '../../feeds/title-pattern.js';
import { messages } from '../../messages/messages.js';
import { invalid } from './invalid.js';
import { RepeatableOption } from './repeatable.js';

/** Which articles are taken at all. */
export interface FilterOptions {
  /** Milliseconds. */
  maxAge?: number;
  /** Patterns of titles, as the user wrote them. */
  include?: readonly string[];
  exclude?: readonly string[];
}

/** By the property of the command's options. */
export const PATTERN_OPTIONS = { include: '--include', exclude: '--exclude' } as const;

export function addFilterOptions(command: Command): Command {
  return command
    .optionsGroup(messages.usage.groups.scope)
    .option('--max-age <time>', messages.filter.maxAge, parseMaxAge)
    .addOption(new RepeatableOption(`${PATTERN_OPTIONS.include} <pattern>`, messages.filter.include, (word, earlier?: readonly string[]) => addPattern(PATTERN_OPTIONS.include, word, earlier)))
    .addOption(new RepeatableOption(`${PATTERN_OPTIONS.exclude} <pattern>`, messages.filter.exclude, (word, earlier?: readonly string[]) => addPattern(PATTERN_OPTIONS.exclude, word, earlier)));
}

/**
 * The filter of a feed; undefined if all is taken.
 * @throws NewsScrapeError `option_invalid` for an expression that cannot be
 */
export async function openFilter({ maxAge, include = [], exclude = [] }: FilterOptions): Promise<Filter | undefined> {
  if (maxAge === undefined && include.length + exclude.length === 0) return undefined;
  const key = JSON.stringify([maxAge, include, exclude]);
  return { maxAge, include: await testsOf(PATTERN_OPTIONS.include, include), exclude: await testsOf(PATTERN_OPTIONS.exclude, exclude), key };
}

function testsOf(option: string, patterns: readonly string[]): Promise<((title: string) => boolean)[]> {
  return Promise.all(patterns.map(async (text) => {
    const pattern = readPattern(text);
    const test = pattern ? await compilePattern(pattern) : messages.filter.expectedPattern;
    if (typeof test === 'string') throw invalid(option, text, messages.filter.expectedExpression(test));
    return test;
  }));
}

function addPattern(option: string, word: string, earlier: readonly string[] = []): readonly string[] {
  if (!readPattern(word)) throw invalid(option, JSON.stringify(word), messages.filter.expectedPattern);
  return [...earlier, word];
}

function parseMaxAge(value: string): number {
  const age = parsePeriod(value);
  if (age === undefined || age === 0) throw invalid('--max-age', value, messages.filter.expectedMaxAge);
  return age;
}
