import { en } from '../messages/en.js';
import type { Reason } from '../outcome.js';

/** What the archive remembers of one article: one line of `archive.jsonl`. */
export interface ArchiveRecord {
  /** Strongest name of the article, as `identify` gives it. */
  id: string;
  status: 'written' | 'skipped' | 'failed';
  reason: Reason;
  url: string;
  title: string;
  /** The feed's id or address as the user gave it. */
  feed: string;
  /** ISO 8601 instant in UTC, where known. */
  date?: string;
  /** Written only: path of the post below the output folder, with forward slashes. */
  file?: string;
  /** Written only: the first 16 hexadecimal digits of the SHA-256 of the document as it was written. */
  hash?: string;
  /** Failed only: runs in which it failed. */
  attempts?: number;
  /** Failed only: what nothing but the feed tells, for another try after the feed has dropped the article. */
  item?: { author?: string; categories?: readonly string[] };
  /** Other names of the article. */
  aliases?: readonly string[];
}

type Check = (value: unknown) => boolean;

const isString: Check = (value) => typeof value === 'string';
const isName: Check = (value) => typeof value === 'string' && value !== '';
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const listOf = (isMember: Check): Check => (value) => Array.isArray(value) && value.every(isMember);
const matching = (pattern: RegExp): Check => (value) => typeof value === 'string' && pattern.test(value);
const isInstant: Check = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));
/** A merged archive is foreign input: no path in it may lead out of the output folder, on Windows neither. */
const isInside: Check = (value) =>
  typeof value === 'string' &&
  !/^[a-z]:|[\\\0]/i.test(value) &&
  value.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

/** The fields in the order of the file. `only` is the status without which an optional field has no place. */
const FIELDS: { [Name in keyof Required<ArchiveRecord>]: { check: Check; optional?: true; only?: ArchiveRecord['status'] } } = {
  id: { check: isName },
  status: { check: matching(/^(?:written|skipped|failed)$/) },
  reason: { check: (value) => typeof value === 'string' && Object.hasOwn(en.reasons, value) },
  url: { check: isString },
  title: { check: isString },
  feed: { check: isString },
  date: { check: isInstant, optional: true },
  file: { check: isInside, optional: true, only: 'written' },
  hash: { check: matching(/^[0-9a-f]{16}$/), optional: true, only: 'written' },
  attempts: { check: (value) => Number.isSafeInteger(value) && Number(value) > 0, optional: true, only: 'failed' },
  item: { check: isItem, optional: true, only: 'failed' },
  aliases: { check: listOf(isName), optional: true },
};
const ROWS = Object.entries(FIELDS);
/** The order for JSON.stringify, which wants the names of inner fields too. */
const KEYS = [...Object.keys(FIELDS), 'author', 'categories'];

/**
 * Reads one line of the archive.
 * @returns the record, or what is wrong with the line
 */
export function parseRecord(line: string): ArchiveRecord | string {
  if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(line)) return en.archive.conflict;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return en.archive.notJson;
  }
  return isRecord(value) ? value : en.archive.field(wrongField(value));
}

/** One line without its newline, the fields always in the same order. */
export function formatRecord(record: ArchiveRecord): string {
  const { aliases = [], ...unnamed } = record;
  return JSON.stringify(aliases.length > 0 ? record : unnamed, KEYS);
}

const isRecord = (value: unknown): value is ArchiveRecord => wrongField(value) === '';

/** The name of the first field that breaks its rule, empty if none does. */
function wrongField(value: unknown): string {
  if (!isObject(value)) return 'id';
  for (const [name, { check, optional, only }] of ROWS) {
    const field = value[name];
    if (field === undefined ? !optional : !check(field) || (only !== undefined && only !== value.status)) return name;
  }
  return Object.keys(value).find((name) => !Object.hasOwn(FIELDS, name)) ?? '';
}

function isItem(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { author, categories, ...others } = value;
  return (
    (author === undefined || isString(author)) &&
    (categories === undefined || listOf(isString)(categories)) &&
    Object.keys(others).length === 0
  );
}
