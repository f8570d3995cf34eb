import { messages } from '../messages/messages.js';

/** A sentence of commander's, and how our catalogue says it with the words that its groups have found. */
type Sentence = readonly [pattern: RegExp, say: (words: readonly string[]) => string];

/** Commander gives its messages as English sentences only; these are the ones that our commands can cause. */
const SENTENCES: readonly Sentence[] = [
  [/^error: unknown option '(.*)'$/, ([flag = '']) => messages.usage.unknownOption(flag)],
  [/^error: unknown command '(.*)'$/, ([name = '']) => messages.usage.unknownCommand(name)],
  [/^error: missing required argument '(.*)'$/, ([name = '']) => messages.usage.missingArgument(name)],
  [/^error: option '(.*)' argument missing$/, ([flags = '']) => messages.usage.missingValue(flags)],
  [/^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/s, ([flags = '', value = '', choices = '']) => messages.usage.notAChoice(flags, value, choices.split(', '))],
  [
    /^error: too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\.$/,
    ([command = '', expected, given]) => messages.usage.tooMany(command, Number(expected), Number(given)),
  ],
];

/** Says in the language of the catalogue what commander says of wrong usage. */
export function usageInWords(text: string): string {
  const [, sentence = '', meant] = /^(.*?)(?:\n\(Did you mean (?:one of )?(.*)\?\))?$/s.exec(text.trimEnd()) ?? [];
  const said = SENTENCES.flatMap(([pattern, say]) => {
    const found = pattern.exec(sentence);
    return found ? [say(found.slice(1))] : [];
  })[0];
  if (said === undefined) return text;
  return `${messages.telling.error(said)}${meant === undefined ? '' : messages.usage.didYouMean(meant.split(', '))}\n`;
}
