import { decodeDocument } from '../../article/decode.js';
import type { ConfiguredFeed } from '../../config/config.js';
import { withFeeds } from '../../config/edit.js';
import { sortSubscriptions } from '../../config/subscriptions.js';
import { NewsScrapeError, systemDetail } from '../../errors.js';
import { readOpml, writeOpml, type OpmlFeed } from '../../feeds/opml.js';
import { resolveFeed } from '../../feeds/resolve.js';
import { messages } from '../../messages/messages.js';
import { parseHttpUrl } from '../../url.js';
import { configOptionsOf } from '../choose-from.js';
import { openEditable, saveConfig } from '../editable-config.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { write, type Io } from '../io.js';
import { openConfig } from '../open-config.js';
import type { Flags } from '../options/flags.js';
import { printable } from '../terminal.js';

/** A list of 5,000 feeds has some 2 MB. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * `news-scrape feeds import`: notes the feeds of a list in OPML. What stands in the configuration already is passed over,
 * and so is, with exit code 1, what is no address of the web.
 * @throws NewsScrapeError `opml_unreadable`, `too_large`, all that `openEditable` and `saveConfig` throw
 */
export async function importFeedsCommand(list: string, { dryRun }: { dryRun?: boolean }, flags: Flags, io: Io): Promise<ExitCode> {
  const editable = await openEditable(flags, io);
  const listed = readOpml(decodeDocument(await readList(list, io)).text, list);
  if (listed.length === 0) throw new NewsScrapeError('opml_unreadable', { file: list, detail: messages.feeds.noFeeds });
  const { fresh, known, unusable } = sortSubscriptions(listed, editable.config);
  for (const feed of known) io.terminal.line(messages.feeds.known(feed));
  for (const address of unusable) io.terminal.line(messages.feeds.unusable(address), 'yellow');
  const lines = fresh.map(({ feed, name }) => messages.feeds.noted(feed, name));
  if (fresh.length === 0) lines.push(messages.feeds.nothingNew(editable.file));
  else {
    const { feeds } = await saveConfig(editable, withFeeds(editable.text, fresh), io, { dryRun });
    lines.push(messages.config.saved(editable.file, feeds.length, dryRun === true));
  }
  await write(io, lines.map((line) => `${printable(line)}\n`).join(''));
  return unusable.length > 0 ? EXIT.someFailed : EXIT.ok;
}

async function readList(list: string, { readFile, readStdin, signal }: Io): Promise<Uint8Array> {
  try {
    return await (list === '-' ? readStdin(MOST_BYTES) : readFile(list, MOST_BYTES));
  } catch (error) {
    if (error instanceof NewsScrapeError || signal.aborted) throw error;
    throw new NewsScrapeError('opml_unreadable', { file: list, detail: systemDetail(error) }, { cause: error });
  }
}

/**
 * `news-scrape feeds export`: the feeds of the configuration as a list in OPML. Addresses are whole, with the tokens that
 * stand in them: without those no reader could use them.
 * @throws NewsScrapeError `usage` without a configuration; `config_invalid`, `config_unreadable`
 */
export async function exportFeedsCommand(flags: Flags, io: Io): Promise<ExitCode> {
  const { file, feeds } = await openConfig(configOptionsOf(flags, io), io);
  if (file === undefined) throw new NewsScrapeError('usage', { detail: messages.config.none });
  const listed = feeds.map((feed) => ({ feed, entry: entryOf(feed) }));
  for (const { feed, entry } of listed) if (!entry) io.terminal.line(messages.feeds.notInOpml(feed.feed));
  await write(io, writeOpml(messages.feeds.listTitle, listed.flatMap(({ entry }) => entry ?? [])));
  return EXIT.ok;
}

/** Undefined for a feed that only this machine has. */
function entryOf({ feed, name, groups }: ConfiguredFeed): OpmlFeed | undefined {
  const { kind, location } = resolveFeed(feed);
  return kind === 'http' ? { address: parseHttpUrl(feed)?.href ?? location, title: name ?? feed, groups } : undefined;
}
