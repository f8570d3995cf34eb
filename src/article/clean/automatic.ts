import { isTag, isText, type AnyNode, type Element, type Text } from 'domhandler';
import type { Trace } from '../trace.js';

const NUMBER = '[-+]?\\d{1,9}(?:\\.\\d{1,6})?';
/**
 * What a script puts behind the name of a stock: price, change and percentage in parentheses; until 2016 in brackets,
 * with links to data. A journalist's `(600519.SH)` or `(上涨1.2%)` is neither.
 */
const LIVE_QUOTE = new RegExp(`^\\s{0,3}(?:\\(\\s?${NUMBER},\\s?${NUMBER},\\s?${NUMBER}%\\s?\\)|\\[(?:\\s?${NUMBER}\\s)?\\s?${NUMBER}%(?:\\s(?:资金|研报|股吧|行情)){0,4}\\s?\\])`);
/** Longer than any of them. */
const QUOTE_LENGTH = 60;

const INLINE = new Set(['a', 'span', 'font', 'b', 'strong', 'i', 'em', 'u']);

/**
 * Takes the quote that a script put behind a link to a stock out of its sentence. Where the element is still there into
 * which it writes, figures outside of that are the journalist's.
 */
export function removeLiveQuote(link: Element, trace: Trace | undefined): void {
  const outer = outermost(link);
  if (hasPlaceForQuote(outer)) return;
  const following = textsBehind(outer);
  const [quote = ''] = LIVE_QUOTE.exec(following.map(({ data }) => data).join('').slice(0, QUOTE_LENGTH)) ?? [];
  if (quote === '') return;
  trace?.removed('rule', 'live quote', { tag: 'span', html: '', text: quote });
  let left = quote.length;
  for (const text of following) {
    const cut = Math.min(left, text.data.length);
    text.data = text.data.slice(cut);
    left -= cut;
  }
}

/** True for a link that says `[微博]` and leads to the account of whoever is named in front of it. */
export function isWeiboMark(link: Element): boolean {
  return /^\s?[[(（【]\s?微博\s?[\])）】]\s?$/.test(link.children.map((child) => (isText(child) ? child.data : ' ')).join(''));
}

/** The inline element around a link that ends with it. */
function outermost(link: Element): Element {
  let element = link;
  for (let { parent } = element; parent && isTag(parent) && INLINE.has(parent.name) && parent.children.at(-1) === element; { parent } = element) element = parent;
  return element;
}

function hasPlaceForQuote(element: Element): boolean {
  for (let { next } = element; next && isTag(next); ({ next } = next)) {
    if (next.attribs.id?.startsWith('quote_')) return true;
  }
  return false;
}

/** Texts behind an element, up to the end of its parent or the length of a quote. */
function textsBehind(element: Element): Text[] {
  const texts: Text[] = [];
  let length = 0;
  for (let node: AnyNode | null = element.next; node && length < QUOTE_LENGTH; node = node.next) {
    const inside = textsIn(node);
    if (!inside) break;
    texts.push(...inside);
    length = texts.reduce((sum, { data }) => sum + data.length, 0);
  }
  return texts;
}

/** The texts in a node; undefined for one that a sentence does not run through. */
function textsIn(node: AnyNode): Text[] | undefined {
  if (isText(node)) return [node];
  if (!isTag(node)) return [];
  if (!INLINE.has(node.name)) return undefined;
  const parts = node.children.map(textsIn);
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}
