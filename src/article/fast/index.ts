import type { CheerioAPI } from 'cheerio';
import { isNewsScrapeError } from '../../errors.js';
import { indexPage } from '../page-index.js';
import type { PageText } from '../page-text.js';
import type { SiteRule } from '../rules/rule.js';
import { loadPieces } from './pieces.js';
import { Uncertain } from './tags.js';

const inPieces = new WeakSet<CheerioAPI>();

/**
 * Reads a page by those pieces of it that its rule can ask for, which is many times faster than parsing all of it.
 * `read` is the same function that reads whole pages.
 * @param url the page's address; empty for a file
 * @returns undefined where only the whole page can tell: no rule knows it, it is not well-formed around the pieces, what
 *   is sought does not stand in them, or they hold no article
 */
export function readFast<Result>(text: PageText, url: string, rules: readonly SiteRule[], read: ($: CheerioAPI) => Result): Result | undefined {
  const $ = loadPieces(text, url, rules);
  if (!$) return undefined;
  inPieces.add($);
  indexPage($);
  try {
    return read($);
  } catch (error) {
    if (isNewsScrapeError(error) && WITHOUT_TEXT.has(error.code)) throw error;
    // Whatever else it is: the whole page gives the article, or the reason why there is none.
    return undefined;
  }
}

/** A rule found the body of the page, and nothing to read in it: the whole page says no more. */
const WITHOUT_TEXT: ReadonlySet<string> = new Set(['page_video_only', 'page_pictures_only']);

/**
 * For steps that look at the page outside of what rules name.
 * @throws Uncertain for a page that is read by its pieces, which then is read as a whole
 */
export function needWholePage($: CheerioAPI): void {
  if (inPieces.has($)) throw new Uncertain('outside of the pieces');
}
