import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

/** The configuration of a site as its file has it; empty for one that is a program. */
export type Config = Readonly<Record<string, unknown>>;

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

const readYaml = (text: string): unknown => parseYaml(text, { uniqueKeys: false, logLevel: 'error' });

const PARSERS: ReadonlyMap<string, (text: string) => unknown> = new Map([
  ['yml', readYaml],
  ['yaml', readYaml],
  ['toml', (text) => parseToml(text)],
  ['json', (text): unknown => JSON.parse(text)],
]);

/** The value at a path of keys; generators do not agree whether capitals matter, so here they do not. */
export function setting(config: Config, ...path: string[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (!isConfig(value)) return undefined;
    return Object.entries(value).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
  }, config);
}

/** The text at a path of keys; undefined where there is none, an empty one or anything else. */
export function textSetting(config: Config, ...path: string[]): string | undefined {
  const value = setting(config, ...path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const isConfig = (value: unknown): value is Config => typeof value === 'object' && value !== null && !Array.isArray(value);
