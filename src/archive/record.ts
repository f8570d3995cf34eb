import { hideSecrets } from '../hide.js';
import { mayHoldSecrets } from '../mask.js';
import { messages } from '../messages/messages.js';
import { REASONS, type Reason } from '../outcome.js';
import type { Validators } from '../validators.js';
import { count, digest, instant, isObject, listOf, name, objectOf, oneOf, pathInside, picturePath, text, type Shape } from './shapes.js';

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
  /** Written only: `digestOf` the document as it was written; absent for a post that this program has not written. */
  hash?: string;
  /** Written only: id of the rule that took the article out of its page. */
  rule?: string;
  /** Written only: how the source looked then. */
  source?: SourceState;
  /** Written only: the pictures that stand with the post, each by its address in the article and its path below their folder. */
  pictures?: readonly { from: string; file: string }[];
  /** Written only: why its page could not be had since, in how many runs in a row, and when last (ISO 8601 instant in UTC). */
  failure?: { reason?: Reason; attempts?: number; failed?: string };
  /** Failed only: runs in which its page was asked for and it failed. */
  attempts?: number;
  /** Failed only: runs in which nobody could ask, because its host did not let us. */
  unasked?: number;
  /** Failed only: when it first failed, as an ISO 8601 instant in UTC; gone once it is given up. */
  since?: string;
  /** Failed only: when it failed last, as an ISO 8601 instant in UTC. */
  failed?: string;
  /** What nothing but the feed tells, for another look at the page after the feed has dropped the article. */
  item?: { author?: string; image?: string; categories?: readonly string[] };
  /** Other names of the article. */
  aliases?: readonly string[];
}

/** The record of an article that has a post. */
export type WrittenRecord = ArchiveRecord & { status: 'written'; file: string };

/** What tells whether the source of a post has changed since. */
export interface SourceState {
  /** When the feed said that the article was last changed; ISO 8601 instant in UTC. */
  updated?: string;
  /** `digestOf` what the feed carried of the article. */
  print?: string;
  /** `digestOf` the title that the page had. */
  headline?: string;
  /** The address that the feed gave, where the page names another one as its own. */
  page?: string;
  /** What the page's server gave to ask whether it has changed, and what had made the post out of the page. */
  validators?: Validators;
  readWith?: string;
}

interface Field {
  shape: Shape;
  optional: boolean;
}

/** An article that failed in fewer runs is never given up. */
export const MIN_ATTEMPTS = 5;
const STATUSES = ['written', 'skipped', 'failed'] as const;
const REASONS_OF = { written: [...REASONS.written, ...REASONS.updated, 'adopted'], skipped: REASONS.skipped, failed: REASONS.failed };

const required = (shape: Shape): Field => ({ shape, optional: false });
const optional = (shape: Shape): Field => ({ shape, optional: true });

const VALIDATORS = objectOf({ url: text, variant: text, etag: text, lastModified: text });

/** Fields that only records of one status may have. */
const OWN_FIELDS: Record<ArchiveRecord['status'], Readonly<Record<string, Field>>> = {
  written: {
    file: optional(pathInside),
    hash: optional(digest),
    rule: optional(text),
    source: optional(objectOf({ updated: instant, print: digest, headline: digest, page: text, validators: VALIDATORS, readWith: digest })),
    pictures: optional(listOf(objectOf({ from: text, file: picturePath }))),
    failure: optional(objectOf({ reason: oneOf(REASONS.failed), attempts: count, failed: instant })),
  },
  skipped: {},
  failed: { attempts: optional(count), unasked: optional(count), since: optional(instant), failed: optional(instant) },
};

/** All fields of a record of this status, in the order of the file. */
const fieldsOf = (status: ArchiveRecord['status']): Readonly<Record<string, Field>> => ({
  id: required(name),
  status: required(oneOf([status])),
  reason: required(oneOf(REASONS_OF[status])),
  url: required(text),
  title: required(text),
  feed: required(text),
  date: optional(instant),
  ...OWN_FIELDS[status],
  item: optional(objectOf({ author: text, image: text, categories: listOf(text) })),
  aliases: optional(listOf(name)),
});
const FIELDS = new Map<unknown, Readonly<Record<string, Field>>>(STATUSES.map((status) => [status, fieldsOf(status)]));

