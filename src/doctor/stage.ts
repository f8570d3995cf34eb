import { innermostError } from '../http/retry.js';
import { systemCode } from '../errors.js';
import { parseHttpUrl } from '../url.js';
import type { Stage } from './check.js';

/** Codes of the system, OpenSSL and undici, by how they begin, and how far a request came that ended with them. */
const STAGES: readonly (readonly [RegExp, Stage])[] = [
  [/^(?:ENOTFOUND|EAI_)/, 'dns'],
  [/^(?:ECONNREFUSED|ETIMEDOUT|EHOST|ENET|EADDRNOTAVAIL|EAFNOSUPPORT|UND_ERR_CONNECT_TIMEOUT)/, 'tcp'],
  [/^(?:CERT_|ERR_SSL_|ERR_TLS_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|EPROTO)/, 'tls'],
  [/^UND_ERR_PRX_TLS/, 'proxy'],
];

/**
 * How far a request came that failed.
 * @param proxies addresses of the proxies in use
 * @returns undefined if it got an answer
 */
export function stageOf(error: unknown, proxies: readonly string[]): Stage | undefined {
  const inner = innermostError(error);
  if (isOfProxy(inner, proxies) || isRefusal(error)) return 'proxy';
  const code = systemCode(inner) ?? '';
  const stage = STAGES.find(([start]) => start.test(code))?.[1];
  return stage ?? (inner ? 'http' : undefined);
}

/** A name that did not resolve, or an address that did not answer, may be the proxy's. */
function isOfProxy(error: Error | undefined, proxies: readonly string[]): boolean {
  const seen = new Map<string, unknown>(Object.entries(error ?? {}));
  return proxies.map(parseHttpUrl).some((proxy) => {
    if (!proxy) return false;
    const proxyPort = Number(proxy.port || (proxy.protocol === 'https:' ? 443 : 80));
    return seen.get('hostname') === proxy.hostname || (seen.has('address') && seen.get('port') === proxyPort);
  });
}

/** Undici says in words alone what a proxy has answered. */
function isRefusal(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if (/^Proxy (?:response|Authentication)/.test(at.message)) return true;
  return false;
}
