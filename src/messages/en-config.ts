import type { ConfigMistake } from '../error-params.js';

const types: Readonly<Record<string, string>> = { string: 'a text', array: 'a list', object: 'a map of keys and values', number: 'a number', boolean: 'true or false' };

/** What is wrong with a configuration file, in English. */
export const enConfig = {
  tooLarge: (bytes: number, limit: number): string => `${bytes} bytes, more than the ${limit} that any configuration needs`,
  notUtf8: 'not UTF-8',
  notYaml: (detail: string): string => `not YAML that can be read: ${detail}`,
  keyTwice: (key: string): string => `the key ${JSON.stringify(key)} stands here for the second time`,
  keyNoText: 'a key has to be a text',
  unknownKey: (key: string, nearest: string | undefined, known: readonly string[]): string =>
    `unknown key ${JSON.stringify(key)}; ${nearest === undefined ? `known are ${known.join(', ')}` : `did you mean ${JSON.stringify(nearest)}?`}`,
  missingKey: (key: string): string => `the key ${JSON.stringify(key)} is missing`,
  wrongType: (path: string, expected: string): string => `${path || 'the file'} has to be ${types[expected] ?? expected}`,
  oneOrMore: (path: string): string => `${path} has to be a text or a list of texts`,
  emptyList: (path: string): string => `${path} has to name at least one`,
  wrong: (path: string): string => `${path} is not what is expected there`,
  emptyText: 'an empty text',
  badSelector: (selector: string, detail: string): string => `${JSON.stringify(selector)} is no CSS selector: ${detail}`,
  noHost: 'a host is a name such as example.com, without scheme, port and path; it counts for all names below it',
  noId: 'an id is made of up to 60 letters, digits, dots, dashes and underscores',
  noCondition: 'the rule has neither "host" nor "when": it needs one of them to know its pages',
  idTaken: (id: string): string => `the id ${JSON.stringify(id)} is taken by another rule`,
};

const MOST_LINES = 20;

/** All mistakes, a line each, as editors and compilers write them: the file, the line and the column in front. */
export function enMistakes(file: string, mistakes: readonly ConfigMistake[]): string {
  const lines = mistakes.slice(0, MOST_LINES).map(({ line, column, text }) => `${file}:${line}:${column}: ${text}`);
  const rest = mistakes.length > MOST_LINES ? [`... and ${mistakes.length - MOST_LINES} more`] : [];
  return [...lines, ...rest].join('\n');
}
