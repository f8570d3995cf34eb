import { NewsScrapeError } from '../../errors.js';
import { messages } from '../../messages/messages.js';
import { chooseFrom, configOptionsOf } from '../choose-from.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { write, type Io } from '../io.js';
import { openConfig } from '../open-config.js';
import type { Flags } from '../options/flags.js';
import { shownAsJson, shownAsTable, showConfig } from '../shown-config.js';

/**
 * `news-scrape config check`: whether the configuration can be used.
 * @throws NewsScrapeError `config_invalid` with all mistakes; `config_unreadable`; `usage` where there is none
 */
export async function checkConfigCommand(flags: Flags, io: Io): Promise<ExitCode> {
  const { file, feeds, rules, groups } = await openConfig(configOptionsOf(flags, io), io);
  if (file === undefined) throw new NewsScrapeError('usage', { detail: messages.config.none });
  // A group of which only feeds tell may be misspelt.
  const names = [...new Set([...groups.keys(), ...feeds.flatMap((feed) => feed.groups)])];
  const told = names.map((name) => ({ name, feeds: feeds.filter((feed) => feed.groups.includes(name)).length, hasOptions: (groups.get(name)?.size ?? 0) > 0 }));
  const lines = [messages.config.isRight(file, feeds.length, rules.length), ...(told.length > 0 ? [messages.config.groups(told)] : [])];
  await write(io, lines.map((line) => `${line}\n`).join(''));
  return EXIT.ok;
}

/**
 * `news-scrape config show`: the options of `fetch` that count for each feed, and where they come from.
 * @param flags those of `fetch`, but `--json` is the command's own
 * @throws NewsScrapeError `config_invalid`, `config_unreadable`, `option_invalid`; `usage` where no feed is named or known
 */
export async function showConfigCommand(feeds: readonly string[], flags: Flags, io: Io): Promise<ExitCode> {
  const ofFetch = new Map([...flags].filter(([attribute]) => attribute !== 'json'));
  const shown = showConfig(await chooseFrom(feeds, ofFetch, io), io.now);
  await write(io, flags.get('json') === true ? shownAsJson(shown) : await shownAsTable(shown));
  return EXIT.ok;
}
