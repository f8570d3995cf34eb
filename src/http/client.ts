import { Agent, EnvHttpProxyAgent, buildConnector, request, type Dispatcher } from 'undici';
import { NewsScrapeError, isNewsScrapeError } from '../errors.js';
import { en } from '../messages/en.js';
import { readBody } from './body.js';
import { describeCause } from './cause.js';
import { LIMITS, USER_AGENT } from './limits.js';

/** A complete answer with a 2xx status. */
export interface HttpResponse {
  /** Where the body came from after all redirects. */
  url: string;
  /** The Content-Type header as sent; empty if there was none. */
  contentType: string;
  body: Buffer;
}

export interface GetOptions {
  /** Largest body, in bytes after decompression. */
  maxBytes: number;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal | undefined;
}

/** What a log of requests is told of each one. */
export interface RequestLog {
  url: string;
  bytes?: number;
  milliseconds: number;
  error?: string;
}

/** The only door to the network. */
export interface HttpClient {
  /**
   * Fetches `url`, following at most 10 redirects.
   * @throws NewsScrapeError `url_unsupported`, `network`, `timeout`, `http_status`, `too_large`
   */
  get(url: string, options: GetOptions): Promise<HttpResponse>;
  close(): Promise<void>;
}

export interface ClientOptions {
  /** Sends every request there instead of to the host's own address, and past any proxy; for the bundled demo site. */
  loopbackPort?: number;
  log?: (entry: RequestLog) => void;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const BROWSER_HEADERS = {
  'user-agent': USER_AGENT,
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.9,*/*;q=0.8',
  'accept-language': 'zh-CN,zh;q=0.9,en;q=0.6',
  'accept-encoding': 'gzip, br',
};

/** A client with the environment's proxies (HTTP_PROXY, HTTPS_PROXY, NO_PROXY); TLS is always verified. */
export function createClient(options: ClientOptions = {}): HttpClient {
  const dispatcher = createDispatcher(options.loopbackPort);
  return {
    get: (url, getOptions) => timed(url, options.log, () => follow(dispatcher, url, getOptions)),
    close: () => dispatcher.destroy(),
  };
}

function createDispatcher(loopbackPort: number | undefined): Dispatcher {
  const timeouts = { headersTimeout: LIMITS.headersTimeout, bodyTimeout: LIMITS.bodyTimeout };
  if (loopbackPort === undefined) return new EnvHttpProxyAgent({ ...timeouts, connect: { timeout: LIMITS.connectTimeout } });
  return new Agent({ ...timeouts, connect: loopbackConnector(loopbackPort) });
}

function loopbackConnector(port: number): NonNullable<Agent.Options['connect']> {
  const connect = buildConnector({ timeout: LIMITS.connectTimeout });
  return (target, callback) => connect({ ...target, protocol: 'http:', hostname: '127.0.0.1', port: String(port) }, callback);
}

async function timed(
  url: string,
  log: ClientOptions['log'],
  exchange: () => Promise<HttpResponse>,
): Promise<HttpResponse> {
  const start = performance.now();
  const milliseconds = (): number => Math.round(performance.now() - start);
  try {
    const response = await exchange();
    log?.({ url, bytes: response.body.length, milliseconds: milliseconds() });
    return response;
  } catch (error) {
    log?.({ url, milliseconds: milliseconds(), error: error instanceof Error ? error.message : String(error) });
    throw error;
  }
}

async function follow(dispatcher: Dispatcher, start: string, options: GetOptions): Promise<HttpResponse> {
  const deadline = AbortSignal.timeout(LIMITS.deadline);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  let url = start;
  for (let hop = 0; hop <= LIMITS.redirects; hop += 1) {
    const answer = await exchange(dispatcher, url, { ...options, signal });
    if ('body' in answer) return answer;
    url = answer.redirect;
  }
  throw new NewsScrapeError('network', { url: start, cause: en.exchange.redirects(LIMITS.redirects) });
}

async function exchange(
  dispatcher: Dispatcher,
  url: string,
  options: GetOptions & { signal: AbortSignal },
): Promise<HttpResponse | { redirect: string }> {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) throw new NewsScrapeError('url_unsupported', { url });
  try {
    const headers = { ...BROWSER_HEADERS, ...options.headers };
    const { statusCode, headers: sent, body } = await request(url, { dispatcher, headers, signal: options.signal });
    const location = first(sent.location);
    if (REDIRECTS.has(statusCode) && location) {
      await body.dump();
      return { redirect: new URL(location, url).href };
    }
    if (statusCode < 200 || statusCode > 299) {
      await body.dump();
      throw new NewsScrapeError('http_status', { url, status: statusCode });
    }
    const bytes = await readBody(body, first(sent['content-encoding']), { url, maxBytes: options.maxBytes });
    return { url, contentType: first(sent['content-type']), body: bytes };
  } catch (error) {
    throw isNewsScrapeError(error) ? error : describeCause(url, error);
  }
}

const first = (header: string | string[] | undefined): string => (Array.isArray(header) ? (header[0] ?? '') : (header ?? ''));
