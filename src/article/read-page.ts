import { NewsScrapeError, isNewsScrapeError } from '../errors.js';
import { decodeDocument } from './decode.js';
import { extractArticle } from './extract.js';
import type { Article } from './types.js';

/** A page as it came: its address, the server's Content-Type and its bytes. */
export interface RawPage {
  /** What messages call it: its address, or the path of its file. */
  name: string;
  /** Base of its relative addresses; empty for a page that came from a file. */
  url: string;
  contentType: string;
  body: Uint8Array;
}

/** Types under which servers send web pages; those that send none or a generic one are given the benefit. */
const PAGE_TYPES = /^(text\/(html|plain)|application\/(xhtml\+xml|xml|octet-stream)|text\/xml|$)/i;

/**
 * The article of a page as it came from the network or a file.
 * @throws NewsScrapeError `page_not_html`, `page_unreadable`, and all that `extractArticle` throws
 */
export function readPage({ name, url, contentType, body }: RawPage): Article {
  const type = contentType.split(';')[0]?.trim() ?? '';
  if (!PAGE_TYPES.test(type)) throw new NewsScrapeError('page_not_html', { url: name, type });
  try {
    return extractArticle(decodeDocument(body, contentType).text, { name, url });
  } catch (error) {
    if (isNewsScrapeError(error)) throw error;
    // A page that breaks our own code must cost that page, never the run.
    throw new NewsScrapeError('page_unreadable', { url: name, detail: error instanceof Error ? error.message : String(error) }, { cause: error });
  }
}
