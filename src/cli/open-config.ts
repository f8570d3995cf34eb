import type { Config } from '../config/config.js';
import { loadConfig } from '../config/load.js';
import { languageNamed } from '../messages/languages.js';
import { messages } from '../messages/messages.js';
import type { Io } from './io.js';
import type { ConfigOptions } from './options/config.js';
import { fetchKeys } from './options/keys.js';
import { patternChecks } from './options/pattern-checks.js';

/**
 * The configuration of a command, found upwards from the folder in which the program runs unless it was named; what an
 * earlier version of the file had otherwise is said, in the language that the configuration asks for.
 * @throws NewsScrapeError `config_unreadable`, `config_invalid`
 */
export async function openConfig({ config: named }: ConfigOptions, { readFile, now, terminal, speakIn }: Pick<Io, 'readFile' | 'now' | 'terminal' | 'speakIn'>): Promise<Config> {
  const config = await loadConfig({ named, folder: process.cwd(), readFile }, async () => fetchKeys(now, await patternChecks()));
  const language = languageNamed(config.defaults.get('lang')?.value);
  if (language) await speakIn(language);
  for (const { line, column, text } of config.warnings) terminal.line(messages.telling.warning(`${config.file ?? ''}:${line}:${column}: ${text}`), 'yellow');
  return config;
}