/** The order for JSON.stringify, which wants the names of inner fields too. */
const KEYS = [
  ...new Set(STATUSES.flatMap((status) => Object.keys(fieldsOf(status)).filter((key) => key !== 'item' && key !== 'aliases'))),
  ...['updated', 'print', 'headline', 'page', 'validators', 'readWith', 'variant', 'etag', 'lastModified', 'from', 'item', 'author', 'image', 'categories', 'aliases'],
];

/**
 * Reads one line of the archive.
 * @returns the record, or what is wrong with the line
 */
export function parseRecord(line: string): ArchiveRecord | string {
  if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(line)) return messages.archive.conflict;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return messages.archive.notJson;
  }
  return isRecord(value) ? withHiddenSecrets(value, line) : messages.archive.field(wrongField(value));
}

/**
 * An archive is made to be published with its posts. Earlier versions had in it the addresses of feeds, articles and
 * pictures with all that is secret in them.
 * @param line the record as it is written
 */
function withHiddenSecrets(record: ArchiveRecord, line: string): ArchiveRecord {
  if (!mayHoldSecrets(line)) return record;
  const { id, feed, url, source, pictures, aliases } = record;
  const { page, validators } = source ?? {};
  return {
    ...record,
    id: hideSecrets(id),
    feed: hideSecrets(feed),
    url: hideSecrets(url),
    ...(source && { source: { ...source, ...(page !== undefined && { page: hideSecrets(page) }), ...(validators && { validators: { ...validators, url: hideSecrets(validators.url) } }) } }),
    ...(pictures && { pictures: pictures.map(({ from, file }) => ({ from: hideSecrets(from), file })) }),
    ...(aliases && { aliases: aliases.map(hideSecrets) }),
  };
}

/** One line without its newline, the fields always in the same order, and no secret in it. */
export function formatRecord(record: ArchiveRecord): string {
  const line = lineOf(record);
  const hidden = withHiddenSecrets(record, line);
  return hidden === record ? line : lineOf(hidden);
}

function lineOf(record: ArchiveRecord): string {
  const { aliases = [], ...unnamed } = record;
  return JSON.stringify(aliases.length > 0 ? record : unnamed, KEYS);
}

/**
 * What a line without its newline looks like as `formatRecord` writes it for a record of this status, as the source of
 * a regular expression for its bytes read as Latin-1. Its two groups hold the id and the list of aliases as JSON.
 */
export function lineShape(status: ArchiveRecord['status']): string {
  const fields = Object.entries(fieldsOf(status)).map(([key, { shape, optional: mayMiss }]) => {
    const value = ['id', 'aliases'].includes(key) ? `(${shape.json})` : shape.json;
    return mayMiss ? `(?:,"${key}":${value})?` : `,"${key}":${value}`;
  });
  return String.raw`\{${fields.join('').slice(1)}\}`;
}

/** True for an article that the next run of its feed tries again. Earlier versions noted no `since`, and went by the attempts alone. */
export const isPending = ({ status, attempts = 1, since }: ArchiveRecord): boolean => status === 'failed' && (since !== undefined || attempts < MIN_ATTEMPTS);

export const isWritten = (record: ArchiveRecord | undefined): record is WrittenRecord => record?.status === 'written' && record.file !== undefined;

/** All names of an article, the strongest first. */
export const namesOf = ({ id, aliases = [] }: ArchiveRecord): string[] => [id, ...aliases];

const isRecord = (value: unknown): value is ArchiveRecord => wrongField(value) === '';

/** The name of the first field that breaks its rule, empty if none does. */
function wrongField(value: unknown): string {
  if (!isObject(value)) return 'id';
  const fields = FIELDS.get(value.status);
  if (!fields) return 'status';
  for (const [key, { shape, optional: mayMiss }] of Object.entries(fields)) {
    const field = value[key];
    if (field === undefined ? !mayMiss : !shape.test(field)) return key;
  }
  return Object.keys(value).find((key) => !Object.hasOwn(fields, key)) ?? '';
}
