import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import { elementsOf } from '../select.js';
import { takeOut, type Trace } from '../trace.js';

/** Share of an article's text up to which what stands before its heading is a part of the page. */
const TOP_SHARE = 0.3;

/** Takes the article's heading, and what stands before it, out of the article's element. */
export function removeTop($: CheerioAPI, article: Element, heading: Element | undefined, trace?: Trace): void {
  if (!heading || heading === article || $(heading).closest(article).length === 0) return;
  const before: AnyNode[] = [];
  for (let node: AnyNode = heading; node !== article && node.parent; node = node.parent) {
    before.push(...node.parent.children.slice(0, node.parent.children.indexOf(node)));
  }
  const isTop = $(before).text().trim().length <= $(article).text().trim().length * TOP_SHARE;
  if (isTop) takeOut($(before), 'outside', '', trace);
  takeOut($(heading), 'repeated_title', '', trace);
}

/** Takes out the time of the article, where it is a line of its own; where there are several times, they are the text's. */
export function removeTime($: CheerioAPI, article: Element, trace?: Trace): void {
  const times = $(elementsOf($, 'time', article));
  if (times.length !== 1) return;
  const line = times.closest('p, div, span, li, article, section');
  if (line.is(article) || line.text().trim() === times.text().trim()) takeOut(times, 'outside', '', trace);
}
