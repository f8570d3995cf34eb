import { en } from './en.js';
import { speak, type Catalogue } from './messages.js';

/** The languages of messages, by their codes in ISO 639. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Loaded on need: whoever reads English loads nothing else. */
const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: () => Promise.resolve(en),
  zh: async () => (await import('./zh.js')).zh,
};

/** Says all from now on in this language. */
export async function speakIn(language: Language): Promise<void> {
  speak(await CATALOGUES[language]());
}

/** The language that a word names, as an option, a variable or a configuration gives it. */
export const languageNamed = (word: unknown): Language | undefined => LANGUAGES.find((language) => language === word);

/** The language of the locale for messages (POSIX.1-2017, 8.2): the first of the three variables that is not empty counts. */
export function languageOfLocale({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? '';
  return /^zh(?![a-z])/i.test(locale) ? 'zh' : 'en';
}
