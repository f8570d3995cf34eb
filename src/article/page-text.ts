import { isUtf8 } from 'node:buffer';
import { decodeDocument, type Decoded } from './decode.js';

/** A page's text, of which only what is read is decoded. */
export interface PageText extends Pick<Decoded, 'charset' | 'from'> {
  /** In which to look for ASCII, which stands there as it is; of others a character may be a few, and foreign ones. */
  readonly source: string;
  /** The text of a stretch of `source` with ASCII at both ends. */
  between: (start: number, end: number) => string;
  /** All of it. */
  whole: () => string;
}

/** The text of a page that is decoded already. */
export function plainText(text: string, { charset, from }: Pick<Decoded, 'charset' | 'from'> = { charset: 'utf-8', from: 'bytes' }): PageText {
  return { charset, from, source: text, between: (start, end) => text.slice(start, end), whole: () => text };
}

/**
 * Reads a page's charset as `decodeDocument` does. Bytes of UTF-8 are looked through as they are: no part of a character
 * beyond ASCII is taken for one of ASCII, and to decode all of a page takes longer than to read the article in it.
 */
export function openText(bytes: Uint8Array, contentType: string): PageText {
  if (!isUtf8(bytes)) {
    const decoded = decodeDocument(bytes, contentType);
    return plainText(decoded.text, decoded);
  }
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = hasMark(all) ? all.subarray(3) : all;
  let whole: string | undefined;
  return {
    charset: 'utf-8',
    from: 'bytes',
    source: text.toString('latin1'),
    between: (start, end) => text.toString('utf8', start, end),
    whole: () => (whole ??= text.toString()),
  };
}

const hasMark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
