import { Document } from 'yaml';
import { toNode } from './node.js';
import { quoteInvisible, Timestamp, type FrontMatterValue } from './value.js';

/** One key of the front matter with its value. */
export type FrontMatterEntry = readonly [key: string, value: FrontMatterValue];

/**
 * The block between the two `---` lines, dashes included, ending in a newline. The YAML library writes every value,
 * so that reading it back gives the same value whatever stands in it; texts that YAML 1.1 readers (Jekyll, Hugo) would
 * take for something else are quoted.
 *
 * https://yaml.org/spec/1.2.2/, and https://yaml.org/type/ for what 1.1 takes for more than text.
 * @param entries in the order in which they are to stand
 */
export function formatFrontMatter(entries: readonly FrontMatterEntry[]): string {
  const parts = entries.map(([, value], at) => (at === 0 || isTime(value) !== isTime(entries[at - 1]?.[1]) ? at : [])).flat();
  return `---\n${parts.map((start, at) => writeEntries(entries.slice(start, parts[at + 1]))).join('')}---\n`;
}

const isTime = (value: FrontMatterValue | undefined): boolean => value instanceof Timestamp;

/** A list below its key, which keeps the blank that the format has there. */
const ABOVE_LIST = /^([^ \n].*):\n(?= - )/gm;

/** Keys in a row whose values follow the same version of YAML: each document that is made takes its time. */
function writeEntries(entries: readonly FrontMatterEntry[]): string {
  const compat = isTime(entries[0]?.[1]) ? {} : { compat: 'yaml-1.1' as const };
  const document = new Document(new Map(entries.map(([key, value]) => [key, toNode(value)])), { version: '1.2', ...compat });
  const text = quoteInvisible(document.toString({ indent: 1, lineWidth: 0, flowCollectionPadding: false }));
  return text.replace(ABOVE_LIST, '$1: \n');
}
