import Parser from 'rss-parser';
import { NewsScrapeError, deepestCause } from '../errors.js';
import { absoluteLink } from './link.js';
import { repairXml } from './repair.js';
import { oneLine } from './text.js';
import type { ParsedFeed } from './types.js';
import { ITEM_ELEMENTS, authorOf, readXmlItem } from './xml-item.js';
import { attribute, childText, children, isSkeleton, keptName } from './xml-node.js';

type Members = Record<string, unknown>;

const FEED_ELEMENTS = ['title', 'author', 'dc:creator', 'image', 'logo', 'icon', 'ttl'];
const XHTML_CONTENT = /(<content\s[^<>]*type=["']xhtml["'][^<>]*(?<!\/)>)([^]*?)(<\/content\s*>|$)/g;

/**
 * An RSS 0.9x, 1.0 (RDF) or 2.0 feed or an Atom feed. Damaged XML is repaired once. Entities that a DOCTYPE declares
 * are not expanded.
 *
 * @throws NewsScrapeError `feed_malformed` if the XML cannot be read even then.
 */
export async function readXml(text: string, url: string): Promise<ParsedFeed> {
  const feed = await parse(text)
    .catch(() => parse(repairXml(text)))
    .catch((error: unknown) => {
      throw new NewsScrapeError('feed_malformed', { url, detail: oneLine(deepestCause(error)) }, { cause: error });
    });
  const title = oneLine(childText(feed, 'title'));
  const author = authorOf(feed);
  const image = imageOf(feed, url);
  const minutes = /^\s*(\d{1,6})\s*$/.exec(childText(feed, 'ttl'))?.[1];
  return {
    items: feed.items.map((item) => readXmlItem(item, url)),
    ...(title && { title }),
    ...(author && { author }),
    ...(image && { image }),
    ...(minutes !== undefined && { ttl: Number(minutes) * 60_000 }),
  };
}

function parse(text: string): Promise<Members & Parser.Output<Members>> {
  const parser = new Parser<Members, Members>({
    defaultRSS: 2,
    // Of a feed or an item that is a string rss-parser would take the method String.prototype.link for a link.
    xml2js: { tagNameProcessors: [keptName], valueProcessors: [(text: string, name: string) => (isSkeleton(name) ? {} : text)], emptyTag: () => ({}) },
    customFields: {
      feed: FEED_ELEMENTS.map(keptName),
      item: ITEM_ELEMENTS.map((name) => [keptName(name), keptName(name), { keepArray: true }]),
    },
  });
  return parser.parseString(quoteXhtml(text));
}

/** Atom's inline XHTML as a CDATA section, because the parser would lose the order of text and elements. */
function quoteXhtml(text: string): string {
  return text.replace(XHTML_CONTENT, (_, start: string, html: string, end: string) => {
    return `${start}<![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]>${end}`;
  });
}

function imageOf(feed: Members, url: string): string {
  const [image] = children(feed, 'image');
  const addresses = [childText(image, 'url'), attribute(image, 'rdf:resource'), childText(feed, 'logo', 'icon')];
  return addresses.map((address) => absoluteLink(address, url)).find((address) => address !== '') ?? '';
}
