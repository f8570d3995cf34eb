import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { elementsOf } from '../select.js';
import { elementName, takeOut, type Trace } from '../trace.js';
import { NAMED, OUTSIDE, isPagePart, isPlayer, isSmallPart } from './foreign.js';
import { INLINE, measure, type Measure, type Measures } from './measure.js';

/** A part of the page inside an article has less than this share of the text. */
const PART_SHARE = 1 / 3;
/** Characters of the longest small part. */
const SMALL = 120;
/** Share of link text from which on an element is a list of links, if it has some. */
const LINKED = 0.5;
const LEAST_LINKS = 3;
const CONTAINERS = 'div, section, table, center, article';

/** Removes from an article's element what such elements hold besides the article, by structure. */
export function removeAdditions($: CheerioAPI, article: Element, trace?: Trace): void {
  takeOut($(elementsOf($, OUTSIDE, article)), 'outside', '', trace);
  const measures = measure(article);
  for (const element of elementsOf($, NAMED, article)) {
    if (!INLINE.has(element.name) && isAddition(element, measures, measures.of(article))) takeOut($(element), 'addition', elementName(element), trace);
  }
  for (const list of elementsOf($, 'ul, ol, dl', article)) if (isLinkList(measures.of(list), 1)) takeOut($(list), 'link_list', '', trace);
  for (const box of elementsOf($, CONTAINERS, article)) {
    const measured = measures.of(box);
    if (measured.prose === 0 && isLinkList(measured, LEAST_LINKS)) takeOut($(box), 'link_list', '', trace);
  }
}

function isAddition(element: Element, measures: Measures, whole: Measure): boolean {
  const { text, linked, pictures } = measures.of(element);
  const isPart = text < whole.text * PART_SHARE || linked > text * LINKED;
  if (isPart && isPagePart(element, measures)) return true;
  if (text > SMALL || !isPart) return false;
  return isPlayer(element) || (pictures === 0 && !/^(?:figcaption|caption|t[dh])$/.test(element.name) && isSmallPart(element, measures));
}

const isLinkList = ({ text, linked, links }: Measure, least: number): boolean => links >= least && text > 0 && linked / text > LINKED;
