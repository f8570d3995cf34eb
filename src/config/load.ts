import { EMPTY_CONFIG, type Config } from './config.js';
import { findConfig } from './find.js';
import type { OptionKey } from './option-key.js';

/** Where a configuration may be. */
export interface Search {
  /** Its file, if the user named it. */
  named: string | undefined;
  /** From which it is searched upwards else. */
  folder: string;
  readFile: (path: string) => Promise<Uint8Array>;
}

/**
 * The configuration that was named, else the nearest `news-scrape.yaml` from `folder` upwards, else an empty one.
 * @param keys gives all options of `fetch`
 * @throws NewsScrapeError `config_unreadable`, `config_invalid`
 */
export async function loadConfig({ named, folder, readFile }: Search, keys: () => Promise<readonly OptionKey[]>): Promise<Config> {
  const found = await findConfig(named, folder, readFile);
  if (!found) return EMPTY_CONFIG;
  // Loaded where it is needed: most runs have no configuration, and the schema takes a while to build.
  const { parseConfig } = await import('./parse.js');
  return parseConfig(found, await keys());
}
