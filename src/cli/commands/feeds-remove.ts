import { withoutFeed } from '../../config/edit.js';
import { nearest } from '../../config/nearest.js';
import { NewsScrapeError } from '../../errors.js';
import { messages } from '../../messages/messages.js';
import { configuredFeed } from '../chosen-feeds.js';
import { openEditable, saveConfig } from '../editable-config.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { write, type Io } from '../io.js';
import type { Flags } from '../options/flags.js';
import { printable } from '../terminal.js';

/**
 * `news-scrape feeds remove`: takes a feed out of the configuration. Its posts stay, and the archive still knows them.
 * @throws NewsScrapeError `usage` for a feed that does not stand there; all that `openEditable` and `saveConfig` throw
 */
export async function removeFeedCommand(argument: string, { dryRun }: { dryRun?: boolean }, flags: Flags, io: Io): Promise<ExitCode> {
  const editable = await openEditable(flags, io);
  const { config, file, text } = editable;
  const feed = configuredFeed(argument, config);
  if (!feed) {
    const meant = nearest(argument, config.feeds.flatMap(({ name, feed: word }) => [name ?? word, word]));
    throw new NewsScrapeError('usage', { detail: messages.config.noSuchFeed(argument, file, meant) });
  }
  const { feeds } = await saveConfig(editable, withoutFeed(text, config.feeds.indexOf(feed)), io, { dryRun });
  const lines = [messages.config.removed(feed.feed), messages.config.saved(file, feeds.length, dryRun === true)];
  await write(io, lines.map((line) => `${printable(line)}\n`).join(''));
  return EXIT.ok;
}
