import type { Config } from '../config/config.js';
import { loadConfig } from '../config/load.js';
import { en } from '../messages/en.js';
import type { Io } from './io.js';
import type { ConfigOptions } from './options/config.js';
import { fetchKeys } from './options/keys.js';

/**
 * The configuration of a command, found upwards from the folder in which the program runs unless it was named; what an
 * earlier version of the file had otherwise is said.
 * @throws NewsScrapeError `config_unreadable`, `config_invalid`
 */
export async function openConfig({ config: named }: ConfigOptions, { readFile, now, terminal }: Pick<Io, 'readFile' | 'now' | 'terminal'>): Promise<Config> {
  const config = await loadConfig({ named, folder: process.cwd(), readFile }, () => fetchKeys(now));
  for (const { line, column, text } of config.warnings) terminal.line(en.telling.warning(`${config.file ?? ''}:${line}:${column}: ${text}`), 'yellow');
  return config;
}
