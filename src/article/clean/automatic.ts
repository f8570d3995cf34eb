import { hasChildren, isTag, isText, type AnyNode, type Element, type Text } from 'domhandler';
import type { Trace } from '../trace.js';

const NUMBER = '[-+]?\\d{1,9}(?:\\.\\d{1,6})?';
/**
 * What a script puts behind the name of a stock: price, change and percentage in parentheses; until 2016 in brackets,
 * with links to data. A journalist's `(600519.SH)` or `(上涨1.2%)` is neither.
 */
const LIVE_QUOTE = new RegExp(`^\\s{0,3}(?:\\(\\s?${NUMBER},\\s?${NUMBER},\\s?${NUMBER}%\\s?\\)|\\[(?:\\s?${NUMBER}\\s)?\\s?${NUMBER}%(?:\\s(?:资金|研报|股吧|行情)){0,4}\\s?\\])`);
/** Longer than any of them, and made of more nodes. */
const QUOTE_LENGTH = 60;
const QUOTE_NODES = 40;
/** Elements between a link and the one that waits for its quote. */
const PLACE_DISTANCE = 5;

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

/**
 * True for a link that says `[微博]` and leads to the account of whoever is named in front of it. Brackets that stand
 * around the link go at once.
 */
export function isWeiboMark(link: Element): boolean {
  const text = link.children.map((child) => (isText(child) ? child.data : ' ')).join('').trim();
  if (/^[[(（【]\s?微博\s?[\])）】]$/.test(text)) return true;
  const { prev, next } = outermost(link);
  if (text !== '微博' || !prev || !isText(prev) || !next || !isText(next) || !/[[(（【]\s?$/.test(prev.data) || !/^\s?[\])）】]/.test(next.data)) return false;
  prev.data = prev.data.replace(/[[(（【]\s?$/, '');
  next.data = next.data.replace(/^\s?[\])）】]/, '');
  return true;
}

/** The inline element around a link that ends with it. */
function outermost(link: Element): Element {
  let element = link;
  for (let { parent } = element; parent && isTag(parent) && INLINE.has(parent.name) && parent.children.at(-1) === element; { parent } = element) element = parent;
  return element;
}

function hasPlaceForQuote(element: Element): boolean {
  const nearest = take(siblingsBehind(element), PLACE_DISTANCE);
  const firstText = nearest.findIndex((node) => !isTag(node));
  return nearest.slice(0, firstText === -1 ? undefined : firstText).some((node) => isTag(node) && node.attribs.id?.startsWith('quote_'));
}

/** The texts that run on behind an element, as many as a quote can be made of. */
function textsBehind(element: Element): Text[] {
  const texts: Text[] = [];
  let length = 0;
  for (const node of take(inlineFrom(element.next), QUOTE_NODES)) {
    if (length >= QUOTE_LENGTH || (isTag(node) && !INLINE.has(node.name))) break;
    if (!isText(node)) continue;
    texts.push(node);
    length += node.data.length;
  }
  return texts;
}

function* siblingsBehind({ next }: AnyNode): Generator<AnyNode> {
  for (let node = next; node; node = node.next) yield node;
}

/** A node, all in it, and all behind it. */
function* inlineFrom(first: AnyNode | null): Generator<AnyNode> {
  for (let node = first; node; node = node.next) {
    yield node;
    if (hasChildren(node)) yield* inlineFrom(node.firstChild);
  }
}

/** The first of many, without looking at more. */
function take<Item>(items: Iterable<Item>, most: number): Item[] {
  const taken: Item[] = [];
  for (const item of items) {
    if (taken.push(item) === most) break;
  }
  return taken;
}
