import { NewsScrapeError } from '../errors.js';
import { openConnections } from './connect.js';
import { fetchOne, type Network } from './fetch.js';
import { Hosts, type Manners } from './hosts.js';
import type { Identity } from './identity.js';
import { LIMITS, USER_AGENT } from './limits.js';
import { Robots } from './robots.js';
import type { HttpClient, RequestLog } from './types.js';

export interface ClientOptions extends Manners, Identity {
  /** The turns at hosts that several clients share; without them the client has its own. */
  hosts?: Hosts | undefined;
  /** Further attempts after a failure that may pass; default 3. */
  retries?: number | undefined;
  /** Milliseconds for a whole fetch, all attempts included; default 90,000. */
  timeout?: number | undefined;
  /** Address of an http or https proxy for all requests. Without it those of HTTP_PROXY and HTTPS_PROXY count; NO_PROXY always does. */
  proxy?: string | undefined;
  /** Lets all hosts have private addresses, not only those that the user named. */
  allowPrivate?: boolean | undefined;
  /** Asks no host for its robots.txt. */
  ignoreRobots?: boolean | undefined;
  /** Sends every request there instead of to the host's own address, and past any proxy; for the bundled demo site. */
  loopbackPort?: number | undefined;
  /** Told of every request once it has ended. */
  log?: ((entry: RequestLog) => void) | undefined;
}

/** A client for one run. TLS is always verified. */
export function createClient(options: ClientOptions = {}): HttpClient {
  const mayBePrivate = (origin: string): boolean => options.allowPrivate === true || isNamed(origin, options.named);
  const { proxy, loopbackPort } = options;
  const { dispatcher, close } = openConnections({ proxy, loopbackPort, mayBePrivate });
  const network = createNetwork(options, { dispatcher, mayBePrivate });
  return {
    get: async (url, getOptions) => {
      const response = await fetchOne(network, url, undefined, getOptions);
      if (!response) throw new NewsScrapeError('http_status', { url, status: 304 });
      return response;
    },
    getIfChanged: (url, known, getOptions) => fetchOne(network, url, known, getOptions),
    close,
  };
}

function createNetwork(options: ClientOptions, { dispatcher, mayBePrivate }: Pick<Network, 'dispatcher' | 'mayBePrivate'>): Network {
  const { concurrency, delay, hosts = new Hosts({ concurrency, delay }), retries = LIMITS.retries, timeout = LIMITS.deadline, log } = options;
  const network: Network = {
    dispatcher,
    hosts,
    identity: options,
    mayBePrivate,
    retries,
    timeout,
    log,
  };
  if (options.ignoreRobots) return network;
  const robots = new Robots({
    userAgent: options.userAgent ?? USER_AGENT,
    load: async (url, signal) => {
      const response = await fetchOne(network, url.href, undefined, { kind: 'robots', signal });
      return new TextDecoder().decode(response?.body);
    },
    slowDown: (url, delay) => hosts.slowDown(url, delay),
  });
  return { ...network, robots };
}

/** True for an origin that the user named, and for its move from http to https. */
function isNamed(origin: string, named: Identity['named'] = new Map()): boolean {
  return named.has(origin) || (/^https:[^:]*$/.test(origin) && named.has(origin.replace(/^https/, 'http')));
}
