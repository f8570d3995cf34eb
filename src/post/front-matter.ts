import { Document } from 'yaml';
import { toNode } from './node.js';
import { quoteInvisible, Timestamp, type FrontMatterValue } from './value.js';

/** One key of the front matter with its value. */
export type FrontMatterEntry = readonly [key: string, value: FrontMatterValue];

/**
 * The block between the two `---` lines, dashes included, ending in a newline. The YAML library writes every value,
 * so that reading it back gives the same value whatever stands in it; texts that YAML 1.1 readers (Jekyll, Hugo) would
 * take for something else are quoted.
 */
export function formatFrontMatter(entries: readonly FrontMatterEntry[]): string {
  return `---\n${entries.map(([key, value]) => writeEntry(key, value)).join('')}---\n`;
}

/** One key with its value; a list stands below its key, which keeps the blank that the format has there. */
function writeEntry(key: string, value: FrontMatterValue): string {
  const compat = value instanceof Timestamp ? {} : { compat: 'yaml-1.1' as const };
  const document = new Document({ [key]: toNode(value) }, { version: '1.2', ...compat });
  const visible = quoteInvisible(document.toString({ indent: 1, lineWidth: 0, flowCollectionPadding: false }));
  return Array.isArray(value) && value.length > 0 ? visible.replace(':\n', ': \n') : visible;
}
