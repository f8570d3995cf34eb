import { Parser } from 'htmlparser2';
import { absoluteLink } from './link.js';

/** What pages call the formats that are read (RSS autodiscovery, JSON Feed 1.1). */
const TYPES: ReadonlySet<string> = new Set(['application/rss+xml', 'application/atom+xml', 'application/feed+json']);
/** Where feeds mostly are, of pages that name none: what WordPress, Hugo, Jekyll, Hexo and Eleventy make. */
const COMMON_PATHS: readonly string[] = ['/feed', '/feed.xml', '/index.xml', '/atom.xml', '/rss.xml'];
/** Characters of a page; its head stands in the first of them. */
const MOST_TEXT = 1_000_000;
const MOST_FEEDS = 10;

/**
 * The addresses of the feeds that a web page names in its `<link rel="alternate">`, in its order.
 * @param url where the page came from
 */
export function linkedFeeds(html: string, url: string): string[] {
  const found = new Set<string>();
  let base = url;
  const parser = new Parser({
    onopentag(name, { href = '', rel = '', type = '' }) {
      if (name === 'base') base = absoluteLink(href, url) || base;
      if (name !== 'link' || !/(?:^|\s)alternate(?:\s|$)/i.test(rel) || !TYPES.has(type.replace(/;.*/s, '').trim().toLowerCase())) return;
      const address = absoluteLink(href, base);
      if (address !== '' && found.size < MOST_FEEDS) found.add(address);
    },
  });
  parser.end(html.slice(0, MOST_TEXT));
  return [...found];
}

/** Where the site of a page may have a feed that the page does not name. */
export const usualFeeds = (url: string): string[] => COMMON_PATHS.map((path) => absoluteLink(path, url)).filter((address) => address !== '');
