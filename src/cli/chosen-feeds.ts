import type { Config, ConfiguredFeed } from '../config/config.js';
import { nearest } from '../config/nearest.js';
import { pathFrom } from '../config/settings.js';
import { NewsScrapeError, isNewsScrapeError } from '../errors.js';
import { resolveFeed } from '../feeds/resolve.js';
import type { FeedSource } from '../feeds/types.js';
import { messages } from '../messages/messages.js';
import { layerOf, layerOfSettings, mergeOptions, type Layer, type MergedOptions } from './options/merge.js';
import { resolveArgument } from './resolve-argument.js';

/** A feed to be fetched: what it is, and the options of `fetch` that count for it. */
export interface ChosenFeed extends MergedOptions {
  source: FeedSource;
  /** By which the configuration knows it. */
  name?: string | undefined;
}

/** What counts for feeds besides the configuration. */
export interface Given {
  flags: ReadonlyMap<string, unknown>;
  variables: ReadonlyMap<string, unknown>;
  now: () => Date;
}

/** The feeds of a run, and the options that all of them share. */
export interface Choice {
  feeds: ChosenFeed[];
  /** Flags, variables and defaults alone: what is not said at feeds counts for the run. */
  run: MergedOptions;
}

/**
 * The feeds that the arguments of a command name: all of the configuration without any, `@group`, a name or an address of
 * the configuration, else what `resolveFeed` takes. Each feed is there once.
 * @throws NewsScrapeError `usage`
 */
export function chooseFeeds(names: readonly string[], config: Config, given: Given): Choice {
  if (names.length === 0 && config.feeds.length === 0) throw usage(config.file === undefined ? messages.cli.noFeeds : messages.cli.noFeedsIn(config.file));
  return chooseAnyFeeds(names, config, given);
}

/**
 * The same for a command that has something to do without a feed, too.
 * @throws NewsScrapeError `usage`
 */
export function chooseAnyFeeds(names: readonly string[], config: Config, given: Given): Choice {
  const feeds = names.length === 0 ? config.feeds.map((configured) => found(configured, config)) : names.flatMap((name) => named(name, config));
  const once = [...new Map(feeds.map((feed) => [feed.source.id, feed])).values()];
  return {
    feeds: once.map(({ source, configured }) => ({ source, name: configured?.name, ...mergeOptions(layersFor(configured, config, given), given.now) })),
    run: mergeOptions(layersFor(undefined, config, given), given.now),
  };
}

interface Found {
  source: FeedSource;
  configured?: ConfiguredFeed;
}

function named(argument: string, config: Config): Found[] {
  if (argument.startsWith('@')) return groupOf(argument.slice(1), config);
  const configured = configuredFeed(argument, config);
  return [configured ? found(configured, config) : { source: resolveName(argument, config) }];
}

/** The feed of a configuration that goes by a name or an address. */
export function configuredFeed(argument: string, { feeds }: Config): ConfiguredFeed | undefined {
  return feeds.find(({ name, feed }) => name === argument || feed === argument) ?? feeds.find(({ feed }) => isSameFeed(feed, argument));
}

function groupOf(group: string, config: Config): Found[] {
  const feeds = config.feeds.filter(({ groups }) => groups.includes(group));
  if (feeds.length > 0) return feeds.map((configured) => found(configured, config));
  const known = [...new Set(config.feeds.flatMap(({ groups }) => groups))];
  throw usage(messages.cli.unknownGroup(group, nearest(group, known), known));
}

function isSameFeed(feed: string, argument: string): boolean {
  try {
    return resolveFeed(feed).id === resolveFeed(argument).id;
  } catch {
    return false;
  }
}

function resolveName(argument: string, config: Config): FeedSource {
  try {
    return resolveFeed(argument);
  } catch (error) {
    const meant = nearest(argument, config.feeds.flatMap(({ name }) => name ?? []));
    if (meant === undefined || !isNewsScrapeError(error, 'feed_unknown')) return resolveArgument(argument);
    const { feed, nearest: others } = error.params;
    throw usage(new NewsScrapeError('feed_unknown', { feed, nearest: [meant, ...others] }).message);
  }
}

/** A file's name stays as it is written, wherever the program runs: it names the feed in the archive. */
function found(configured: ConfiguredFeed, { file }: Config): Found {
  const source = resolveArgument(configured.feed);
  const isRelative = source.kind === 'file' && file !== undefined;
  return { source: isRelative ? { ...source, location: pathFrom(file, source.location) } : source, configured };
}

/** From the weakest to the strongest. */
function layersFor(feed: ConfiguredFeed | undefined, { defaults, groups }: Config, { flags, variables }: Given): Layer[] {
  return [
    layerOfSettings(defaults, (line) => ({ by: 'defaults', line })),
    ...(feed?.groups ?? []).map((group) => layerOfSettings(groups.get(group) ?? new Map(), (line) => ({ by: 'group', group, line }))),
    layerOfSettings(feed?.settings ?? new Map(), (line) => ({ by: 'feed', line })),
    layerOf(variables, { by: 'variable' }),
    layerOf(flags, { by: 'flag' }),
  ];
}

const usage = (detail: string): NewsScrapeError => new NewsScrapeError('usage', { detail });
