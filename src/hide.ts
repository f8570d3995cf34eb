import { createHash } from 'node:crypto';
import { MASK, maskSecrets } from './mask.js';

/**
 * The text with its secrets hidden for a file, where it has to stay one name: each word that held one ends with a short
 * digest of what it was. A text that was hidden stays as it is. Apart from `mask.ts`, since the program starts with that
 * one and digests take their time to load.
 */
export function hideSecrets(text: string): string {
  return text.replace(/\S+/g, (word) => {
    const masked = maskSecrets(word);
    return masked === word ? word : `${masked}#${createHash('sha256').update(word).digest('hex').slice(0, 8)}`;
  });
}

/** True for an address of which a secret was hidden: nobody can be asked for it any more. */
export const isHidden = (address: string): boolean => address.includes(MASK) && /#[0-9a-f]{8}$/.test(address);
