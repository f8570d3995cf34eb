import { NewsScrapeError } from '../../errors.js';
import { en } from '../../messages/en.js';
import { configOptionsOf } from '../choose-from.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { write, type Io } from '../io.js';
import { openConfig } from '../open-config.js';
import type { Flags } from '../options/flags.js';

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
