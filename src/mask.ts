/** Names of query parameters that carry secrets: `access_token`, `apikey`, `X-Amz-Signature`, `passwd`, but not `author`. */
const SECRET = /token|secret|passw|pwd|credential|signature|sess(?:ion)?_?id|api[-_]?key|access[-_]?key|auth(?!or)|^(?:key|sig|jwt)$/i;
/** What stands in the place of a secret. */
export const MASK = '***';

/** Whether the value of something with this name is a secret. */
export const namesSecret = (name: string): boolean => SECRET.test(name);

/**
 * The text with user names, passwords and secret parameters of the URLs in it made unreadable: for everything that is
 * printed or logged.
 */
export function maskSecrets(text: string): string {
  return text
    .replace(/(?<=:\/\/)[^\s/?#]*@/g, `${MASK}@`)
    .replace(/([?&;#])([^\s=?&;#]*)=([^\s?&;#"'<>]*)/g, (pair, mark: string, name: string, value: string) =>
      value !== '' && namesSecret(name) ? `${mark}${name}=${MASK}` : pair,
    );
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
