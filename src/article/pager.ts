import type { CheerioAPI } from 'cheerio';
import { hasChildren, isTag, isText, type AnyNode, type Element } from 'domhandler';
import { absoluteUrl, parseHttpUrl } from '../url.js';
import { elementsOf } from './select.js';

/** Which page of an article is read. */
export interface Part {
  /** Address of the article's first page. */
  first: string;
  /** 1 for the first page. */
  ordinal: number;
}

/** What a page says of the other pages of its article. */
export interface Pager {
  /** Address of the page that continues this one. */
  next?: string | undefined;
  /** The elements that hold the links. */
  elements: Element[];
}

const NEXT = /^(?:下一?页|下一頁|后一?页|next(?:page)?)?[>»›→]{0,2}$/i;
const DIGITS = /^[[【(（第]?(\d{1,2})[\]】)）页]?$/;
/** All that stands between the links of a pager, and the links themselves. */
const PAGER_TEXT = /^(?:[[\]【】()（）<>«»‹›|｜/\-…·.:：\d]|上一?页|下一?页|上一頁|下一頁|前一?页|后一?页|首页|尾页|末页|共|第|页|全文|单页阅读|阅读全文|余下全文|分页|next|prev|previous|page)+$/i;
/** A pager has no more nodes and characters, a page no more links to pages of its article. */
const PAGER_SIZE = 300;
const MOST_LINKS = 300;

/**
 * Reads the links to other pages of the same article: their addresses differ from the first one's by a page number only,
 * and they are labelled with that, or as the next page. A link to the next article is neither.
 */
export function readPager($: CheerioAPI, url: string, { first, ordinal }: Part): Pager {
  const [base, start] = [parseHttpUrl(url), parseHttpUrl(first)];
  if (!base || !start) return { elements: [] };
  const numberOf = pageNumbers(start);
  const current = numberOf(base) ?? 0;
  const links = elementsOf($, 'a[href], link[rel~="next"][href]').flatMap((link) => {
    const label = labelOf($, link);
    const target = label === undefined ? undefined : absoluteUrl(link.attribs.href ?? '', url);
    const number = target && numberOf(target);
    return target && number !== undefined ? [{ link, target, number, label }] : [];
  }).slice(0, MOST_LINKS);
  const following = links.filter(({ number }) => number > current).sort((a, b) => a.number - b.number);
  const next = following.find(({ label }) => label === 'next') ?? following.find(({ label }) => label === ordinal + 1);
  const elements = new Set(links.map(({ link }) => pagerAround(link)));
  return { next: next?.target.href, elements: [...elements] };
}

/** What a link says of where it leads: to the next page, or to that of a number. */
function labelOf($: CheerioAPI, link: Element): 'next' | number | undefined {
  const text = $(link).text().slice(0, 50).replace(/\s+/g, '');
  const isNext = (NEXT.test(text) && text !== '') || /(?:^|\s)next(?:\s|$)/i.test(link.attribs.rel ?? '');
  const digits = DIGITS.exec(text)?.[1];
  return isNext ? 'next' : digits === undefined ? undefined : Number(digits);
}

/** The largest element around a link in which nothing but a pager stands. */
function pagerAround(link: Element): Element {
  let element = link;
  for (let { parent } = element; parent && isTag(parent) && isPager(parent); { parent } = element) element = parent;
  return element;
}

/** True for an element of few nodes whose text is that of a pager. */
function isPager(element: Element): boolean {
  const nodes: AnyNode[] = [element];
  let text = '';
  // The list grows while it is read.
  for (const node of nodes) {
    if (isText(node)) text += node.data;
    if (hasChildren(node)) nodes.push(...node.children.slice(0, PAGER_SIZE));
    if (nodes.length > PAGER_SIZE || text.length > 10 * PAGER_SIZE) return false;
  }
  return PAGER_TEXT.test(text.replace(/\s+/g, ''));
}

/** Names of parameters that number pages. */
const PARAMETERS = ['page', 'p', 'pn', 'pg', 'pageno', 'pagenum', 'pageindex'];

/**
 * A function that tells the number of a page by its address: `name_2.shtml`, `name-2.html`, `name/2`, `name?page=2`
 * beside a first page `name.shtml` or `name_1.shtml`, which itself is 0. Undefined for all that is no page of that article.
 */
function pageNumbers({ host, pathname, search }: URL): (url: URL) => number | undefined {
  const [, stem = '', extension = ''] = /^(.*?)(?:[_-][01])?(\.[a-z]{1,6})?\/?$/i.exec(pathname) ?? [];
  return (url) => {
    if (url.host !== host) return undefined;
    if (url.pathname === pathname) return url.search === search ? 0 : parameter(url, search);
    if (!url.pathname.startsWith(stem) || url.search !== search) return undefined;
    const suffix = /^(?:[_-]p?|\/(?:page\/)?)(\d{1,2})(\.[a-z]{1,6})?\/?$/i.exec(url.pathname.slice(stem.length));
    return suffix && (suffix[2] ?? '') === (suffix[0].startsWith('/') ? '' : extension) ? Number(suffix[1]) : undefined;
  };
}

function parameter(url: URL, search: string): number | undefined {
  const rest = new URLSearchParams(url.search);
  const name = [...rest.keys()].find((key) => PARAMETERS.includes(key.toLowerCase()));
  const value = name === undefined ? null : rest.get(name);
  if (name === undefined || value === null || !/^\d{1,2}$/.test(value)) return undefined;
  rest.delete(name);
  const others = new URLSearchParams(search);
  others.delete(name);
  return rest.toString() === others.toString() ? Number(value) : undefined;
}
