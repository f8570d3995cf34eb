import { errors } from 'undici';
import { NewsScrapeError, deepestCause, isNewsScrapeError } from '../errors.js';
import { messages } from '../messages/messages.js';
import { LIMITS } from './limits.js';
import { innermostCode, innermostError } from './retry.js';

/** Milliseconds that each of our own limits leaves. */
const TIMEOUTS: ReadonlyMap<string, number> = new Map([
  ['UND_ERR_CONNECT_TIMEOUT', LIMITS.connectTimeout],
  ['UND_ERR_HEADERS_TIMEOUT', LIMITS.headersTimeout],
  ['UND_ERR_BODY_TIMEOUT', LIMITS.bodyTimeout],
]);

/** Turns any failure of an exchange into a foreseen one, `timeout` or `network`, with the deepest cause in words. */
export function describeCause(url: string, error: unknown): NewsScrapeError {
  if (isNewsScrapeError(error, 'private_address')) return new NewsScrapeError('private_address', { ...error.params, url });
  if (isNewsScrapeError(error)) return error;
  const code = innermostCode(error) ?? '';
  const limit = TIMEOUTS.get(code);
  if (limit !== undefined) return new NewsScrapeError('timeout', { url, seconds: limit / 1000 }, { cause: error });
  return new NewsScrapeError('network', { url, cause: causeInWords(code, error) }, { cause: error });
}

function causeInWords(code: string, error: unknown): string {
  const proxyStatus = /^Proxy (?:response|Authentication Required) \((\d+)\)/.exec(deepestCause(error))?.[1];
  if (proxyStatus !== undefined) return messages.exchange.proxyRefused(Number(proxyStatus));
  if (error instanceof errors.HTTPParserError) return messages.exchange.notHttp(/^[^(]*\((.*)\)$/.exec(deepestCause(error))?.[1] ?? '');
  const words = new Map(Object.entries(messages.causes)).get(code) ?? Object.entries(messages.causeFamilies).find(([start]) => code.startsWith(start))?.[1];
  if (words === undefined) return deepestCause(error);
  const place = placeOf(error);
  return `${code}${place === '' ? '' : ` ${place}`}: ${words}`;
}

/** The host that did not resolve, or the address and port that did not answer, where the system names them. */
function placeOf(error: unknown): string {
  const inner = innermostError(error) ?? {};
  if ('hostname' in inner && typeof inner.hostname === 'string') return inner.hostname;
  if (!('address' in inner) || typeof inner.address !== 'string' || !('port' in inner) || typeof inner.port !== 'number') return '';
  return inner.address.includes(':') ? `[${inner.address}]:${inner.port}` : `${inner.address}:${inner.port}`;
}
