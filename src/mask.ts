import { createHash } from 'node:crypto';

/** Names of query parameters that carry secrets: `access_token`, `apikey`, `X-Amz-Signature`, `passwd`, but not `author`. */
const SECRET = /token|secret|passw|pwd|credential|signature|sess(?:ion)?_?id|api[-_]?key|access[-_]?key|auth(?!or)|^(?:key|sig|jwt)$/i;
const MASK = '***';

/**
 * The text with user names, passwords and secret parameters of the URLs in it made unreadable: for everything that is
 * printed or logged.
 */
export function maskSecrets(text: string): string {
  return text
    .replace(/(?<=:\/\/)[^\s/?#]*@/g, `${MASK}@`)
    .replace(/([?&;#])([^\s=?&;#]*)=([^\s?&;#"'<>]*)/g, (pair, mark: string, name: string, value: string) =>
      value !== '' && SECRET.test(name) ? `${mark}${name}=${MASK}` : pair,
    );
}

/**
 * The same for what stands in files and has to stay one name: each word that held a secret ends with a short digest of
 * what it was. A text that was hidden stays as it is.
 */
export function hideSecrets(text: string): string {
  return text.replace(/\S+/g, (word) => {
    const masked = maskSecrets(word);
    return masked === word ? word : `${masked}#${createHash('sha256').update(word).digest('hex').slice(0, 8)}`;
  });
}

/** A copy of which no text holds a secret, but for the path of a file, which has to stay one. */
export function maskRecord(record: object): object {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, name === 'file' ? value : maskValue(value)]));
}

function maskValue(value: unknown): unknown {
  if (typeof value === 'string') return maskSecrets(value);
  if (Array.isArray(value)) return value.map(maskValue);
  return typeof value === 'object' && value !== null && !(value instanceof Date) ? maskRecord(value) : value;
}
