import { parseDate } from '../dates.js';
import { absoluteLink } from './link.js';
import { oneLine } from './text.js';
import type { FeedItem } from './types.js';
import { attribute, childText, children, isTextOnly, nodeText } from './xml-node.js';

const DATE_ELEMENTS = ['pubDate', 'dc:date', 'published', 'updated'];

/** The elements of an item or entry that are read. */
export const ITEM_ELEMENTS = [
  ...['title', 'link', 'guid', 'id', 'author', 'dc:creator', 'category', 'content:encoded', 'content'],
  ...DATE_ELEMENTS,
];

/** An RSS item or Atom entry; relative links are seen from the feed's `url`. */
export function readXmlItem(item: Readonly<Record<string, unknown>>, url: string): FeedItem {
  const guid = oneLine(childText(item, 'guid', 'id')) || rdfAbout(item);
  const date = dateOf(item);
  const updated = parseDate(childText(item, 'updated'));
  const author = authorOf(item);
  const contentHtml = contentOf(item);
  return {
    url: linkOf(item, url),
    title: oneLine(childText(item, 'title')),
    categories: children(item, 'category').map(categoryName).filter((name) => name !== ''),
    ...(guid && { guid }),
    ...(date && { date }),
    ...(updated && { updated }),
    ...(author && { author }),
    ...(contentHtml && { contentHtml }),
  };
}

/** The author of an item or a feed. Sina's RSS names its own host there, which is no author. */
export function authorOf(parent: unknown): string {
  const names = children(parent, 'author').map((author) => childText(author, 'name'));
  const author = [childText(parent, 'dc:creator'), ...names, childText(parent, 'author')].find((name) => name !== '');
  return author === undefined || /^www\.sina\.com\.cn$/i.test(author) ? '' : oneLine(author);
}

function linkOf(item: Readonly<Record<string, unknown>>, url: string): string {
  const links = children(item, 'link').map((node) => ({
    rel: attribute(node, 'rel') || 'alternate',
    address: absoluteLink(attribute(node, 'href') || nodeText(node), url),
  }));
  const alternate = links.find(({ rel, address }) => rel === 'alternate' && address !== '');
  const other = links.find(({ address }) => address !== '');
  return alternate?.address ?? other?.address ?? permalink(item);
}

/** RSS 2.0: a guid is the item's address unless it says otherwise. An address it is only if it is a whole one. */
function permalink(item: Readonly<Record<string, unknown>>): string {
  const guid = children(item, 'guid').find((node) => attribute(node, 'isPermaLink').toLowerCase() !== 'false');
  return absoluteLink(nodeText(guid), '') || absoluteLink(rdfAbout(item), '');
}

/** rss-parser keeps this attribute of RSS 1.0 itself. */
function rdfAbout(item: Readonly<Record<string, unknown>>): string {
  const about = item['rdf:about'];
  return typeof about === 'string' ? oneLine(about) : '';
}

function dateOf(item: Readonly<Record<string, unknown>>): Date | undefined {
  for (const name of DATE_ELEMENTS) {
    const date = parseDate(childText(item, name));
    if (date) return date;
  }
  return undefined;
}

/** RSS puts the name in the element, Atom in attributes. */
function categoryName(node: unknown): string {
  return oneLine(attribute(node, 'label') || attribute(node, 'term') || nodeText(node));
}

/** RFC 4287, 4.1.3: Atom content without a type is plain text, not HTML. */
function contentOf(item: Readonly<Record<string, unknown>>): string {
  const html = children(item, 'content').filter((node) => /^(?:x?html|text\/html)$/i.test(attribute(node, 'type')));
  const whole = [...children(item, 'content:encoded'), ...html].find((node) => isTextOnly(node) && nodeText(node) !== '');
  return nodeText(whole);
}
