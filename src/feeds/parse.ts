import { NewsScrapeError } from '../errors.js';
import { isJsonFeed, readJsonFeed } from './json-feed.js';
import { looksLikeJson, parseJson } from './json.js';
import { readRoll } from './roll.js';
import { isRecord } from './text.js';
import type { ParsedFeed } from './types.js';
import { readXml } from './xml.js';

const COMMENT = /<!--[^]*?(?:-->|$)/g;
const ROOT = /<(?:(rss|feed|rdf:RDF)|!doctype\s+html|html)(?=[\s>/])/i;
/** How a piece of a page begins that has no root element. */
const PAGE_PIECE = /^<(?:head|body|title|meta|link|style|script|div|p|h1|center|table|iframe)[\s>/]/i;
const START_LENGTH = 40;

/**
 * Reads a feed, whose format its content alone decides: Sina's roll API (JSON or JSONP), JSON Feed 1.x, RSS 0.9x, 1.0
 * and 2.0, Atom. `url` is where the text came from: relative links are seen from it, and errors name it. A feed without
 * items is no error.
 *
 * Formats: https://www.rssboard.org/rss-specification (2.0), https://web.resource.org/rss/1.0/spec, RFC 4287 (Atom),
 * https://www.jsonfeed.org/version/1.1/.
 * @throws NewsScrapeError `feed_is_html`, `feed_unrecognized`, `feed_malformed` (XML), `feed_truncated` (JSON),
 * `feed_api_status`, `feed_no_data` (roll API).
 */
export async function parseFeed(text: string, url: string): Promise<ParsedFeed> {
  // A byte order mark is white space to trimStart.
  const content = text.trimStart();
  if (looksLikeJson(content)) return readJson(content, url);
  const markup = content.replace(COMMENT, '').trimStart();
  const root = ROOT.exec(markup);
  if (root?.[1] !== undefined) return readXml(content, url);
  if (root || PAGE_PIECE.test(markup)) throw new NewsScrapeError('feed_is_html', { url });
  throw unrecognized(content, url);
}

function readJson(content: string, url: string): ParsedFeed {
  const value = parseJson(content, url);
  if (isRecord(value) && isJsonFeed(value)) return readJsonFeed(value, url);
  if (isRecord(value) && 'result' in value) return readRoll(value, url);
  throw unrecognized(content, url);
}

function unrecognized(content: string, url: string): NewsScrapeError {
  return new NewsScrapeError('feed_unrecognized', { url, start: content.slice(0, START_LENGTH) });
}
