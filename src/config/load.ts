import type { Config } from './config.js';
import { findConfig } from './find.js';

/**
 * The configuration that was named, else the nearest `news-scrape.yaml` from `folder` upwards, else an empty one.
 * @throws NewsScrapeError `config_unreadable`, `config_invalid`
 */
export async function loadConfig(named: string | undefined, folder: string, readFile: (path: string) => Promise<Uint8Array>): Promise<Config> {
  const found = await findConfig(named, folder, readFile);
  if (!found) return { rules: [] };
  // Loaded where it is needed: most runs have no configuration, and the schema takes a while to build.
  const { parseConfig } = await import('./parse.js');
  return parseConfig(found);
}
