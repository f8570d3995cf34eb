import { NewsScrapeError } from '../errors.js';
import { readPage, type RawPage, type ReadingOptions } from './read-page.js';
import type { Article } from './types.js';

/** Articles are shorter; a pager without end is a mistake. */
const MOST_PAGES = 50;

/**
 * The article that begins on `first`, with all pages that continue it. A page that repeats an earlier one ends it: some
 * pagers go on behind the last page.
 * @param fetchPage gets a further page; what it throws fails the article, of which a part is worse than nothing
 * @throws NewsScrapeError what `readPage` throws for any of the pages, `page_unreadable` for more than 50
 */
export async function readWholeArticle(first: RawPage, fetchPage: (url: string) => Promise<RawPage>, options?: ReadingOptions): Promise<Article> {
  let page = first;
  let last = readPage(page, options);
  const parts = [last];
  const visited = new Set([first.url]);
  while (last.nextPage !== undefined && !visited.has(last.nextPage)) {
    if (parts.length === MOST_PAGES) throw new NewsScrapeError('page_unreadable', { url: first.name, detail: `an article of more than ${MOST_PAGES} pages` });
    visited.add(last.nextPage);
    page = await fetchPage(last.nextPage);
    last = readPage(page, { ...options, part: { first: first.url, ordinal: parts.length + 1 } });
    const { html } = last;
    if (parts.some((part) => part.html === html)) break;
    parts.push(last);
  }
  return join(parts);
}

function join(parts: readonly Article[]): Article {
  const [first, ...others] = parts;
  if (!first) throw new RangeError('no page');
  const editor = parts.findLast((part) => part.editor !== undefined)?.editor;
  const leadImage = parts.find((part) => part.leadImage !== undefined)?.leadImage;
  return { ...first, editor, leadImage, nextPage: undefined, html: [first, ...others].map(({ html }) => html).join('\n') };
}
