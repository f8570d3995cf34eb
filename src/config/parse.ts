import { NewsScrapeError, type ConfigMistake } from '../errors.js';
import { mistakesOf } from './check.js';
import type { Config, Settings } from './config.js';
import { readFeeds } from './feed-entries.js';
import type { ConfigText } from './find.js';
import { feedKeys, fileKeys, type OptionKey } from './option-key.js';
import { configSchema, type ConfigFile } from './schema.js';
import { readSettings } from './settings.js';
import { siteRules } from './site-rules.js';
import { readYamlDocument, type ConfigDocument } from './yaml-document.js';

/**
 * Reads a configuration.
 * @param keys all options of `fetch`
 * @throws NewsScrapeError `config_invalid`, with all mistakes in the order of the file
 */
export function parseConfig({ file, text }: Pick<ConfigText, 'file' | 'text'>, keys: readonly OptionKey[]): Config {
  const document = readYamlDocument(text);
  if (Array.isArray(document)) throw invalid(file, document);
  const schema = configSchema(keys);
  const { data, error } = schema.safeParse(document.value ?? {});
  if (error) throw invalid(file, mistakesOf(error.issues, { schema, document, keys }));
  const { rules, mistakes } = siteRules(data['site-rules'] ?? [], document);
  const { feeds, mistakes: feedMistakes } = readFeeds(data.feeds ?? [], Object.keys(data.groups ?? {}), { file, document, keys });
  if (mistakes.length + feedMistakes.length > 0) throw invalid(file, [...mistakes, ...feedMistakes]);
  const defaults = readSettings(data.defaults ?? {}, fileKeys(keys), { file, lines: document.whereAreKeys(['defaults']) });
  return { file, defaults, groups: readGroups(data, { file, document, keys }), feeds, rules, warnings: document.changes };
}

function readGroups({ groups }: ConfigFile, { file, document, keys }: { file: string; document: ConfigDocument; keys: readonly OptionKey[] }): ReadonlyMap<string, Settings> {
  const entries = Object.entries(groups ?? {}).map(([name, options]) => {
    return [name, readSettings(options ?? {}, feedKeys(keys), { file, lines: document.whereAreKeys(['groups', name]) })] as const;
  });
  return new Map(entries);
}

function invalid(file: string, mistakes: readonly ConfigMistake[]): NewsScrapeError {
  const inOrder = mistakes.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return new NewsScrapeError('config_invalid', { file, mistakes: inOrder });
}
