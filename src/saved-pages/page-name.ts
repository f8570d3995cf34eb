import { createHash } from 'node:crypto';
import { identify } from '../archive/identity.js';
import { parseHttpUrl } from '../url.js';

const HOST_LENGTH = 100;
const ID_LENGTH = 60;
/** Windows keeps these for devices, whatever follows the first dot. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)\./;

/**
 * A name for the page at an address, without extension: `<host>-<document id>`, or a short hash where the address has no
 * document id. Of ASCII only lower-case letters, digits, dots and dashes, so that it is safe on all systems.
 */
export function pageName(url: string): string {
  const host = clean(parseHttpUrl(url)?.hostname ?? '').slice(0, HOST_LENGTH) || 'page';
  const { id } = identify({ url });
  const documentId = /^[a-z]+:(?!\/\/)(.+)$/.exec(id)?.[1];
  const name = `${host}-${documentId === undefined ? digest(id || url, 8) : clean(documentId).slice(0, ID_LENGTH)}`;
  return RESERVED.test(name) ? `_${name}` : name;
}

/** The first digits of the SHA-256 of something. */
export function digest(data: string | Uint8Array, digits = 64): string {
  return createHash('sha256').update(data).digest('hex').slice(0, digits);
}

const clean = (text: string): string => text.toLowerCase().replace(/[^a-z0-9.-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
