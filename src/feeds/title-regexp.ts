import { RE2JS, RE2JSException } from 're2js';
import { messages } from '../messages/messages.js';

const FLAGS: ReadonlyMap<string, number> = new Map([['i', RE2JS.CASE_INSENSITIVE], ['s', RE2JS.DOTALL], ['m', RE2JS.MULTILINE], ['u', 0]]);

/**
 * A regular expression that takes time in proportion to the text, whatever it is: RE2's language, which has neither
 * lookaround nor references back.
 * @param flags of `i`, `s`, `m` and `u`, which is what they are without it
 * @returns what is wrong with it, in English, for one that cannot be
 */
export function compileRegExp(source: string, flags: string): ((text: string) => boolean) | string {
  const letters = Array.from(flags);
  const wrong = letters.find((flag) => !FLAGS.has(flag));
  if (wrong !== undefined) return messages.filter.noFlag(wrong, [...FLAGS.keys()]);
  try {
    const expression = RE2JS.compile(RE2JS.translateRegExp(source), letters.reduce((all, flag) => all | (FLAGS.get(flag) ?? 0), 0));
    return (text) => expression.test(text);
  } catch (error) {
    if (error instanceof RE2JSException) return error.message.replace(/^error parsing regexp: /, '');
    throw error;
  }
}
