import { Option, type Command } from 'commander';
import { languageNamed, LANGUAGES, type Language } from '../../messages/languages.js';
import { messages } from '../../messages/messages.js';
import { invalid } from './invalid.js';

export function addLangOption(command: Command): Command {
  return command.addOption(new Option('--lang <language>', messages.usage.lang).choices(LANGUAGES).argParser(parseLang));
}

/**
 * The language that the command line or the environment asks for: help and messages about the command line itself need it
 * before they can be read. What is no language is left to the parser of the option, or of the variables.
 */
export function languageAskedFor(args: readonly string[], { NEWS_SCRAPE_LANG }: NodeJS.ProcessEnv): Language | undefined {
  const end = args.indexOf('--');
  const words = end === -1 ? args : args.slice(0, end);
  const given = words.flatMap((word, index) => (word === '--lang' ? [words[index + 1]] : word.startsWith('--lang=') ? [word.slice('--lang='.length)] : []));
  return languageNamed(given.at(-1)) ?? languageNamed(NEWS_SCRAPE_LANG);
}

function parseLang(value: string): Language {
  const language = languageNamed(value);
  if (!language) throw invalid('--lang', value, messages.post.expectedOneOf(LANGUAGES));
  return language;
}
