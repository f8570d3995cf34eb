import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { isTag } from 'domhandler';
import { removeAfter } from './clean/after-end.js';
import { isWeiboMark, removeLiveQuote } from './clean/automatic.js';
import { mendSentence } from './clean/mend.js';
import { readBlocks } from './clean/read-blocks.js';
import { withoutForeignLines, type Body } from './foreign-lines.js';
import type { SiteRule } from './rules/rule.js';
import { elementName, takeOut, type Trace } from './trace.js';

/** The page around a body. */
export interface Surroundings {
  url: string;
  title: string;
  trace?: Trace | undefined;
}

/**
 * The blocks of the article inside `element`: first what the rule names goes, by structure; then whole paragraphs that
 * are known not to be the article, by their exact words.
 */
export function readBody($: CheerioAPI, element: Element, rule: SiteRule | undefined, { url, title, trace }: Surroundings): Body {
  trace?.found('body', rule?.body ?? '', elementName(element));
  const automatic = automaticLinks($, element, rule, trace);
  if (rule?.endsAt !== undefined) removeAfter($, element, rule.endsAt, trace);
  for (const selector of rule?.remove ?? []) {
    const foreign = $(selector, element);
    for (const block of foreign.get().filter(isTag)) mendSentence($, block);
    takeOut(foreign, 'rule', selector, trace);
  }
  const blocks = readBlocks(element, { url, trace, isAutomaticLink: (link) => automatic.has(link) });
  return withoutForeignLines(blocks, title, trace);
}

/** The links that the site put onto words by itself; what it wrote behind them, or instead of words, goes. */
function automaticLinks($: CheerioAPI, element: Element, rule: SiteRule | undefined, trace: Trace | undefined): ReadonlySet<Element> {
  if (rule?.automaticLinks === undefined) return new Set();
  const links = $(rule.automaticLinks, element).get().filter(isTag);
  for (const link of links) removeLiveQuote(link, trace);
  if (rule.accountLinks !== undefined) takeOut($($(rule.accountLinks, element).get().filter(isTag).filter(isWeiboMark)), 'rule', rule.accountLinks, trace);
  return new Set(links);
}
