import { setMaxListeners } from 'node:events';
import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, EnvHttpProxyAgent, buildConnector, type Dispatcher } from 'undici';
import { NewsScrapeError } from '../errors.js';
import { isPublicAddress } from './addresses.js';
import { LIMITS } from './limits.js';
import { exceptionsOf } from './no-proxy.js';
import { chooseProxies } from './proxies.js';
import { ProxyPool } from './proxy-pool.js';

/** Where connections go. */
export interface Routes {
  /** Instead of those of HTTP_PROXY and HTTPS_PROXY; NO_PROXY stays in force. */
  proxy?: string | undefined;
  /** True for an origin that may have a private address. */
  mayBePrivate: (origin: string) => boolean;
  /** Sends every request to this port of the own machine, and past any proxy. */
  loopbackPort?: number | undefined;
}

/** The way out, until it is closed for good. */
export interface Connections {
  dispatcher: Dispatcher;
  /** Ends open connections, and those that are being opened: they would keep the process alive. */
  close: () => Promise<void>;
}

type Target = buildConnector.Options;

/** Opens connections: straight ones only to public addresses, those to a configured proxy wherever it is. */
export function openConnections(routes: Routes): Connections {
  const controller = new AbortController();
  const { signal } = controller;
  // One for each connection.
  setMaxListeners(0, signal);
  const { dispatcher, agents } = createAgents(routes, { timeout: LIMITS.connectTimeout, signal });
  return {
    dispatcher,
    close: async () => {
      controller.abort();
      await Promise.all(agents.map((agent) => agent.destroy()));
    },
  };
}

/** What the opening of every connection is bound to. */
interface Opening {
  timeout: number;
  signal: AbortSignal;
}

/** @returns `agents`: all that hold connections */
function createAgents({ proxy, mayBePrivate, loopbackPort }: Routes, opening: Opening): { dispatcher: Dispatcher; agents: Dispatcher[] } {
  if (loopbackPort !== undefined) {
    const agent = new Agent({ connect: loopbackConnector(loopbackPort, opening) });
    return { dispatcher: agent, agents: [agent] };
  }
  const { noProxy, ...proxies } = chooseProxies(process.env, proxy);
  const connect = guardedConnector(mayBePrivate, opening);
  const straight = new Agent({ connect });
  // Plain HTTP is forwarded as proxies expect it: many open tunnels to port 443 only.
  const proxied = new EnvHttpProxyAgent({ ...proxies, noProxy: '', proxyTunnel: false, proxyTls: opening, requestTls: opening, connect, clientFactory: (origin, options) => new ProxyPool(origin, options) });
  return { dispatcher: proxied.compose(past(straight, noProxy)), agents: [straight, proxied] };
}

/** Sends requests past the proxies where NO_PROXY wants it; undici's own reading of that knows no networks and no bare IPv6. */
function past(straight: Dispatcher, noProxy: string): Dispatcher.DispatcherComposeInterceptor {
  const isException = exceptionsOf(noProxy);
  return (dispatch) => (options, handler) => (isException(new URL(String(options.origin))) ? straight.dispatch(options, handler) : dispatch(options, handler));
}

/** The failure `private_address` for a host that is written as a private address or as the own machine. */
export function privateHost({ hostname, href }: URL): NewsScrapeError | undefined {
  const host = hostname.replace(/^\[|\]$/g, '');
  const isPrivate = isIP(host) === 0 ? /(?:^|\.)localhost\.?$/.test(host) : !isPublicAddress(host);
  return isPrivate ? new NewsScrapeError('private_address', { url: href, address: host }) : undefined;
}

/**
 * Checks what a name resolves to in the moment of connecting, so that a name that changes its mind is of no use, and
 * connects to public addresses only.
 */
function guardedConnector(mayBePrivate: Routes['mayBePrivate'], opening: Opening): buildConnector.connector {
  const open = buildConnector({ ...opening });
  const guarded = buildConnector({ ...opening, lookup: publicLookup });
  return (target, callback) => {
    const origin = originOf(target);
    const isFree = mayBePrivate(origin);
    const refusal = isFree ? undefined : privateHost(new URL(origin));
    if (refusal) callback(refusal, null);
    else if (isFree) open(target, callback);
    else guarded(target, callback);
  };
}

const originOf = ({ protocol, host, hostname }: Target): string => new URL(`${protocol}//${host ?? hostname}`).origin;

/** Resolves a name to its public addresses alone. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    // Of a name that does not resolve there are no addresses at all, whatever the types say.
    if (error) {
      callback(error, []);
      return;
    }
    const found = addresses.filter(({ address }) => isPublicAddress(address));
    const [first] = found;
    if (!first) callback(new NewsScrapeError('private_address', { url: hostname, address: addresses[0]?.address ?? hostname }), []);
    else if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  });
};

function loopbackConnector(port: number, opening: Opening): buildConnector.connector {
  const connect = buildConnector({ ...opening });
  return (target, callback) => connect({ ...target, protocol: 'http:', hostname: '127.0.0.1', port: String(port) }, callback);
}
