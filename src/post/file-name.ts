import { createHash } from 'node:crypto';
import { formatShanghaiDay } from '../dates.js';
import { DEFAULT_NAME, type NameTemplate, type Placeholder } from './name-template.js';

/** Most file systems allow 255 bytes; synchronisation and encryption layers allow fewer. */
const MAX_BYTES = 200;
const EXTENSION = '.md';
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** What a name can tell of its post. */
export interface NameParts {
  title: string;
  date: Date;
  /** The article's identity. */
  id: string;
  /** The feed as it was named; empty for a page that was named by itself. */
  feed?: string | undefined;
}

/** How names are made. */
export interface NameForm {
  template: NameTemplate;
  /** The title in Latin letters. Only needed where the template has `{slug}`. */
  slugOf?: ((title: string) => string) | undefined;
  /** The day always stands in front, as Jekyll wants it. */
  startsWithDay?: boolean | undefined;
}

/**
 * The name of a post, `YYYY-MM-DD-<title>.md` (the day in +08:00) without another wish: at most 200 bytes of UTF-8, cut
 * between graphemes.
 *
 * Safe on Linux, macOS and Windows, in URLs and in shells (`xargs` takes blanks and quotes apart): of ASCII only
 * letters, digits, `.`, `_` and `-` remain; control, format and private characters go; runs of anything else become
 * one `-`. A title of which nothing remains gives way to the short id. A name that a generator or Windows keeps for
 * itself gets the short id in front.
 */
export function postFileName(parts: NameParts, { template, slugOf, startsWithDay }: NameForm = { template: DEFAULT_NAME }): string {
  const day = formatShanghaiDay(parts.date);
  const title = clean(parts.title) || shortId(parts.id);
  const values: Record<Placeholder, string> = { date: day, title, slug: clean(slugOf?.(parts.title) ?? '') || title, id: documentId(parts.id), feed: clean(feedName(parts.feed ?? '')) };
  const room = MAX_BYTES - byteLength(EXTENSION) - (startsWithDay ? byteLength(`${day}-`) : 0);
  // Hexo passes over files whose name begins with an underscore.
  const name = fit(clean(fill(template, values, room)).replace(/^[-._]+/, ''), room) || shortId(parts.id);
  if (startsWithDay && !name.startsWith(`${day}-`)) return `${day}-${name}${EXTENSION}`;
  return fit(RESERVED.test(name) ? `${shortId(parts.id)}-${name}` : name, MAX_BYTES - byteLength(EXTENSION)) + EXTENSION;
}

/** Names of devices on Windows, with any extension; files that Hugo takes for those of a folder. */
const RESERVED = /^(?:con|prn|aux|nul|conin|conout|(?:com|lpt)[\d¹²³]|index)(?=\.|$)/i;

/** The same name made unique by the short id, still within 200 bytes. */
export function uniqueFileName(name: string, id: string): string {
  const suffix = `-${shortId(id)}${EXTENSION}`;
  return fit(name.slice(0, -EXTENSION.length), MAX_BYTES - byteLength(suffix)) + suffix;
}

/**
 * Names that a file system, or a generator that makes addresses of them, would take for one have one key: neither
 * capitals nor punctuation count.
 * @param sharesDays true if addresses leave out the day in front of a name
 */
export function fileNameKey(name: string, sharesDays = false): string {
  const counted = sharesDays ? name.replace(/^\d{4}-\d\d-\d\d-(?=.)/, '') : name;
  const letters = counted.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}\p{M}]/gu, '');
  // Of a name that is nothing but signs, the signs count.
  return /^(?:\d{8})?md$/.test(letters) ? counted : letters;
}

/** Fills in the values, the long ones cut so that those after them keep their place. */
function fill(template: NameTemplate, values: Record<Placeholder, string>, room: number): string {
  const valueOf = (placeholder: Placeholder | undefined, share: number): string => {
    if (placeholder === undefined) return '';
    return LONG.has(placeholder) ? cut(values[placeholder], share, placeholder === 'slug') : values[placeholder];
  };
  const fixed = template.map(({ text, placeholder }) => text + valueOf(placeholder, 0)).join('');
  const long = template.filter(({ placeholder }) => placeholder !== undefined && LONG.has(placeholder)).length;
  const share = Math.max(0, Math.floor((room - byteLength(fixed)) / Math.max(1, long)));
  return template.map(({ text, placeholder }) => text + valueOf(placeholder, share)).join('');
}

const LONG: ReadonlySet<Placeholder> = new Set(['title', 'slug', 'feed']);

/** Cuts a value; one of whole words loses the word that was cut. */
function cut(value: string, bytes: number, hasWords: boolean): string {
  const kept = fit(value, bytes);
  return hasWords && kept !== value && value[kept.length] !== '-' ? kept.replace(/-?[^-]*$/, '') : kept;
}

function clean(text: string): string {
  return text
    .normalize('NFC')
    // A joiner between pictographs is part of an emoji, every other format character is invisible.
    .replace(/(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, ' ')
    .replace(/[^\p{L}\p{N}\p{M}\p{P}\p{S}\u200d]|[!-,/:-@[-^`{-~]/gu, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}

/** A feed's id or address without what all addresses have. */
const feedName = (feed: string): string => feed.replace(/^https?:\/\//i, '');

/** Cuts a text to a number of UTF-8 bytes on a grapheme border, without a dash or dot left at its end. */
function fit(text: string, bytes: number): string {
  if (byteLength(text) <= bytes) return text;
  let kept = '';
  let size = 0;
  for (const { segment } of graphemes.segment(text)) {
    size += byteLength(segment);
    if (size > bytes) break;
    kept += segment;
  }
  return kept.replace(/(?<![-.])[-.]+$/, '');
}

const byteLength = (text: string): number => Buffer.byteLength(text, 'utf8');

/** The site's own id of a document where the identity is one, else the short id. */
export function documentId(id: string): string {
  return /^[a-z]+:([\w-]{1,64})$/i.exec(id)?.[1] ?? shortId(id);
}

/** Eight hexadecimal digits that follow from the id alone, so that the same article gets the same name anywhere. */
function shortId(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 8);
}
