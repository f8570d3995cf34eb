import type { CheerioAPI } from 'cheerio';
import { isTag, type Element } from 'domhandler';
import { elementsOf } from '../select.js';
import { textNodes } from '../text-nodes.js';
import type { Measures } from './measure.js';

const HEADLINE_IN_ITEM = 6;
/** Share of a text's sentences that must stand in such items. */
const LISTED = 0.7;
/** What readers are offered below each other's words. */
const REPLY = /^(?:回复|举报|点赞|赞|顶|踩|引用|reply|report|quote)[\s(（\d)）]{0,9}$|^(?:第\s?)?\d{1,5}\s?楼$|^\d{1,3}\s?(?:分钟|小时|天)前$/iu;

/**
 * True for a text that consists of items which are built alike, each with a headline that leads elsewhere.
 * @param least so many items make a list
 */
export function isHeadlineList($: CheerioAPI, element: Element, measures: Measures, least: number): boolean {
  return consistsOf($, element, measures, least, (item) => hasHeadline($, item));
}

/** True for what readers wrote: items that are built alike, each with a time ago, a number or a link to answer it. */
export function isThread($: CheerioAPI, element: Element, measures: Measures, least: number): boolean {
  return consistsOf($, element, measures, least, (item) => [...textNodes(item)].some(({ data }) => REPLY.test(data.trim())));
}

function consistsOf($: CheerioAPI, element: Element, measures: Measures, least: number, isItem: (item: Element) => boolean): boolean {
  const { prose } = measures.of(element);
  return [element, ...elementsOf($, '*', element)].some((parent) => {
    return alike(parent, least).some((group) => {
      const items = group.filter((item) => measures.of(item).prose > 0 && isItem(item));
      return items.length >= least && items.reduce((sum, item) => sum + measures.of(item).prose, 0) >= prose * LISTED;
    });
  });
}

/** The children of an element that have the same name and class, together. */
function alike(parent: Element, least: number): Element[][] {
  const groups = new Map<string, Element[]>();
  for (const child of parent.children.filter(isTag)) {
    const key = `${child.name}.${child.attribs.class ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(child);
    else groups.set(key, [child]);
  }
  return [...groups.values()].filter((items) => items.length >= least);
}

/** A link that is the whole of a line, as long as a headline. */
function hasHeadline($: CheerioAPI, item: Element): boolean {
  return $('a', item).get().some((link) => {
    const text = $(link).text().trim();
    return text.length >= HEADLINE_IN_ITEM && $(link).parent().text().trim() === text;
  });
}
