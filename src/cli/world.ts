import { startDemoSite } from '../demo/server.js';
import { Hosts } from '../http/hosts.js';
import type { HttpClient, RequestLog } from '../http/types.js';
import { createSources, type Sources } from '../sources.js';
import type { FeedSource } from '../feeds/types.js';
import type { Io } from './io.js';
import { openNetwork } from './network.js';
import type { FetchOptions } from './options/fetch.js';
import { openSaving } from './options/saving.js';

/** A part of a run that has options of its own: a feed, or articles whose feed the run does not name. */
export interface Part {
  source?: FeedSource;
  options: FetchOptions;
}

/** The world outside, as each part of a run sees it. */
export interface World {
  /** @throws NewsScrapeError `option_invalid`, `output_unwritable` */
  sourcesFor: (part: Part) => Promise<Sources>;
  close: () => Promise<void>;
}

/** What all parts of a run have in common. */
export interface Common {
  options: FetchOptions;
  /** Told of every request. */
  log: (entry: RequestLog) => void;
  signal: AbortSignal;
}

/**
 * Opens the network for parts that differ in how they are fetched. What one of them is trusted with, such as a header, no
 * other gets; the turns at a host they share.
 */
export async function openWorld(parts: readonly Part[], { options, log, signal }: Common, io: Io): Promise<World> {
  const demo = parts.some(({ source }) => source?.kind === 'demo') ? await startDemoSite() : undefined;
  const hosts = demo ? undefined : new Hosts(options);
  const clients = new Map<string, Promise<HttpClient>>();
  const clientFor = (part: Part): Promise<HttpClient> => {
    const key = networkKey(part);
    const named = parts.filter((other) => networkKey(other) === key).flatMap(({ source }) => source ?? []);
    const client = clients.get(key) ?? openNetwork({ options: part.options, named, log, hosts, demoPort: demo?.port }, io);
    clients.set(key, client);
    return client;
  };
  const { readFile, readStdin, now } = io;
  return {
    sourcesFor: async (part) => createSources({ client: await clientFor(part), readFile, readStdin, now, savePage: await openSaving(part.options.savePage, io), signal }),
    close: async () => {
      // One that was never opened has told so.
      const opened = await Promise.allSettled(clients.values());
      await Promise.all(opened.flatMap((client) => (client.status === 'fulfilled' ? [client.value.close()] : [])));
      await demo?.close();
    },
  };
}

/** Equal for parts that may share connections, cookies and what the user trusts them with. */
function networkKey({ source, options }: Part): string {
  const { timeout, retries, userAgent, header, cookieFile, proxy, allowPrivate, ignoreRobots } = options;
  return JSON.stringify([timeout, retries, userAgent, header, cookieFile, proxy, allowPrivate, ignoreRobots, source?.authorization]);
}
