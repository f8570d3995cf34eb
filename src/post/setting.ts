import { parseDocument } from 'yaml';
import type { FrontMatterValue } from './value.js';

/** A key of the front matter and the value that every post has there. */
export type Setting = readonly [key: string, value: FrontMatterValue];

/**
 * Reads `key=value`. `true`, `false` and plain numbers are what they say; a value that begins with `[`, `{` or a
 * quotation mark is YAML; all else is text as it stands.
 * @returns undefined for a key that is none, and for YAML that is damaged
 */
export function parseSetting(text: string): Setting | undefined {
  const [, key, value = ''] = /^([\p{L}_][\p{L}\p{N}_-]*)=(.*)$/su.exec(text.trim()) ?? [];
  if (key === undefined || key === '__proto__') return undefined;
  const read = readValue(value.trim());
  return read === undefined ? undefined : [key, read];
}

function readValue(value: string): FrontMatterValue | undefined {
  if (value === 'true' || value === 'false') return value === 'true';
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(value)) return Number(value);
  if (!/^["'[{]/.test(value)) return value;
  const document = parseDocument(value, { version: '1.2', schema: 'core', logLevel: 'silent' });
  const read: unknown = document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
  return isValue(read) ? read : undefined;
}

function isValue(value: unknown): value is FrontMatterValue {
  if (value === null) return true;
  if (typeof value !== 'object') return ['string', 'number', 'boolean'].includes(typeof value);
  return Object.values(value).every(isValue);
}
