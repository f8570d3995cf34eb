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
