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

/** False for a text of any length in whose addresses no secret stands. Looks at few of its characters, for whole archives. */
export function mayHoldSecrets(text: string): boolean {
  for (const at of placesOf('=', text)) {
    const start = startOf(text, at, '\n =?&;#');
    const isParameter = start > 0 && '?&;#'.includes(text.charAt(start - 1));
    if (isParameter && !/^\*\*\*(?:[\s?&;#"'<>]|$)/.test(text.slice(at + 1, at + 5)) && namesSecret(text.slice(start, at))) return true;
  }
  for (const at of placesOf('@', text)) {
    const start = startOf(text, at, '\n @/?#');
    if (text.startsWith('://', start - 3) && (text.slice(start, at) !== MASK || hasMoreBeforeHost(text, at + 1))) return true;
  }
  return false;
}

/** True where the user's part of an address goes on behind what looks like its end: the last `@` is the end. */
function hasMoreBeforeHost(text: string, from: number): boolean {
  const more = /[^\s/?#]*@/y;
  more.lastIndex = from;
  return more.test(text);
}

function* placesOf(sign: string, text: string): Generator<number> {
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) yield at;
}

/** Where the word begins that ends at a place; `ends` are the signs that may stand before it. */
function startOf(text: string, end: number, ends: string): number {
  let start = end;
  while (start > 0 && !ends.includes(text.charAt(start - 1))) start -= 1;
  return start;
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
