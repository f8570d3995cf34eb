import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { isConfig, type Config } from './config.js';

/**
 * Reads a configuration file by its extension: YAML, TOML or JSON; of a script nothing is read.
 * @throws Error of the parser, if the file is damaged
 */
export function parseConfig(name: string, text: string): Config {
  const extension = /\.(\w+)$/.exec(name)?.[1] ?? '';
  const parse = PARSERS.get(extension);
  const value: unknown = parse?.(text.replace(/^\ufeff/, '')) ?? {};
  return isConfig(value) ? value : {};
}

/** Whether a configuration is a program, so that only running it would tell all that it says. */
export const isProgram = (name: string): boolean => /\.[cm]?[jt]s$/.test(name);

/** Whether a file's settings can be read. */
export const hasSettings = (name: string): boolean => PARSERS.has(/\.(\w+)$/.exec(name)?.[1] ?? '');

const readYaml = (text: string): unknown => parseYaml(text, { uniqueKeys: false, logLevel: 'error' });

const PARSERS: ReadonlyMap<string, (text: string) => unknown> = new Map([
  ['yml', readYaml],
  ['yaml', readYaml],
  ['toml', (text) => parseToml(text)],
  ['json', (text): unknown => JSON.parse(text)],
]);
