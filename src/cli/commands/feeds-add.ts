import { dirname, relative, resolve } from 'node:path';
import { decodeDocument } from '../../article/decode.js';
import { withFeeds } from '../../config/edit.js';
import { readVariables } from '../../config/variables.js';
import { NewsScrapeError, isNewsScrapeError, systemDetail } from '../../errors.js';
import { findFeed, type Answer, type FoundFeed } from '../../feeds/find-feed.js';
import type { FeedItem, FeedSource } from '../../feeds/types.js';
import type { HttpClient } from '../../http/types.js';
import { stopIfInterrupted } from '../../interrupt.js';
import { messages } from '../../messages/messages.js';
import { chooseAnyFeeds, configuredFeed, type ChosenFeed } from '../chosen-feeds.js';
import { openEditable, saveConfig, type EditableConfig } from '../editable-config.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { write, type Io } from '../io.js';
import { openNetwork } from '../network.js';
import type { Flags } from '../options/flags.js';
import { fetchKeys } from '../options/keys.js';
import { printable } from '../terminal.js';

export interface AddOptions {
  name?: string;
  group?: readonly string[];
  dryRun?: boolean;
}

/**
 * `news-scrape feeds add`: looks at a feed, or at that of a web page, shows it, and notes it in the configuration.
 * @throws NewsScrapeError `usage` for a feed that stands there already; all that `findFeed`, `openEditable` and `saveConfig` throw
 */
export async function addFeedCommand(argument: string, { name, group = [], dryRun }: AddOptions, flags: Flags, io: Io): Promise<ExitCode> {
  const editable = await openEditable(flags, io);
  refuseKnown(argument, editable);
  const given = { flags, variables: readVariables(io.env, fetchKeys(io.now)).values, now: io.now };
  const [chosen] = chooseAnyFeeds([argument], editable.config, given).feeds;
  if (!chosen || !['http', 'file'].includes(chosen.source.kind)) throw new NewsScrapeError('usage', { detail: messages.config.notToBeAdded(argument) });
  // A name or group that cannot be is told before anything is fetched.
  await saveConfig(editable, withFeeds(editable.text, [{ feed: argument, name, groups: group }]), io, { dryRun: true });
  const found = await look(chosen, io);
  for (const other of found.others) io.terminal.line(messages.config.otherFeed(other));
  const feed = wordFor(argument, chosen.source, found, editable);
  refuseKnown(feed, editable);
  const { feeds } = await saveConfig(editable, withFeeds(editable.text, [{ feed, name, groups: group }]), io, { dryRun });
  const words = [aboutFeed(feed, found.feed.title, found.feed.items), ...newestOf(found.feed.items), messages.config.saved(editable.file, feeds.length, dryRun === true)];
  await write(io, words.map((line) => `${printable(line)}\n`).join(''));
  return EXIT.ok;
}

function refuseKnown(feed: string, { file, config }: EditableConfig): void {
  const known = configuredFeed(feed, config);
  if (known) throw new NewsScrapeError('usage', { detail: messages.config.knownFeed(feed, file, known.line) });
}

/** What names the feed in the file: as it was typed, but for a feed that a page has named, and for a file, whose path starts at that of the configuration. */
function wordFor(argument: string, { kind, location }: FeedSource, { address }: FoundFeed, { file }: EditableConfig): string {
  if (kind === 'file') return resolve(argument) === argument ? argument : `./${relative(dirname(resolve(file)), location)}`;
  return address === location ? argument : address;
}

async function look({ source, options }: ChosenFeed, io: Io): Promise<FoundFeed> {
  const client = await openNetwork({ options, named: [source] }, io);
  try {
    return await findFeed(source.location, (address) => read(address, source, client, io));
  } catch (error) {
    stopIfInterrupted(io.signal);
    throw error;
  } finally {
    await client.close();
  }
}

async function read(address: string, { kind, location, headers = {} }: FeedSource, client: HttpClient, io: Io): Promise<Answer> {
  if (kind === 'file') return { text: decodeDocument(await readFeedFile(address, io)).text, url: address };
  const { url, body, contentType } = await client.get(address, { kind: 'feed', headers: address === location ? headers : {}, signal: io.signal });
  return { text: decodeDocument(body, contentType).text, url };
}

async function readFeedFile(file: string, { readFile }: Io): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isNewsScrapeError(error)) throw error;
    throw new NewsScrapeError('feed_file_unreadable', { file, detail: systemDetail(error) }, { cause: error });
  }
}

const aboutFeed = (feed: string, title: string | undefined, { length }: readonly FeedItem[]): string => messages.config.foundFeed(feed, title, length);

function newestOf(items: readonly FeedItem[]): string[] {
  const [first] = items.toSorted((a, b) => (b.date?.getTime() ?? -Infinity) - (a.date?.getTime() ?? -Infinity));
  return first ? [messages.config.newestItem(first.title || first.url, first.date)] : [];
}
