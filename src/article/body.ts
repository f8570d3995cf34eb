import type { CheerioAPI } from 'cheerio';
import { isTag, type AnyNode, type Element } from 'domhandler';
import { removeAfter } from './clean/after-end.js';
import { isWeiboMark, removeLiveQuote } from './clean/automatic.js';
import { mendSentence } from './clean/mend.js';
import { readBlocks } from './clean/read-blocks.js';
import { withoutForeignLines, type Body } from './foreign-lines.js';
import type { SiteRule } from './rules/rule.js';
import { elementsOf, indexSelectors, type SelectorIndex } from './select.js';
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
  if (rule) removeForeign($, foreignElements($, element, rule), trace);
  const blocks = readBlocks(element, { url, trace, isAutomaticLink: (link) => automatic.has(link) });
  return withoutForeignLines(blocks, title, trace);
}

function removeForeign($: CheerioAPI, foreign: readonly [element: Element, selector: string][], trace: Trace | undefined): void {
  const going = new Set<AnyNode>(foreign.map(([element]) => element));
  for (const [element, selector] of foreign) {
    mendSentence($, element, going);
    trace?.removed('rule', selector, element);
  }
  // From the end: each is sought from the end of its parent.
  $([...going].reverse()).remove();
}

/** What a rule names as no part of the article, with the selector that does. */
function foreignElements($: CheerioAPI, element: Element, { remove = [], isOwn }: SiteRule): [element: Element, selector: string][] {
  if (!isOwn) return namedBelow(element, indexOf(remove));
  return remove.flatMap((selector) => elementsOf($, selector, element).map((foreign): [Element, string] => [foreign, selector]));
}

const indexes = new WeakMap<readonly string[], SelectorIndex>();

/** The program's own rules are constants: each list of selectors is read once. */
function indexOf(selectors: readonly string[]): SelectorIndex {
  const known = indexes.get(selectors) ?? indexSelectors(selectors);
  indexes.set(selectors, known);
  return known;
}

function namedBelow(parent: Element, nameOf: SelectorIndex): [element: Element, selector: string][] {
  return parent.children.filter(isTag).flatMap((child) => {
    const selector = nameOf(child);
    return selector === undefined ? namedBelow(child, nameOf) : [[child, selector]];
  });
}

/** The links that the site put onto words by itself; what it wrote behind them, or instead of words, goes. */
function automaticLinks($: CheerioAPI, element: Element, rule: SiteRule | undefined, trace: Trace | undefined): ReadonlySet<Element> {
  if (rule?.automaticLinks === undefined) return new Set();
  const links = elementsOf($, rule.automaticLinks, element);
  for (const link of links) removeLiveQuote(link, trace);
  if (rule.accountLinks !== undefined) takeOut($(elementsOf($, rule.accountLinks, element).filter(isWeiboMark)), 'rule', rule.accountLinks, trace);
  return new Set(links);
}
