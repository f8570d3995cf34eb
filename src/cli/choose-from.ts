import type { Config } from '../config/config.js';
import { readVariables } from '../config/variables.js';
import { messages } from '../messages/messages.js';
import { chooseAnyFeeds, chooseFeeds, type Choice } from './chosen-feeds.js';
import type { Io } from './io.js';
import { openConfig } from './open-config.js';
import type { ConfigOptions } from './options/config.js';
import type { Flags } from './options/flags.js';
import { fetchKeys } from './options/keys.js';

/** What a command with feeds begins with. */
export interface Chosen extends Choice, Pick<Config, 'rules'> {
  config: Config;
}

/**
 * The feeds that the words of a command line name, with all that counts for them: flags, variables, configuration.
 * @throws NewsScrapeError `usage`, `option_invalid`, `config_unreadable`, `config_invalid`
 */
export const chooseFrom = (names: readonly string[], flags: Flags, io: Io): Promise<Chosen> => choose(chooseFeeds, names, flags, io);

/**
 * The same for a command that has something to do without a feed, too.
 * @throws NewsScrapeError `usage`, `option_invalid`, `config_unreadable`, `config_invalid`
 */
export const chooseAnyFrom = (names: readonly string[], flags: Flags, io: Io): Promise<Chosen> => choose(chooseAnyFeeds, names, flags, io);

async function choose(by: typeof chooseFeeds, names: readonly string[], flags: Flags, io: Io): Promise<Chosen> {
  const given = { flags, variables: variablesFor(io) };
  const config = await openConfig(configFileOf(given), io);
  return { ...by(names, config, { ...given, now: io.now }), config, rules: config.rules };
}

/** What counts besides the configuration. */
export interface Given {
  flags: Flags;
  variables: ReadonlyMap<string, unknown>;
}

/**
 * What variables of the environment say of options; those that mean nothing are told.
 * @throws NewsScrapeError `option_invalid`, which names the variable
 */
export function variablesFor({ env, now, terminal }: Pick<Io, 'env' | 'now' | 'terminal'>): Given['variables'] {
  const { values, warnings } = readVariables(env, fetchKeys(now));
  for (const warning of warnings) terminal.line(messages.telling.warning(warning), 'yellow');
  return values;
}

/** Where the configuration is, as a flag or a variable says. */
export function configFileOf({ flags, variables }: Given): ConfigOptions {
  const named = flags.get('config') ?? variables.get('config');
  return typeof named === 'string' ? { config: named } : {};
}

/** The same for a command to which no other variable means anything. */
export const configOptionsOf = (flags: Flags, { env, now }: Pick<Io, 'env' | 'now'>): ConfigOptions => configFileOf({ flags, variables: readVariables(env, fetchKeys(now)).values });
