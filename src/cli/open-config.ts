import type { Config } from '../config/config.js';
import { loadConfig } from '../config/load.js';
import type { Io } from './io.js';
import type { ConfigOptions } from './options/config.js';

/**
 * The configuration of a command, found upwards from the folder in which the program runs unless it was named.
 * @throws NewsScrapeError `config_unreadable`, `config_invalid`
 */
export function openConfig({ config }: ConfigOptions, { readFile }: Pick<Io, 'readFile'>): Promise<Config> {
  return loadConfig(config, process.cwd(), readFile);
}
