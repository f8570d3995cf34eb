import type { CheerioAPI } from 'cheerio';
import { isTag, type Element } from 'domhandler';
import { elementsOf } from '../select.js';
import { headlineItems, isThread } from './collection.js';
import type { Line, Measures } from './measure.js';

/** Elements that say of themselves that they hold the article. */
export const DECLARED = '[itemprop~="articleBody"]';
/** Share of the best candidate's prose from which on such a declaration is believed. */
const BELIEVED = 0.5;
/** Fewer characters of sentences are a lead, whose text stands elsewhere. */
const LEAST_TEXT = 60;
/** So many items built alike are other articles, or what readers wrote. */
const LEAST_ITEMS = 3;

/** The element that the page itself calls the body of its article, if it holds about as much as any other. */
export function declaredBody($: CheerioAPI, best: Element, measures: Measures): Element | undefined {
  return elementsOf($, DECLARED).find((element) => measures.of(element).prose >= BELIEVED * measures.of(best).prose);
}

/**
 * The `<article>` around the heading, else the only one, where the most text stands outside of it and is none of the
 * article's: in another `<article>`, in a list of other articles, or in what readers wrote.
 */
export function ownPart($: CheerioAPI, heading: Element | undefined, best: Element, measures: Measures): Element | undefined {
  const outermost = elementsOf($, 'article').filter((article) => $(article).parents('article').length === 0);
  const own = outermost.find((article) => heading && $.contains(article, heading)) ?? (outermost.length === 1 ? outermost[0] : undefined);
  if (!own || own === best || $.contains(own, best) || $.contains(best, own) || measures.of(own).prose < LEAST_TEXT) return undefined;
  const isOther = measures.of(own).prose >= BELIEVED * measures.of(best).prose || $(best).closest('article').length > 0;
  return isOther || headlineItems($, best, measures, LEAST_ITEMS).length > 0 || isThread($, best, measures, LEAST_ITEMS) ? own : undefined;
}

/** Blocks beside the one that holds the heading, built like it, each with such a heading of its own. */
export function peersOf($: CheerioAPI, heading: Element | undefined): Element[] {
  if (!heading) return [];
  const isHeading = (element: Element): boolean => element.name === heading.name && element.attribs.class === heading.attribs.class;
  const peers: Element[] = [];
  for (let block = heading; block.parent && isTag(block.parent) && block.parent.name !== 'html'; block = block.parent) {
    const { name, attribs } = block;
    if (block === heading || (name !== 'article' && (attribs.class ?? '') === '')) continue;
    const alike = block.parent.children.filter(isTag).filter((child) => child !== block && child.name === name && child.attribs.class === attribs.class);
    peers.push(...alike.filter((child) => elementsOf($, heading.name, child).some(isHeading)));
  }
  return peers;
}

/** Characters at the beginning of a line by which it is known again. */
const SAMPLE = 12;
/** Longer texts are compared at their beginning. */
const COMPARED = 50_000;

/** Tells which lines of a page stand in the text that its JSON-LD gives; undefined without such a text. */
export function quotedLines(articleBody: string | undefined): ((line: Line) => boolean) | undefined {
  const text = squeeze((articleBody ?? '').slice(0, COMPARED).replace(/<[^<>]{0,500}>/g, ''));
  if (text.length < LEAST_TEXT) return undefined;
  const samples = new Set(Array.from({ length: text.length - SAMPLE + 1 }, (_, at) => text.slice(at, at + SAMPLE)));
  return (line) => samples.has(squeeze(line.text.slice(0, 10 * SAMPLE)).slice(0, SAMPLE));
}

const squeeze = (text: string): string => text.replace(/\s+/gu, '');
