import { NewsScrapeError } from '../../errors.js';
import { en } from '../../messages/en.js';
import { chooseFrom, configOptionsOf } from '../choose-from.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { write, type Io } from '../io.js';
import { openConfig } from '../open-config.js';
import type { ConfigOptions } from '../options/config.js';
import type { Flags } from '../options/flags.js';
import { shownAsJson, shownAsYaml, showConfig } from '../shown-config.js';

export interface ShowOptions extends ConfigOptions {
  json?: boolean;
}

/**
 * `news-scrape config check`: whether the configuration can be used.
 * @throws NewsScrapeError `config_invalid` with all mistakes; `config_unreadable`; `usage` where there is none
 */
export async function checkConfigCommand(flags: Flags, io: Io): Promise<ExitCode> {
  const { file, feeds, rules } = await openConfig(configOptionsOf(flags, io), io);
  if (file === undefined) throw new NewsScrapeError('usage', { detail: en.config.none });
  await write(io, `${en.config.isRight(file, feeds.length, rules.length)}\n`);
  return EXIT.ok;
}

/**
 * `news-scrape config show`: the options of `fetch` that count for each feed, and where they come from.
 * @throws NewsScrapeError `config_invalid`, `config_unreadable`, `option_invalid`; `usage` where no feed is named or known
 */
export async function showConfigCommand(feeds: readonly string[], { config, json }: ShowOptions, io: Io): Promise<ExitCode> {
  // Flags of this command are no options of `fetch`.
  const shown = showConfig(await chooseFrom(feeds, new Map(config === undefined ? [] : [['config', config]]), io), io.now);
  await write(io, json ? shownAsJson(shown) : shownAsYaml(shown));
  return EXIT.ok;
}
