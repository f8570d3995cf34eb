import { Agent, EnvHttpProxyAgent, buildConnector, type Dispatcher } from 'undici';
import { NewsScrapeError } from '../errors.js';
import { fetchOne, type Network } from './fetch.js';
import { Hosts, type Manners } from './hosts.js';
import { LIMITS } from './limits.js';
import type { HttpClient, RequestLog } from './types.js';

export interface ClientOptions extends Partial<Manners> {
  /** Further attempts after a failure that may pass. */
  retries?: number | undefined;
  /** Milliseconds for a whole fetch, all attempts included. */
  timeout?: number | undefined;
  /** Sends every request there instead of to the host's own address, and past any proxy; for the bundled demo site. */
  loopbackPort?: number | undefined;
  log?: (entry: RequestLog) => void;
}

/** A client with the environment's proxies (HTTP_PROXY, HTTPS_PROXY, NO_PROXY); TLS is always verified. */
export function createClient(options: ClientOptions = {}): HttpClient {
  const { concurrency = LIMITS.concurrency, delay = LIMITS.delay, retries = LIMITS.retries, timeout = LIMITS.deadline, log } = options;
  const dispatcher = createDispatcher(options.loopbackPort);
  const network: Network = { dispatcher, hosts: new Hosts({ concurrency, delay }), retries, timeout, log };
  return {
    get: async (url, getOptions) => {
      const response = await fetchOne(network, url, undefined, getOptions);
      if (!response) throw new NewsScrapeError('http_status', { url, status: 304 });
      return response;
    },
    getIfChanged: (url, known, getOptions) => fetchOne(network, url, known, getOptions),
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
