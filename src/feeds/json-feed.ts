import { parseDate } from '../dates.js';
import { absoluteLink } from './link.js';
import { isRecord, oneLine, textOf } from './text.js';
import type { FeedItem, ParsedFeed } from './types.js';

type Members = Readonly<Record<string, unknown>>;

/** True for JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function isJsonFeed(value: Members): boolean {
  return /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\/1/.test(textOf(value.version));
}

/** A JSON Feed. Plain text of an item (`content_text`) is not taken for HTML and stays out. */
export function readJsonFeed(feed: Members, url: string): ParsedFeed {
  const title = oneLine(textOf(feed.title));
  const author = authorOf(feed);
  const image = absoluteLink(textOf(feed.icon), url) || absoluteLink(textOf(feed.favicon), url);
  return {
    items: list(feed.items).filter(isRecord).map((item) => readItem(item, url)),
    ...(title && { title }),
    ...(author && { author }),
    ...(image && { image }),
  };
}

function readItem(item: Members, url: string): FeedItem {
  const guid = oneLine(textOf(item.id));
  const date = parseDate(textOf(item.date_published)) ?? parseDate(textOf(item.date_modified));
  const updated = parseDate(textOf(item.date_modified));
  const author = authorOf(item);
  const contentHtml = textOf(item.content_html);
  return {
    url: absoluteLink(textOf(item.url), url) || absoluteLink(textOf(item.external_url), url),
    title: oneLine(textOf(item.title)),
    categories: list(item.tags).map((tag) => oneLine(textOf(tag))).filter((tag) => tag !== ''),
    ...(guid && { guid }),
    ...(date && { date }),
    ...(updated && { updated }),
    ...(author && { author }),
    ...(contentHtml && { contentHtml }),
  };
}

/** Version 1.1 has `authors`, version 1.0 had `author`. */
function authorOf(holder: Members): string {
  const author = [...list(holder.authors), holder.author].find(isRecord);
  return oneLine(textOf(author?.name));
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
