import { NewsScrapeError, deepestCause } from '../errors.js';
import { LIMITS } from './limits.js';

/** Codes of Node, OpenSSL and undici in plain words. */
const CAUSES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the host name does not resolve',
  EAI_AGAIN: 'the name server does not answer',
  ECONNREFUSED: 'nothing answers at that address and port',
  ECONNRESET: 'the server closed the connection',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  EPIPE: 'the server closed the connection',
  UND_ERR_SOCKET: 'the server closed the connection before its answer was complete',
  Z_BUF_ERROR: 'the compressed answer is cut off',
  Z_DATA_ERROR: 'the compressed answer is damaged',
  CERT_HAS_EXPIRED: 'the TLS certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the TLS certificate is self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the TLS certificate cannot be verified',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the TLS certificate is for another host',
};
const TIMEOUTS = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);

/** Turns any failure of an exchange into `timeout` or `network`, with the deepest cause in words. */
export function describeCause(url: string, error: unknown): NewsScrapeError {
  const code = causeCode(error);
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new NewsScrapeError('timeout', { url, seconds: LIMITS.deadline / 1000 }, { cause: error });
  }
  if (code !== undefined && TIMEOUTS.has(code)) {
    const limit = code === 'UND_ERR_CONNECT_TIMEOUT' ? LIMITS.connectTimeout : LIMITS.bodyTimeout;
    return new NewsScrapeError('timeout', { url, seconds: limit / 1000 }, { cause: error });
  }
  const words = code === undefined ? undefined : CAUSES[code];
  const cause = words === undefined ? deepestCause(error) : `${code ?? ''}: ${words}`;
  return new NewsScrapeError('network', { url, cause }, { cause: error });
}

/** The innermost `code` in the chain of causes. */
function causeCode(error: unknown): string | undefined {
  let code: string | undefined;
  let current: unknown = error;
  for (let depth = 0; depth < 10 && current instanceof Error; depth += 1) {
    if ('code' in current && typeof current.code === 'string') code = current.code;
    current = current instanceof AggregateError ? current.errors[0] : current.cause;
  }
  return code;
}
