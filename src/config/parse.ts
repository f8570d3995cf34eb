import { NewsScrapeError, type ConfigMistake } from '../errors.js';
import { mistakesOf } from './check.js';
import type { Config } from './config.js';
import type { ConfigText } from './find.js';
import { configSchema } from './schema.js';
import { siteRules } from './site-rules.js';
import { readYamlDocument } from './yaml-document.js';

/**
 * Reads a configuration.
 * @throws NewsScrapeError `config_invalid`, with all mistakes in the order of the file
 */
export function parseConfig({ file, text }: ConfigText): Config {
  const document = readYamlDocument(text);
  if (Array.isArray(document)) throw invalid(file, document);
  const { data, error } = configSchema.safeParse(document.value ?? {});
  if (error) throw invalid(file, mistakesOf(error.issues, configSchema, document));
  const { rules, mistakes } = siteRules(data.rules ?? [], document);
  if (mistakes.length > 0) throw invalid(file, mistakes);
  return { file, rules };
}

function invalid(file: string, mistakes: readonly ConfigMistake[]): NewsScrapeError {
  const inOrder = mistakes.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return new NewsScrapeError('config_invalid', { file, mistakes: inOrder });
}
