import { NewsScrapeError, systemDetail } from '../errors.js';
import { hideSecrets } from '../hide.js';
import type { Validators } from '../validators.js';

/** Of the file that this program writes; it also reads files without a header, as they were at first. */
const VERSION = 1;
/** The first line; where git has joined two files it may stand anywhere. */
export const HEADER = JSON.stringify({ 'news-scrape': 'feeds', version: VERSION });

/** How far a feed has been read. Dates are ISO 8601 instants in UTC. */
export interface FeedMark {
  /** The feed's id or address as the user gave it. */
  feed: string;
  /** Date of the oldest article that the first run took; what is older is not wanted. */
  start?: string | undefined;
  /** True in its place if the first run saw no date to go by: all that the feed lists is wanted. */
  undated?: true | undefined;
  /** Everything wanted up to here has been seen; absent until a first run came to its end, and without dates. */
  complete?: string | undefined;
  /** When it is still, if nothing new comes until then. */
  stillAfter?: string | undefined;
  /** Of the last answer all of whose items were dealt with; absent if some were not. */
  validators?: Validators;
  /** What dealt with them: another version, or other options, may see more in the same answer. */
  readWith?: string;
}

/** Whether a feed works. A feed that never did has none. */
export interface FeedHealth {
  /** Runs in a row in which it could not be read; 0 while it works. */
  failures: number;
  /** When the first of them was, as an ISO 8601 instant in UTC. */
  since?: string;
  /** True once the failure was reported: then its end is, too. */
  told?: boolean;
  /** What else was told of it, and is not over. */
  warned?: readonly Warning[];
}

/** That nothing new comes; that robots.txt forbids what is new; that its address leads to another one for good. */
export const WARNINGS = ['still', 'forbidden', 'moved'] as const;
export type Warning = (typeof WARNINGS)[number];

/** A line of the file: a feed may have failed or worked without having been read to any mark. */
export type FeedLine = Pick<FeedMark, 'feed'> & Partial<FeedMark> & FeedState;

/** What is known of a feed besides how far it was read. */
export interface FeedState {
  health?: FeedHealth;
  /** Until when its server wants to be left alone, as an ISO 8601 instant in UTC; it may have passed. */
  rest?: string;
}

/** @returns undefined for a header */
export function parseLine(text: string, file: string, line: number): FeedLine | undefined {
  const value = parseJson(text, file, line);
  const version = versionOf(value);
  if (version !== undefined && version > VERSION) throw new NewsScrapeError('archive_newer', { file, version });
  if (version !== undefined && version >= 1) return undefined;
  if (isLine(value)) return withoutSecrets(value);
  throw new NewsScrapeError('archive_corrupt', { file, line, detail: text.slice(0, 40) });
}

/** Earlier versions named a feed by its address with all that is secret in it. */
function withoutSecrets(line: FeedLine): FeedLine {
  const { feed, validators } = line;
  return { ...line, feed: hideSecrets(feed), ...(validators && { validators: { ...validators, url: hideSecrets(validators.url) } }) };
}

function parseJson(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NewsScrapeError('archive_corrupt', { file, line, detail: systemDetail(error) }, { cause: error });
  }
}

/** That a header names; undefined for another line. */
function versionOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { 'news-scrape': kind, version }: { 'news-scrape'?: unknown; version?: unknown } = value;
  return kind === 'feeds' && typeof version === 'number' ? version : undefined;
}

export const isMarked = ({ start, undated }: FeedLine): boolean => start !== undefined || undated === true;
const isInstant = (date: unknown): boolean => typeof date === 'string' && !Number.isNaN(Date.parse(date));
const maybe = (isRight: (value: unknown) => boolean) => (value: unknown): boolean => value === undefined || isRight(value);

function isLine(value: unknown): value is FeedLine {
  if (typeof value !== 'object' || value === null) return false;
  const { feed, start, undated, health, rest }: { [Name in keyof FeedLine]?: unknown } = value;
  const saysSomething = [start, undated, health, rest].some((each) => each !== undefined);
  return typeof feed === 'string' && saysSomething && isMark(value) && maybe(isHealth)(health) && maybe(isInstant)(rest);
}

function isMark({ start, undated = true, complete, stillAfter, validators, readWith = '' }: { [Name in keyof FeedMark]?: unknown }): boolean {
  return [start, complete, stillAfter].every(maybe(isInstant)) && undated === true && maybe(areValidators)(validators) && typeof readWith === 'string';
}

function isHealth(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { failures, since, told = true, warned = [] }: { [Name in keyof FeedHealth]?: unknown } = value;
  return Number.isSafeInteger(failures) && Number(failures) >= 0 && maybe(isInstant)(since) && typeof told === 'boolean' && Array.isArray(warned) && warned.every((warning) => WARNINGS.some((known) => known === warning));
}

function areValidators(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { url, variant, etag = '', lastModified = '' }: { [Name in keyof Validators]?: unknown } = value;
  return [url, variant, etag, lastModified].every((text) => typeof text === 'string');
}
