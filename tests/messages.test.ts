import { describe, expect, it } from 'vitest';
import { languageOfLocale } from '../src/messages/languages.js';
import { en } from '../src/messages/en.js';
import { zh } from '../src/messages/zh.js';

/** Made of nothing but other words, or of words that the program takes: the same in all languages. */
const MADE_OF_VALUES = [
  ...['errors.usage', 'errors.config_invalid', 'telling.error', 'telling.progressCounts', 'doctor.line', 'explain.found', 'explain.removed', 'explain.because'],
  ...['explain.refused', 'telling.folders', 'telling.article'],
  'preview.language',
];
/** Values that Chinese says in words of its own. */
const IN_OWN_WORDS: ReadonlyMap<string, string> = new Map([['telling.cut', '‹1.by›'], ['telling.article', '‹0›']]);

/** Stands for any value that a message can name: whatever is read of it or done to it leaves its name in the sentence. */
function standIn(name: string): unknown {
  const mark = `‹${name}›`;
  const asText = new Set(['slice', 'toISOString', 'toLocaleString', 'toFixed', 'toUpperCase', 'padEnd', 'replace', 'toJSON', 'toString']);
  const asList = new Set<unknown>(['map', 'join', 'filter', 'length', Symbol.iterator]);
  return new Proxy(() => undefined, {
    get: (_target, key) => {
      if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? NaN : mark);
      if (asList.has(key)) return bound([standIn(name)], key);
      return typeof key === 'string' && asText.has(key) ? () => (key === 'slice' ? standIn(name) : mark) : standIn(`${name}.${String(key)}`);
    },
  });
}

function bound(list: unknown[], key: string | symbol): unknown {
  const value: unknown = Reflect.get(list, key);
  return typeof value === 'function' ? (value.bind(list) as unknown) : value;
}

type Message = string | ((...values: unknown[]) => unknown);

/** All messages of a catalogue by their paths. */
function messagesOf(part: object, path: readonly string[] = []): Map<string, Message> {
  const entries = Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
    const own = [...path, key];
    return typeof value === 'object' && value !== null ? [...messagesOf(value, own)] : [[own.join('.'), value as Message] as const];
  });
  return new Map(entries);
}

const say = (message: Message | undefined, names = 9): string =>
  typeof message === 'function' ? String(message(...Array.from({ length: names }, (_, index) => standIn(String(index))))) : (message ?? '');
const namedIn = (path: string, sentence: string): string[] =>
  [...new Set([...sentence.matchAll(/‹[^›]*›|--[a-z-]+|\{\w+\}/g)].map(([name]) => name))].filter((name) => name !== IN_OWN_WORDS.get(path)).sort();

const english = messagesOf(en);
const chinese = messagesOf(zh);
const paths = [...english.keys()];

describe('the catalogues', () => {
  it('have the same messages', () => {
    expect([...chinese.keys()].sort()).toEqual([...paths].sort());
    expect(paths.length).toBeGreaterThan(250);
  });

  it('name the same values and options', () => {
    const namesIn = (catalogue: ReadonlyMap<string, Message>): string[] => paths.map((path) => `${path}: ${namedIn(path, say(catalogue.get(path))).join(' ')}`);
    expect(namesIn(chinese)).toEqual(namesIn(english));
    expect(namesIn(english)).toContain('errors.http_status: ‹0.retryAt› ‹0.status› ‹0.url›');
  });

  it('say all in their own language', () => {
    const hasChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);
    const inChinese = paths.filter((path) => hasChinese(say(chinese.get(path))));
    expect(paths.filter((path) => !inChinese.includes(path))).toEqual(paths.filter((path) => MADE_OF_VALUES.includes(path)));
    expect(paths.filter((path) => hasChinese(say(english.get(path)).replaceAll('新浪财经', '')))).toEqual([]);
  });

  it('end sentences alike', () => {
    const ends = (text: string): boolean => /[.。?？!！]\)?$/.test(text);
    expect(paths.filter((path) => ends(say(english.get(path))) !== ends(say(chinese.get(path))))).toEqual([]);
  });

  it('use Chinese punctuation after Chinese', () => {
    expect(paths.filter((path) => /\p{Script=Han}[,;?!(]/u.test(say(chinese.get(path))))).toEqual([]);
  });
});

describe('the language of messages', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_TW.UTF-8' }, 'zh'],
    [{ LANG: 'zh' }, 'zh'],
    [{ LANG: 'zha_CN.UTF-8' }, 'en'],
    [{ LANG: 'C', LC_ALL: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: '' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8', LC_TIME: 'en_US.UTF-8' }, 'zh'],
    [{ LC_ALL: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8' }, 'en'],
    [{}, 'en'],
  ])('is that of %j: %s', (env, language) => {
    expect(languageOfLocale(env)).toBe(language);
  });
});
