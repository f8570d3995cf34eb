import { createHash } from 'node:crypto';
import { Agent, EnvHttpProxyAgent, buildConnector, type Dispatcher } from 'undici';
import { NewsScrapeError } from '../errors.js';
import { en } from '../messages/en.js';
import type { Validators } from '../validators.js';
import { newCost } from './cost.js';
import { exchange, type Answer, type Trace } from './exchange.js';
import { LIMITS, MAX_BYTES, USER_AGENT } from './limits.js';
import type { GetOptions, HttpClient, HttpResponse, RequestLog } from './types.js';

export interface ClientOptions {
  /** Sends every request there instead of to the host's own address, and past any proxy; for the bundled demo site. */
  loopbackPort?: number;
  log?: (entry: RequestLog) => void;
}

const BROWSER_HEADERS = {
  'user-agent': USER_AGENT,
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.9,*/*;q=0.8',
  'accept-language': 'zh-CN,zh;q=0.9,en;q=0.6',
  'accept-encoding': 'gzip, br',
};

/** A client with the environment's proxies (HTTP_PROXY, HTTPS_PROXY, NO_PROXY); TLS is always verified. */
export function createClient(options: ClientOptions = {}): HttpClient {
  const dispatcher = createDispatcher(options.loopbackPort);
  const fetchOne = (url: string, known: Validators | undefined, getOptions: GetOptions): Promise<HttpResponse | undefined> =>
    follow({ dispatcher, log: options.log, known, ...getOptions }, url);
  return {
    get: async (url, getOptions) => {
      const response = await fetchOne(url, undefined, getOptions);
      if (!response) throw new NewsScrapeError('http_status', { url, status: 304 });
      return response;
    },
    getIfChanged: fetchOne,
    close: () => dispatcher.destroy(),
  };
}

function createDispatcher(loopbackPort: number | undefined): Dispatcher {
  if (loopbackPort === undefined) return new EnvHttpProxyAgent({ connect: { timeout: LIMITS.connectTimeout } });
  return new Agent({ connect: loopbackConnector(loopbackPort) });
}

function loopbackConnector(port: number): NonNullable<Agent.Options['connect']> {
  const connect = buildConnector({ timeout: LIMITS.connectTimeout });
  return (target, callback) => connect({ ...target, protocol: 'http:', hostname: '127.0.0.1', port: String(port) }, callback);
}

interface Fetch extends GetOptions {
  dispatcher: Dispatcher;
  log: ClientOptions['log'];
  known: Validators | undefined;
}

async function follow(fetch: Fetch, start: string): Promise<HttpResponse | undefined> {
  const deadline = AbortSignal.timeout(LIMITS.deadline);
  const signal = fetch.signal ? AbortSignal.any([fetch.signal, deadline]) : deadline;
  if (fetch.cost) fetch.cost.attempts += 1;
  let url = start;
  for (let hop = 0; hop <= LIMITS.redirects; hop += 1) {
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) throw new NewsScrapeError('url_unsupported', { url });
    const { answer, variant } = await ask({ ...fetch, signal }, url);
    if (answer.type === 'unchanged') return undefined;
    if (answer.type === 'body') return responseOf(answer, url, variant);
    url = new URL(answer.location, url).href;
  }
  throw new NewsScrapeError('network', { url: start, cause: en.exchange.redirects(LIMITS.redirects) });
}

async function ask({ dispatcher, log, known, cost = newCost(), kind, ...options }: Fetch & { signal: AbortSignal }, url: string): Promise<{ answer: Answer; variant: string }> {
  const headers = { ...BROWSER_HEADERS, ...options.headers };
  const variant = fingerprint(headers);
  const conditions = known?.url === url && known.variant === variant ? known : undefined;
  const start = performance.now();
  const trace: Trace = { wireBytes: 0, bytes: 0 };
  const tell = (rest: Pick<RequestLog, 'cache' | 'error'>): void => {
    const milliseconds = Math.round(performance.now() - start);
    cost.requests += 1;
    cost.wireBytes += trace.wireBytes;
    cost.bytes += trace.bytes;
    cost.milliseconds += milliseconds;
    log?.({ url, attempt: cost.attempts, ...trace, milliseconds, ...rest });
  };
  try {
    const answer = await exchange(dispatcher, { url, headers, known: conditions, maxBytes: MAX_BYTES[kind], signal: options.signal }, trace);
    tell(conditions ? { cache: answer.type === 'unchanged' ? 'hit' : 'miss' } : {});
    return { answer, variant };
  } catch (error) {
    tell({ error: error instanceof Error ? error.message : String(error) });
    throw error;
  }
}

function responseOf({ contentType, body, etag, lastModified }: Extract<Answer, { type: 'body' }>, url: string, variant: string): HttpResponse {
  if (etag === '' && lastModified === '') return { url, contentType, body };
  const validators = { url, variant, ...(etag && { etag }), ...(lastModified && { lastModified }) };
  return { url, contentType, body, validators };
}

/** Names the form of an answer that these headers ask for. */
function fingerprint(headers: Readonly<Record<string, string>>): string {
  return createHash('sha256').update(JSON.stringify(headers)).digest('hex').slice(0, 12);
}
