import { readPattern } from '../../feeds/title-pattern.js';
import { messages } from '../../messages/messages.js';
import { invalid } from './invalid.js';
import { PATTERN_OPTIONS } from './filter.js';
import type { Checks } from './keys.js';

/** What tells of regular expressions in a configuration that cannot be, before any feed is opened. */
export async function patternChecks(): Promise<Checks> {
  const { compileRegExp } = await import('../../feeds/title-regexp.js');
  const check = (option: string) => (word: string): void => {
    const pattern = readPattern(word);
    const test = pattern && 'source' in pattern ? compileRegExp(pattern.source, pattern.flags) : undefined;
    if (typeof test === 'string') throw invalid(option, word, messages.filter.expectedExpression(test));
  };
  return { include: check(PATTERN_OPTIONS.include), exclude: check(PATTERN_OPTIONS.exclude) };
}
