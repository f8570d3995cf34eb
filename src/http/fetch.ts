import { createHash } from 'node:crypto';
import type { Dispatcher } from 'undici';
import { NewsScrapeError } from '../errors.js';
import { hideSecrets } from '../hide.js';
import { parseHttpUrl, withoutUserinfo } from '../url.js';
import type { Validators } from '../validators.js';
import { privateHost } from './connect.js';
import { newCost, type Cost } from './cost.js';
import { Deadline } from './deadline.js';
import { exchange, type Answer, type Trace } from './exchange.js';
import type { Hosts } from './hosts.js';
import { headersFor, type Identity } from './identity.js';
import { LIMITS, MAX_BYTES } from './limits.js';
import { withRetries } from './retry.js';
import type { Robots } from './robots.js';
import type { GetOptions, HttpResponse, RequestLog } from './types.js';

/** What all fetches of a client share. */
export interface Network {
  dispatcher: Dispatcher;
  hosts: Hosts;
  identity: Identity;
  /** True for an origin that may have a private address. */
  mayBePrivate: (origin: string) => boolean;
  /** Absent if nobody asks for it. */
  robots?: Robots | undefined;
  /** Further attempts after a failure that may pass. */
  retries: number;
  /** Milliseconds for a whole fetch. */
  timeout: number;
  log: ((entry: RequestLog) => void) | undefined;
}

/** One fetch on its way. */
interface Fetch extends GetOptions {
  known: Validators | undefined;
  cost: Cost;
  deadline: Deadline;
  /** From 1. */
  attempt: number;
}

/**
 * Fetches one thing with all its redirects and attempts.
 * @returns undefined if nothing has changed since the answer that `known` came with
 * @throws NewsScrapeError as `HttpClient.get` does
 */
export async function fetchOne(network: Network, url: string, known: Validators | undefined, options: GetOptions): Promise<HttpResponse | undefined> {
  const expired = (): Error => new NewsScrapeError('timeout', { url, seconds: network.timeout / 1000 });
  const cost = options.cost ?? newCost();
  // The pages of one article have one time limit.
  const deadline = new Deadline(network.timeout - cost.milliseconds, expired, options.signal);
  try {
    return await withRetries(network.retries, deadline, (attempt) => {
      cost.attempts = Math.max(cost.attempts, attempt);
      return follow(network, url, { ...options, known, cost, deadline, attempt });
    });
  } finally {
    cost.milliseconds += Math.round(deadline.spent);
    deadline.dispose();
  }
}

async function follow(network: Network, start: string, fetch: Fetch): Promise<HttpResponse | undefined> {
  let url = checkedUrl(start);
  let isLasting = true;
  for (let hop = 0; hop <= LIMITS.redirects; hop += 1) {
    await checkAllowed(network, url, fetch);
    const { headers, isPersonal } = headersFor(url, fetch.kind, fetch.headers ?? {}, network.identity);
    const variant = isPersonal ? undefined : fingerprint(headers);
    const known = fetch.known && hideSecrets(fetch.known.url) === hideSecrets(url.href) && fetch.known.variant === variant ? fetch.known : undefined;
    const answer = await ask(network, url, fetch, { headers, known });
    if (answer.type === 'unchanged') return undefined;
    if (answer.type === 'body') return { ...responseOf(answer, url.href, variant), hasMoved: hop > 0 && isLasting };
    isLasting &&= answer.isLasting;
    url = checkedUrl(URL.canParse(answer.location, url.href) ? new URL(answer.location, url).href : answer.location);
  }
  throw new NewsScrapeError('too_many_redirects', { url: start, limit: LIMITS.redirects });
}

async function checkAllowed({ mayBePrivate, robots }: Network, url: URL, { kind, signal }: Fetch): Promise<void> {
  const refusal = mayBePrivate(url.origin) ? undefined : privateHost(url);
  if (refusal) throw refusal;
  if (kind !== 'feed' && kind !== 'robots') await robots?.check(url, signal);
}

function checkedUrl(text: string): URL {
  const parsed = parseHttpUrl(text);
  if (!parsed) throw new NewsScrapeError('url_unsupported', { url: text });
  // Nobody but the user gives passwords, and those have been taken out of the address.
  const url = withoutUserinfo(parsed);
  url.hash = '';
  return url;
}

/** One request at its host's turn; it is logged and counted however it ends. */
function ask(
  { dispatcher, hosts, log }: Network,
  url: URL,
  { kind, cost, deadline, attempt, keep, onFresh }: Fetch,
  { headers, known }: { headers: Readonly<Record<string, string>>; known: Validators | undefined },
): Promise<Answer> {
  const { signal } = deadline;
  return hosts.take(url, signal, () =>
    deadline.during(async () => {
      const trace: Trace = { wireBytes: 0, bytes: 0 };
      const start = performance.now();
      const tell = (rest: Pick<RequestLog, 'cache' | 'error'>): void => {
        cost.requests += 1;
        cost.wireBytes += trace.wireBytes;
        cost.bytes += trace.bytes;
        const { status, wireBytes, bytes } = trace;
        log?.({ url: url.href, attempt, ...(status !== undefined && { status }), wireBytes, bytes, milliseconds: Math.round(performance.now() - start), ...rest });
      };
      try {
        const answer = await exchange(dispatcher, { url: url.href, headers, known, maxBytes: MAX_BYTES[kind], mayBeCut: kind === 'robots', signal, keep }, trace);
        if (answer.type !== 'redirect') onFresh?.(trace.freshFor ?? 0);
        tell(known ? { cache: answer.type === 'unchanged' ? 'hit' : 'miss' } : {});
        return answer;
      } catch (error) {
        tell({ error: error instanceof Error ? error.message : String(error) });
        throw error;
      }
    }),
  );
}

function responseOf({ contentType, body, etag, lastModified }: Extract<Answer, { type: 'body' }>, url: string, variant: string | undefined): Omit<HttpResponse, 'hasMoved'> {
  if (variant === undefined || (etag === '' && lastModified === '')) return { url, contentType, body };
  const validators = { url: hideSecrets(url), variant, ...(etag && { etag }), ...(lastModified && { lastModified }) };
  return { url, contentType, body, validators };
}

/** Names the form of an answer that these headers ask for. Never made of secrets: it is kept with the posts. */
function fingerprint(headers: Readonly<Record<string, string>>): string {
  return createHash('sha256').update(JSON.stringify(headers)).digest('hex').slice(0, 12);
}
