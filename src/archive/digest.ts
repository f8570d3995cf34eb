import { createHash } from 'node:crypto';

/**
 * The first 16 hexadecimal digits of the SHA-256 of a text. Line ends and a byte order mark make no difference: git and
 * editors change them on their own.
 */
export function digestOf(text: string): string {
  return createHash('sha256').update(text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')).digest('hex').slice(0, 16);
}
