import { startDemoSite } from '../demo/server.js';
import { Hosts } from '../http/hosts.js';
import type { HttpClient, RequestLog } from '../http/types.js';
import { createSources, type Sources } from '../sources.js';
import type { ChosenFeed } from './chosen-feeds.js';
import type { Io } from './io.js';
import { openNetwork } from './network.js';
import type { FetchOptions } from './options/fetch.js';
import { openSaving } from './options/saving.js';

/** The world outside, as each of several feeds sees it. */
export interface World {
  /** @throws NewsScrapeError `option_invalid`, `output_unwritable` */
  sourcesFor: (feed: ChosenFeed) => Promise<Sources>;
  close: () => Promise<void>;
}

/** What all feeds of a run have in common. */
export interface Common {
  options: FetchOptions;
  /** Told of every request. */
  log: (entry: RequestLog) => void;
  signal: AbortSignal;
}

/**
 * Opens the network for feeds that differ in how they are fetched. What one of them is trusted with, such as a header, no
 * other gets; the turns at a host they share.
 */
export async function openWorld(feeds: readonly ChosenFeed[], { options, log, signal }: Common, io: Io): Promise<World> {
  const demo = feeds.some(({ source }) => source.kind === 'demo') ? await startDemoSite() : undefined;
  const hosts = demo ? undefined : new Hosts(options);
  const clients = new Map<string, Promise<HttpClient>>();
  const clientFor = (feed: ChosenFeed): Promise<HttpClient> => {
    const key = networkKey(feed);
    const named = feeds.filter((other) => networkKey(other) === key).map(({ source }) => source);
    const client = clients.get(key) ?? openNetwork({ options: feed.options, named, log, hosts, demoPort: demo?.port }, io);
    clients.set(key, client);
    return client;
  };
  const { readFile, readStdin, now } = io;
  return {
    sourcesFor: async (feed) => createSources({ client: await clientFor(feed), readFile, readStdin, now, savePage: await openSaving(feed.options.savePage, io), signal }),
    close: async () => {
      // One that was never opened has told so.
      const opened = await Promise.allSettled(clients.values());
      await Promise.all(opened.flatMap((client) => (client.status === 'fulfilled' ? [client.value.close()] : [])));
      await demo?.close();
    },
  };
}

/** Equal for feeds that may share connections, cookies and what the user trusts them with. */
function networkKey({ source, options }: ChosenFeed): string {
  const { timeout, retries, userAgent, header, cookieFile, proxy, allowPrivate, ignoreRobots } = options;
  return JSON.stringify([timeout, retries, userAgent, header, cookieFile, proxy, allowPrivate, ignoreRobots, source.authorization]);
}
