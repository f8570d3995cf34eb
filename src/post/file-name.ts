import { createHash } from 'node:crypto';
import { formatShanghaiDay } from '../dates.js';

/** Most file systems allow 255 bytes; synchronisation and encryption layers allow fewer. */
const MAX_BYTES = 200;
const EXTENSION = '.md';
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * `YYYY-MM-DD-<title>.md` (the day in +08:00), at most 200 bytes of UTF-8, cut between graphemes.
 *
 * Safe on Linux, macOS and Windows, in URLs and in shells (`xargs` takes blanks and quotes apart): of ASCII only
 * letters, digits, `.`, `_` and `-` remain; control, format and private characters go; runs of anything else become
 * one `-`. A title of which nothing remains gives way to the short id.
 */
export function postFileName({ title, date, id }: { title: string; date: Date; id: string }): string {
  const day = formatShanghaiDay(date);
  return `${day}-${fit(cleanTitle(title) || shortId(id), MAX_BYTES - byteLength(`${day}-${EXTENSION}`))}${EXTENSION}`;
}

/** The same name made unique by the short id, still within 200 bytes. */
export function uniqueFileName(name: string, id: string): string {
  const suffix = `-${shortId(id)}${EXTENSION}`;
  return fit(name.slice(0, -EXTENSION.length), MAX_BYTES - byteLength(suffix)) + suffix;
}

/** Names that a case-insensitive or normalising file system would take for one have one key. */
export function fileNameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function cleanTitle(title: string): string {
  return title
    .normalize('NFC')
    // A joiner between pictographs is part of an emoji, every other format character is invisible.
    .replace(/(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, ' ')
    .replace(/[^\p{L}\p{N}\p{M}\p{P}\p{S}\u200d]|[!-,/:-@[-^`{-~]/gu, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}

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
  return kept.replace(/[-.]+$/, '');
}

const byteLength = (text: string): number => Buffer.byteLength(text, 'utf8');

/** Eight hexadecimal digits that follow from the id alone, so that the same article gets the same name anywhere. */
function shortId(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 8);
}
