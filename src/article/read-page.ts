import { NewsScrapeError, deepestCause, isNewsScrapeError } from '../errors.js';
import { MAX_BYTES } from '../http/limits.js';
import { extractFrom } from './extract.js';
import { openText } from './page-text.js';
import type { Part } from './pager.js';
import type { SiteRule } from './rules/rule.js';
import type { Trace } from './trace.js';
import type { Article } from './types.js';

/** A page as it came: its address, the server's Content-Type and its bytes. */
export interface RawPage {
  /** What messages call it: its address, or the path of its file. */
  name: string;
  /** Base of its relative addresses; empty for a page that came from a file. */
  url: string;
  /** The Content-Type header as sent, empty if there was none. */
  contentType: string;
  /** At most 3 MiB. */
  body: Uint8Array;
}

/** How to read a page. */
export interface ReadingOptions {
  /** Rules that are tried before the built-in ones. */
  rules?: readonly SiteRule[] | undefined;
  /** @internal Is told where each thing was found and what was left out. */
  trace?: Trace | undefined;
  /** @internal For a page that continues an article. */
  part?: Part | undefined;
  /** False: the whole page is parsed, also where pieces of it would do. */
  fastPath?: boolean | undefined;
  /** The page was published no later than this. */
  seenAt?: Date | undefined;
}

/** Types under which servers send web pages; those that send none or a generic one are given the benefit. */
const PAGE_TYPES = /^(text\/(html|plain)|application\/(xhtml\+xml|xml|octet-stream)|text\/xml|$)/i;

/**
 * The article of a page as it came from the network or a file, in whatever charset.
 * @throws NewsScrapeError `too_large`, `page_not_html`, `page_unreadable`, and all that `extractArticle` throws
 */
export function readPage({ name, url, contentType, body }: RawPage, options: ReadingOptions = {}): Article {
  if (body.length > MAX_BYTES.page) throw new NewsScrapeError('too_large', { url: name, limit: MAX_BYTES.page });
  const type = contentType.split(';')[0]?.trim() ?? '';
  if (!PAGE_TYPES.test(type)) throw new NewsScrapeError('page_not_html', { url: name, type });
  return guardPage(name, () => {
    const text = openText(body, contentType);
    options.trace?.found('charset', text.from, text.charset);
    return extractFrom(text, { name, url, ...options });
  });
}

/**
 * Does a step of work on a page; one that breaks our own code costs that page, never the run.
 * @throws NewsScrapeError `page_unreadable` in place of anything unforeseen
 */
export function guardPage<Result>(name: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (isNewsScrapeError(error)) throw error;
    throw new NewsScrapeError('page_unreadable', { url: name, detail: deepestCause(error) }, { cause: error });
  }
}
