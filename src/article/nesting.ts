import { NewsScrapeError } from '../errors.js';

/** Open elements of one kind at once; no article comes near, and parsers and selectors slow down with the square. */
const LIMIT = 1000;
/** Elements without an end tag, or whose end tag HTML lets authors leave out. */
const UNCLOSED = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr', 'p', 'li', 'dt', 'dd', 'option', 'optgroup', 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot', 'colgroup', 'caption', 'rp', 'rt']);

/**
 * Refuses a page that opens elements without end, before any parser sees it.
 * @throws NewsScrapeError `page_unreadable`
 */
export function refuseDeepNesting(html: string, name: string): void {
  const open = new Map<string, number>();
  for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    const element = tag.toLowerCase();
    if (UNCLOSED.has(element)) continue;
    const count = Math.max(0, (open.get(element) ?? 0) + (slash === '' ? 1 : -1));
    if (count > LIMIT) throw new NewsScrapeError('page_unreadable', { url: name, detail: `more than ${LIMIT} <${element}> inside each other` });
    open.set(element, count);
  }
}
