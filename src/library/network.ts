import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { startDemoSite } from '../demo/server.js';
import type { FeedSource } from '../feeds/types.js';
import { createClient, type ClientOptions } from '../http/client.js';
import { Hosts } from '../http/hosts.js';
import { namedOrigins } from '../http/identity.js';
import type { HttpClient } from '../http/types.js';
import { createSources, type Sources } from '../sources.js';

/**
 * How hosts are asked. Without any: 4 requests at once to a host, 200 ms apart, robots.txt obeyed, private addresses only
 * where they were named, proxies as HTTP_PROXY, HTTPS_PROXY and NO_PROXY say. Headers other than harmless ones go to the
 * origins that were named and to no other.
 */
export type NetworkOptions = Omit<ClientOptions, 'hosts' | 'named' | 'loopbackPort' | 'cookies'>;

/** What the caller named; it may be on a private address therefore. */
export type NamedPlace = Pick<FeedSource, 'kind' | 'location' | 'authorization'>;

/** The network of one call. */
export interface Network {
  sourcesOf: (place: NamedPlace) => Sources;
  close: () => Promise<void>;
}

/** Opens the network for what was named. User name and password of one place are for no other, also on the same host. */
export async function openNetwork(named: readonly NamedPlace[], options: NetworkOptions = {}, signal?: AbortSignal): Promise<Network> {
  const demo = named.some(({ kind }) => kind === 'demo') ? await startDemoSite() : undefined;
  const common = { ...options, headers: options.headers?.map(([name, value]) => [name.toLowerCase(), value] as const), hosts: new Hosts(options) };
  const toDemo = { ...common, hosts: new Hosts({ delay: 0 }), ignoreRobots: true, loopbackPort: demo?.port };
  const clients = new Map<string, HttpClient>();
  const clientFor = (place: NamedPlace): HttpClient => {
    const key = keyOf(place);
    const client = clients.get(key) ?? createClient({ ...(place.kind === 'demo' ? toDemo : common), named: namedOrigins(named.filter((other) => keyOf(other) === key)) });
    clients.set(key, client);
    return client;
  };
  return {
    sourcesOf: (place) => createSources({ client: clientFor(place), readFile, readStdin: () => buffer(process.stdin), now: () => new Date(), signal }),
    close: async () => {
      await Promise.all([...clients.values()].map((client) => client.close()));
      await demo?.close();
    },
  };
}

/** Equal for places that share a client. */
const keyOf = ({ kind, authorization = '' }: NamedPlace): string => (kind === 'demo' ? kind : authorization);
