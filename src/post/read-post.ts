import { parse } from 'yaml';
import { parseDate } from '../dates.js';
import { parseHttpUrl } from '../url.js';
import { splitPost } from './split-post.js';

/** What the front matter of a post tells of its article. */
export interface ReadPost {
  title: string;
  /** A day as `YYYY-MM-DD` where no time is given. */
  date?: Date | string;
  /** Address of the article, where a key names it; empty if none does. */
  url: string;
}

/** Keys under which tools keep the address that a post was made from. */
const ADDRESS_KEYS = ['source_url', 'link', 'original_url', 'source', 'original', 'canonical_url', 'url'];

/**
 * Reads the front matter of a post, whatever tool has made it.
 * @returns undefined for a file without front matter, or one whose front matter is damaged or has no title
 */
export function readPost(document: string): ReadPost | undefined {
  const { head } = splitPost(document);
  if (head === undefined) return undefined;
  const fields = parseFields(head);
  const title = textOf(fields.title);
  if (title === '') return undefined;
  const date = dateOf(textOf(fields.date));
  const url = ADDRESS_KEYS.map((key) => textOf(fields[key])).find((value) => parseHttpUrl(value) !== undefined) ?? '';
  return { title, url, ...(date !== undefined && { date }) };
}

/** The keys of a front matter with their values; none where it is damaged. */
export function parseFields(yaml: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 0 });
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');

function dateOf(text: string): Date | string | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? text : parseDate(text);
}
