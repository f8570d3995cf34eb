import type { CheerioAPI } from 'cheerio';
import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { elementName, takeOut, type Trace } from './trace.js';

/** Elements that never hold an article, whatever stands in them. */
const OUTSIDE = 'script, style, noscript, nav, aside, footer, iframe, select, button, [role="navigation"], [role="complementary"]';
/** Class names and ids of blocks that stand inside many articles' elements and belong to the page. */
const ADDITIONS = /(?:^|[-_\s])(?:share|comments?|related?|relat(?:ive|ion)|recommend|editor|copyright|statement|qrcode|keywords?|toolbar|advert|ads?)(?:$|[-_\s])/i;
/** Inline elements are part of a sentence, whatever their class says. */
const INLINE = new Set(['a', 'b', 'i', 'em', 'strong', 'span', 'font', 'u', 'sub', 'sup', 'small', 'img', 'br']);
/** Characters from which on text outside of paragraphs counts. */
const LOOSE_TEXT = 80;
/** It counts less than text in paragraphs: notices about copyright and cookies stand like that. */
const LOOSE_DISCOUNT = 3;
/** Share of link text from which on an element is a list of links. */
const LINKED = 0.5;

/**
 * The element that most likely holds the article of a page that no rule knows: the one with the most text in
 * paragraphs directly below it, or in itself. Paragraphs also count half for the element one level up, because some pages wrap each
 * paragraph once more. Undefined if there is no such text.
 */
export function findArticleElement($: CheerioAPI, trace?: Trace): Element | undefined {
  takeOut($(OUTSIDE), 'outside', '', trace);
  const scores = new Map<Element, number>();
  const give = (element: AnyNode | null, points: number): void => {
    if (element && isTag(element)) scores.set(element, (scores.get(element) ?? 0) + points);
  };
  for (const element of $('body, body *').get()) {
    give(element, looseTextLength(element) / LOOSE_DISCOUNT);
    const points = paragraphPoints(element);
    if (points === 0) continue;
    give(element.parent, points);
    give(element.parent?.parent ?? null, points / 2);
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  if (trace) for (const [element, score] of ranked) trace.found('candidate', elementName(element), score.toFixed(1));
  return ranked[0]?.[0];
}

/** Removes from an article's element what such elements hold besides the article. */
export function removeAdditions($: CheerioAPI, article: Element, trace?: Trace): void {
  const total = textLength(article).all;
  for (const element of $('[class], [id]', article).get().filter(isTag)) {
    const isNamed = ADDITIONS.test(element.attribs.class ?? '') || ADDITIONS.test(element.attribs.id ?? '');
    if (isNamed && !INLINE.has(element.name) && textLength(element).all < total / 3) takeOut($(element), 'addition', elementName(element), trace);
  }
  for (const list of $('ul, ol, dl', article).get()) {
    const { all, linked } = textLength(list);
    if (all > 0 && linked / all > LINKED) takeOut($(list), 'link_list', '', trace);
  }
}

/** Characters of a paragraph that are not links; 0 for anything that is no paragraph or mostly links. */
function paragraphPoints(element: Element): number {
  if (element.name !== 'p') return 0;
  const { all, linked } = textLength(element);
  return all < 8 || linked / all > LINKED ? 0 : all - linked;
}

/** Characters of a text that stands in an element without any paragraph; short ones are labels. */
function looseTextLength(element: Element): number {
  if (element.name === 'p' || element.name === 'a') return 0;
  const length = element.children.filter(isText).reduce((sum, text) => sum + text.data.trim().length, 0);
  return length >= LOOSE_TEXT ? length : 0;
}

function textLength(element: Element, inLink = false): { all: number; linked: number } {
  let all = 0;
  let linked = 0;
  for (const child of element.children) {
    if (isText(child)) {
      const { length } = child.data.trim();
      all += length;
      if (inLink) linked += length;
    } else if (isTag(child)) {
      const inner = textLength(child, inLink || child.name === 'a');
      all += inner.all;
      linked += inner.linked;
    }
  }
  return { all, linked };
}
