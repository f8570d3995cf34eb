import type { CheerioAPI } from 'cheerio';
import { isTag, type Element } from 'domhandler';
import { absoluteUrl, parseHttpUrl } from '../../url.js';
import { sameSite } from '../metadata/canonical.js';
import { once } from '../once.js';
import { elementsOf } from '../select.js';
import { textNodes } from '../text-nodes.js';
import { proseOf, type Line, type Measures } from './measure.js';

const HEADLINE_IN_ITEM = 6;
/** Share of a text's sentences that must stand in such items. */
const LISTED = 0.7;
/** What readers are offered below each other's words. */
const REPLY = /^(?:回复|举报|点赞|赞|顶|踩|引用|reply|report|quote)[\s(（\d)）]{0,9}$|^(?:第\s?)?\d{1,5}\s?楼$|^\d{1,3}\s?(?:分钟|小时|天)前$/iu;

const READERS = /^(?:(?:网友|读者|最新|热门|全部|精彩|发表|我要)?(?:评论|跟帖|留言|点评)|comments?)[\s(（:：\d条)）]{0,12}$|^\d{1,9}\s?(?:条评论|comments?)$/iu;
/** A link that leads from the first words of an article to all of it. */
const READ_ON = /^[[【（(<>＞\s]{0,3}(?:详细|详情|更多|全文|(?:阅读|查看|点击)(?:全文|原文|更多|详情)|(?:read|learn) more|continue reading|more)[\]】）)>＞».…\s]{0,4}$/iu;
/** A day or a time that is a text of its own. */
const MOMENT = /\d{4}\s?[-/.年]\s?\d{1,2}|\d{1,2}\s?(?:月\s?\d{1,2}|[-/]\d{1,2})|\d{1,2}[:：]\d{2}|(?:前|昨天|今天|ago)$/u;
const MOMENT_LENGTH = 40;

/** True for a text that stands beside what a reader wrote, or above it. */
export const isReply = (text: string): boolean => REPLY.test(text.trim()) || READERS.test(text.trim());

/** Things that are built alike: each a box, or a heading with what follows it. */
type Item = readonly Element[];

/**
 * The items of a text that consists of items built alike, each with a headline that leads elsewhere; none for any other.
 * @param least so many items make a list
 */
export function headlineItems($: CheerioAPI, element: Element, measures: Measures, least: number): readonly Item[] {
  return itemsOf($, element, measures, least, (item) => item.some((part) => hasHeadline($, part)) || (item.some((part) => isHeaded($, part)) && textsOf(item).some((text) => READ_ON.test(text))));
}

/** True for what readers wrote: items that are built alike, each with a time ago, a number or a link to answer it. */
export function isThread($: CheerioAPI, element: Element, measures: Measures, least: number): boolean {
  return itemsOf($, element, measures, least, (item) => textsOf(item).some((text) => REPLY.test(text))).length > 0;
}

/** True for items most of which say when they were published. */
export function areDated(items: readonly Item[]): boolean {
  const isDated = (item: Item): boolean => textsOf(item).some((text) => text.length <= MOMENT_LENGTH && MOMENT.test(text));
  return items.filter(isDated).length > items.length / 2;
}

/** True for items most of which are texts of several paragraphs: a list gives the first words of each. */
export function areLong(items: readonly Item[], measures: Measures): boolean {
  const isLong = (item: Item): boolean => item.flatMap((part) => paragraphsOf(part, measures)).length > 1;
  return items.filter(isLong).length > items.length / 2;
}

const paragraphsOf = (part: Element, measures: Measures): Line[] => [...measures.linesOf(part).filter((line) => proseOf(line) > 0), ...part.children.filter(isTag).flatMap((child) => paragraphsOf(child, measures))];

/** True for items most of whose links lead to other sites than the page's own. */
export function leadAway($: CheerioAPI, items: readonly Item[], pageUrl: string): boolean {
  const page = parseHttpUrl(pageUrl);
  const links = items.flatMap((item) => item.flatMap((part) => [part, ...elementsOf($, 'a[href]', part)])).flatMap(({ attribs }) => absoluteUrl(attribs.href ?? '', pageUrl) ?? []);
  return page !== undefined && links.filter((link) => !sameSite(link, page)).length > links.length / 2;
}

function itemsOf($: CheerioAPI, element: Element, measures: Measures, least: number, isItem: (item: Item) => boolean): readonly Item[] {
  const { prose } = measures.of(element);
  const proseOf = (item: Item): number => item.reduce((sum, part) => sum + measures.of(part).prose, 0);
  for (const parent of [element, ...elementsOf($, '*', element)]) {
    for (const group of [...alike(parent, least), ...headed(parent, least)]) {
      const items = group.filter((item) => proseOf(item) > 0 && isItem(item));
      if (items.length >= least && items.reduce((sum, item) => sum + proseOf(item), 0) >= prose * LISTED) return items;
    }
  }
  return [];
}

/** The children of an element that have the same name and class, together. */
function alike(parent: Element, least: number): Item[][] {
  const groups = new Map<string, Element[]>();
  for (const child of parent.children.filter(isTag)) {
    const key = `${child.name}.${child.attribs.class ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(child);
    else groups.set(key, [child]);
  }
  return [...groups.values()].filter((group) => group.length >= least).map((group) => group.map((child) => [child]));
}

const HEADING = /^(?:h[2-6]|dt)$/;

/** The children of an element, cut before each heading of the first kind among them. */
function headed(parent: Element, least: number): Item[][] {
  const children = parent.children.filter(isTag);
  const name = children.find((child) => HEADING.test(child.name))?.name;
  const starts = children.flatMap((child, index) => (child.name === name ? index : []));
  return starts.length < least ? [] : [starts.map((start, index) => children.slice(start, starts[index + 1]))];
}

const textsOf = (item: Item): string[] => item.flatMap((part) => textNodes(part).map(({ data }) => data.trim()));

const HEADINGS = 'h2, h3, h4, h5, h6, dt';
const isHeaded = ($: CheerioAPI, part: Element): boolean => HEADING.test(part.name) || elementsOf($, HEADINGS, part).length > 0;

/** A link that is the whole of a line or most of a heading, as long as a headline. */
function hasHeadline($: CheerioAPI, part: Element): boolean {
  const textOf = once((element: Element): string => $(element).text().trim());
  return elementsOf($, 'a', part).some((link) => {
    const text = textOf(link);
    if (text.length < HEADLINE_IN_ITEM) return false;
    const [parent, heading] = [link.parent, $(link).closest(HEADINGS).get().find(isTag)];
    return (parent !== null && isTag(parent) && textOf(parent) === text) || (heading !== undefined && isMostOf(text, textOf(heading)));
  });
}

const isMostOf = (text: string, whole: string): boolean => whole !== '' && text.length > whole.length / 2;
