import { isNewsScrapeError } from '../errors.js';
import type { OpmlFeed } from '../feeds/opml.js';
import { resolveFeed } from '../feeds/resolve.js';
import { parseHttpUrl } from '../url.js';
import type { Config } from './config.js';
import type { NewFeed } from './edit.js';
import { nameFrom, uniqueName } from './name.js';

/** What becomes of a list of subscriptions. */
export interface Sorted {
  fresh: NewFeed[];
  /** Addresses of feeds that the configuration has already. */
  known: string[];
  /** What is no address of the web, and so nothing that somebody else may have this program read. */
  unusable: string[];
}

/** Sorts the feeds of a list by what a configuration has already. One that stands in the list several times is one, in all of its groups. */
export function sortSubscriptions(listed: readonly OpmlFeed[], { feeds }: Config): Sorted {
  const ids = new Set(feeds.map(({ feed }) => idOf(feed)));
  const names = new Set(feeds.flatMap(({ name, feed }) => [name ?? feed, feed]));
  const fresh = new Map<string, NewFeed>();
  const known = new Set<string>();
  const unusable: string[] = [];
  for (const { address, title, groups } of listed) {
    const feed = wordFor(address);
    const id = feed === undefined ? undefined : idOf(feed);
    if (feed === undefined || id === undefined) {
      unusable.push(address);
      continue;
    }
    const before = fresh.get(id);
    const own = groups.map(nameFrom).filter((group) => group !== undefined);
    const name = title === address || title === feed ? undefined : nameFrom(title);
    if (ids.has(id)) known.add(feed);
    else fresh.set(id, before ? { ...before, groups: [...new Set([...before.groups, ...own])] } : { feed, name: name && uniqueName(name, names), groups: [...new Set(own)] });
  }
  return { fresh: [...fresh.values()], known: [...known], unusable };
}

/** Channels of Sina's roll API go by their ids, which the archive knows them by. */
function wordFor(address: string): string | undefined {
  const url = parseHttpUrl(address.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'http:'));
  if (!url) return undefined;
  const channel = `sina/${url.searchParams.get('pageid') ?? ''}/${url.searchParams.get('lid') ?? ''}`;
  const source = resolveFeed(url.href);
  const id = idOf(channel);
  return source.pageUrl && id !== undefined && resolveFeed(channel).location === source.location ? id : url.href;
}

/** Undefined for what names no feed. */
function idOf(feed: string): string | undefined {
  try {
    return resolveFeed(feed).id;
  } catch (error) {
    if (!isNewsScrapeError(error)) throw error;
    return undefined;
  }
}
