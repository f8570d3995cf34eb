/** The configuration of a site as its file has it; empty for one that is a program. */
export type Config = Readonly<Record<string, unknown>>;

/** What the files in the root of a site tell of it. */
export interface SiteFacts {
  config: Config;
  /** The text of a configuration that is a program, else empty. */
  program: string;
  /** Names of the packages that the site depends on. */
  packages: readonly string[];
}

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

export const isConfig = (value: unknown): value is Config => typeof value === 'object' && value !== null && !Array.isArray(value);
