import type { ConfigMistake } from '../error-params.js';
import { isNewsScrapeError } from '../errors.js';
import { resolveFeed } from '../feeds/resolve.js';
import { messages } from '../messages/messages.js';
import type { ConfiguredFeed } from './config.js';
import { nearest } from './nearest.js';
import { feedKeys, type OptionKey } from './option-key.js';
import type { FeedEntry } from './schema.js';
import { readSettings } from './settings.js';
import type { ConfigDocument, Position } from './yaml-document.js';

type Placed = ConfiguredFeed & { positions: { feed: Position; name: Position; group: (index: number) => Position } };

/** The feeds of a configuration, and those that stand twice, cannot be, or are in a group that is misspelt. */
export function readFeeds(
  entries: readonly (string | FeedEntry)[],
  groups: readonly string[],
  { file, document, keys }: { file: string; document: ConfigDocument; keys: readonly OptionKey[] },
): { feeds: ConfiguredFeed[]; mistakes: ConfigMistake[] } {
  const feeds = entries.map((entry, index) => readEntry(typeof entry === 'string' ? { feed: entry } : entry, index, { file, document, keys }));
  const mistakes = [...twice(feeds), ...wrongFeeds(feeds), ...feeds.flatMap((feed) => wrongGroups(feed, groups))];
  return { feeds: feeds.map(({ feed, name, groups: own, settings, line }) => ({ feed, name, groups: own, settings, line })), mistakes };
}

function readEntry(entry: FeedEntry, index: number, { file, document, keys }: { file: string; document: ConfigDocument; keys: readonly OptionKey[] }): Placed {
  const path = ['feeds', index];
  const word = entry.feed === undefined ? 'url' : 'feed';
  const { whereIs } = document;
  return {
    feed: entry[word] ?? '',
    name: entry.name,
    groups: entry.groups ?? (entry.group === undefined ? [] : [entry.group]),
    settings: readSettings(entry, feedKeys(keys), { file, lines: document.whereAreKeys(path) }),
    line: whereIs(path).line,
    positions: {
      feed: whereIs([...path, word]),
      name: whereIs([...path, 'name']),
      group: (at) => whereIs(entry.groups ? [...path, 'groups', at] : [...path, 'group']),
    },
  };
}

/** Two entries for one feed would contradict each other, and two of one name could not be told apart. */
function twice(feeds: readonly Placed[]): ConfigMistake[] {
  const seen = new Map<string, number>();
  return feeds.flatMap(({ feed, name, line, positions }) => {
    const names = [{ key: `feed ${locationOf(feed)}`, word: feed, at: positions.feed }, ...(name === undefined ? [] : [{ key: `name ${name}`, word: name, at: positions.name }])];
    return names.flatMap(({ key, word, at }) => {
      const before = seen.get(key);
      seen.set(key, before ?? line);
      return before === undefined ? [] : [{ ...at, text: messages.config.feedTwice(word, before) }];
    });
  });
}

function locationOf(feed: string): string {
  try {
    return resolveFeed(feed).location;
  } catch {
    return feed;
  }
}

function wrongFeeds(feeds: readonly Placed[]): ConfigMistake[] {
  return feeds.flatMap(({ feed, positions }) => {
    try {
      resolveFeed(feed);
      return [];
    } catch (error) {
      if (!isNewsScrapeError(error)) throw error;
      return [{ ...positions.feed, text: error.message }];
    }
  });
}

/** A group needs no options, but one that is almost called like one with options is most likely misspelt. */
function wrongGroups({ groups, positions }: Placed, known: readonly string[]): ConfigMistake[] {
  return groups.flatMap((group, index) => {
    const meant = known.includes(group) ? undefined : nearest(group, known);
    return meant === undefined ? [] : [{ ...positions.group(index), text: messages.config.unknownGroup(group, meant) }];
  });
}
