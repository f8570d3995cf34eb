import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import { getEncoding } from 'encoding-sniffer';

/** Text of a page or feed and how its bytes were read. */
export interface Decoded {
  text: string;
  /** WHATWG name of the charset, lower case. */
  charset: string;
  /** What decided: the bytes themselves, the server's or document's declaration, or a guess from letter frequencies. */
  from: 'bytes' | 'declaration' | 'guess';
}

/**
 * Share of undecodable characters up to which text still counts as UTF-8: a page with a few bytes damaged is UTF-8,
 * while Chinese text in another charset fails on nearly every character.
 */
const TOLERATED_DAMAGE = 0.02;

/** Lead in letter-frequency confidence (of 100) that a guess must have over a declaration to overrule it. */
const OVERRULING_LEAD = 50;

/**
 * Decodes a document whose declared charset may be wrong. Valid UTF-8 is UTF-8 whatever is declared, because no
 * Chinese text in another charset happens to be valid UTF-8. Otherwise the declaration counts (BOM, HTTP header,
 * `<meta>` or XML declaration, as the HTML standard orders them), unless it claims UTF-8, breaks many characters, or
 * the letter frequencies speak clearly for another charset. GB2312 and GBK are read as GB18030, their superset.
 *
 * Declarations: https://html.spec.whatwg.org/#determining-the-character-encoding, names: https://encoding.spec.whatwg.org.
 * @param contentType the server's Content-Type header, if there was one
 * @returns text without a byte order mark; bytes that cannot be decoded are U+FFFD, nothing throws
 */
export function decodeDocument(bytes: Uint8Array, contentType = ''): Decoded {
  const utf8 = decodeAs('utf-8', bytes);
  const isValid = isUtf8(bytes) || (damage(utf8) <= TOLERATED_DAMAGE && !hasUtf16Mark(bytes));
  if (isValid) return { text: utf8, charset: 'utf-8', from: 'bytes' };
  return readDeclared(bytes, contentType) ?? guess(bytes);
}

function readDeclared(bytes: Uint8Array, contentType: string): Decoded | undefined {
  const charset = readable(declaredCharset(bytes, contentType));
  if (charset === undefined || charset === 'utf-8') return undefined;
  const text = decodeAs(charset, bytes);
  if (damage(text) > TOLERATED_DAMAGE || (!isChinese(text) && isOverruled(charset, bytes))) return undefined;
  return { text, charset, from: 'declaration' };
}

function isOverruled(charset: string, bytes: Uint8Array): boolean {
  const guesses = analyse(bytes);
  const support = guesses.find(({ name }) => readable(name) === charset)?.confidence ?? 0;
  return (guesses[0]?.confidence ?? 0) - support > OVERRULING_LEAD;
}

function guess(bytes: Uint8Array): Decoded {
  const charset = readable(analyse(bytes)[0]?.name ?? '') ?? 'gb18030';
  return { text: decodeAs(charset, bytes), charset, from: 'guess' };
}

/** The commonest characters of Chinese, in both scripts: every seventh of a text is one of them. */
const COMMON: ReadonlySet<number> = new Set(Array.from('的一是不了在人有我他这這中大来來上国國个個到说說们們为為子和', (character) => character.charCodeAt(0)));
/** Share of them from which on a text is Chinese and so was read in the right charset; wrongly read text has next to none. */
const CHINESE = 0.05;

/** Spares the guess, which takes longer than all the rest. */
function isChinese(text: string): boolean {
  let common = 0;
  let foreign = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // The second half of a character is not counted again.
    if (code > 0x7f && (code < 0xdc00 || code > 0xdfff)) foreign += 1;
    if (code > 0x2fff && COMMON.has(code)) common += 1;
  }
  return common > 0 && common / foreign >= CHINESE;
}

function decodeAs(charset: string, bytes: Uint8Array): string {
  return new TextDecoder(charset).decode(bytes);
}

/** Undecodable characters as a share of all that are not ASCII; 0 for plain ASCII. */
function damage(text: string): number {
  let foreign = 0;
  let broken = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) foreign += 1;
    if (code === 0xfffd) broken += 1;
  }
  return foreign === 0 ? 0 : broken / foreign;
}

const hasUtf16Mark = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

function declaredCharset(bytes: Uint8Array, contentType: string): string {
  const transportLayerEncodingLabel = /charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType)?.[1];
  return getEncoding(bytes, { defaultEncoding: 'utf-8', ...(transportLayerEncodingLabel && { transportLayerEncodingLabel }) });
}

/** The WHATWG name of a charset label, or undefined for one that cannot be decoded. */
function readable(label: string): string | undefined {
  if (/^(gb2312|gbk|gb_?18030|hz-gb-2312|x-gbk)$/i.test(label)) return 'gb18030';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
