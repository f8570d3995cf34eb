import type { CheerioAPI } from 'cheerio';
import { isTag, type AnyNode, type Element } from 'domhandler';
import { bodyOf, elementsOf } from '../select.js';
import { elementName, type Trace } from '../trace.js';
import { NAMED, OUTSIDE, isPagePart } from './foreign.js';
import { INLINE, measure, proseOf, type Line, type Measures } from './measure.js';
import { DECLARED, declaredBody, ownPart, peersOf, quotedLines } from './own-part.js';

/** Lines outside of `<p>` count less: notices about copyright and cookies stand like that. */
const LOOSE_SHARE = 0.5;
/** Each element further out gets this share of what the one inside it got. */
const OUTWARD_SHARE = 0.5;
const LEVELS = 3;
/** Elements that only hold one kind of paragraph together; the article is around them. */
const TRANSPARENT = new Set(['blockquote', 'ul', 'ol', 'dl', 'dd', 'li', 'figure', 'tbody', 'tr', 'details', 'form', 'font', 'center']);
/** Share of the page's sentences that must be left without the parts that are foreign by name; else names tell nothing. */
const LEAST_OWN = 0.1;

/** The element that holds an article, and what is known of it. */
export interface Found {
  element: Element;
  /** Characters of sentences in it. */
  prose: number;
}

/**
 * The element that most likely holds the article of a page that no rule knows: the one with the most sentences in
 * paragraphs directly below it, or in itself. Elements further out get a share, because some pages wrap each paragraph or
 * part once more; wrappers around a single element do not count as further out. What by its name is comments,
 * navigation and the like is not weighed, unless nothing else is there. Without any sentence it is the element around
 * all that the page shows.
 * @param known.heading the article's heading, which is never in such a part
 * @param known.articleBody the text that the page's JSON-LD gives: lines that stand in it count alone
 */
export function findBody($: CheerioAPI, known: { heading: Element | undefined; articleBody?: string | undefined }, trace?: Trace): Found | undefined {
  const body = bodyOf($);
  if (!body) return undefined;
  const { heading, articleBody } = known;
  const everything = measure(body);
  const foreign = foreignParts($, body, heading, everything);
  const own = measure(body, (element) => foreign.has(element));
  const measures = own.of(body).prose < everything.of(body).prose * LEAST_OWN ? everything : own;
  const ranked = rank(body, measures, quotedLines(articleBody));
  if (trace) for (const [element, score] of ranked) trace.found('candidate', elementName(element), score.toFixed(1));
  const best = ranked[0]?.[0];
  if (!best) return { element: innermost(body, measures), prose: 0 };
  const part = ownPart($, heading, best, measures);
  const element = declaredBody($, best, measures) ?? joinSiblings($, (part && rank(part, measures)[0]?.[0]) ?? best, measures);
  return { element, prose: measures.of(element).prose };
}

/** The innermost element that holds all text and pictures of its page. */
function innermost(element: Element, measures: Measures): Element {
  const { text, pictures } = measures.of(element);
  const only = element.children.filter(isTag).find((child) => measures.of(child).text === text && measures.of(child).pictures === pictures);
  return only && text + pictures > 0 ? innermost(only, measures) : element;
}

function foreignParts($: CheerioAPI, body: Element, heading: Element | undefined, measures: Measures): ReadonlySet<Element> {
  const declared = elementsOf($, DECLARED);
  const kept = new Set<AnyNode>([...(heading ? $(heading).parents().get() : []), ...$(declared).parents().get(), ...declared]);
  const named = elementsOf($, NAMED, body).filter((element) => !INLINE.has(element.name) && isPagePart(element, measures));
  return new Set([...elementsOf($, OUTSIDE, body), ...named, ...peersOf($, heading)].filter((element) => !kept.has(element)));
}

/** @param isOwn where it holds for any line, the others are not weighed */
function rank(body: Element, measures: Measures, isOwn?: (line: Line) => boolean): [Element, number][] {
  const own = isOwn ? weigh(body, measures, isOwn) : [];
  return own.length > 0 ? own : weigh(body, measures, () => true);
}

function weigh(body: Element, measures: Measures, isWeighed: (line: Line) => boolean): [Element, number][] {
  const scores = new Map<Element, number>();
  const seen = new Set<string>();
  for (const element of [body, ...descendants(body)]) {
    // Pages carry their text twice, for desktop and mobile: the second one must not lend weight to what holds both.
    const lines = measures.linesOf(element).map((line) => ({ line, prose: proseOf(line), key: line.text.trim() })).filter(({ line, prose, key }) => prose > 0 && !seen.has(key) && isWeighed(line));
    if (lines.length === 0) continue;
    for (const { key } of lines) seen.add(key);
    const points = lines.reduce((sum, { prose }) => sum + prose, 0) * (element.name === 'p' ? 1 : LOOSE_SHARE);
    let target: Element | undefined = isContainer(element, lines.length, measures) ? element : outward(element, measures);
    let share = 1;
    for (let level = 0; level < LEVELS && target; level += 1) {
      scores.set(target, (scores.get(target) ?? 0) + points * share);
      share *= OUTWARD_SHARE;
      target = outward(target, measures);
    }
  }
  return [...scores].sort((a, b) => b[1] - a[1]);
}

/** True for an element that holds paragraphs as lines, or alone; false for one that is a paragraph among others. */
function isContainer(element: Element, lines: number, measures: Measures): boolean {
  if (element.name === 'p' || TRANSPARENT.has(element.name) || /^h[1-6]$/.test(element.name)) return false;
  if (lines > 1) return true;
  const siblings = element.parent?.children.filter(isTag) ?? [];
  const isPeer = ({ name, attribs }: Element): boolean => name === 'p' || (name === element.name && attribs.class === element.attribs.class);
  return !siblings.some((sibling) => sibling !== element && isPeer(sibling) && measures.linesOf(sibling).some((line) => proseOf(line) > 0));
}

/** The nearest element around this one that holds more than it. */
function outward(element: Element, measures: Measures): Element | undefined {
  let inner = element;
  for (let { parent } = inner; parent && isTag(parent) && parent.name !== 'html'; { parent } = inner) {
    const { text, pictures } = measures.of(parent);
    const holdsMore = text > measures.of(inner).text || pictures > measures.of(inner).pictures;
    if (!TRANSPARENT.has(parent.name) && (holdsMore || parent.name === 'body')) return parent;
    inner = parent;
  }
  return undefined;
}

/**
 * The element around the best one and those of its neighbours that are paragraphs or built like it, because a page cut
 * its article into parts; what stands before the first and behind the last of them is taken out.
 */
function joinSiblings($: CheerioAPI, best: Element, measures: Measures): Element {
  const own = joinBeside($, best, measures);
  if (own !== best) return own;
  const wrapper = wrapperOf(best, measures);
  const joined = joinBeside($, wrapper, measures);
  return joined === wrapper ? best : joined;
}

/** The outermost element around one that holds nothing else. */
function wrapperOf(element: Element, measures: Measures): Element {
  const { parent } = element;
  const isWrapper = parent && isTag(parent) && parent.name !== 'body' && measures.of(parent).text === measures.of(element).text && measures.of(parent).pictures === measures.of(element).pictures;
  return isWrapper ? wrapperOf(parent, measures) : element;
}

function joinBeside($: CheerioAPI, best: Element, measures: Measures): Element {
  const { parent } = best;
  if (!parent || !isTag(parent) || parent.name === 'html') return best;
  const children = parent.children.filter(isTag);
  const at = children.indexOf(best);
  const first = furthest(children.slice(0, at).reverse(), best, measures) ?? best;
  const last = furthest(children.slice(at + 1), best, measures) ?? best;
  const joined = $<Element, string>('<div></div>').get(0);
  if (first === last || !joined) return best;
  const nodes = parent.children.slice(parent.children.indexOf(first), parent.children.indexOf(last) + 1);
  $(first).before(joined);
  $(joined).append(nodes);
  return joined;
}

/** The last of the neighbours, counted from the best element, that belongs to the article before one comes that does not. */
function furthest(neighbours: readonly Element[], best: Element, measures: Measures): Element | undefined {
  const end = neighbours.findIndex((neighbour) => !isAlike(neighbour, best, measures) && !isBetween(neighbour, measures));
  return neighbours.slice(0, end === -1 ? neighbours.length : end).findLast((neighbour) => isAlike(neighbour, best, measures));
}

/** A neighbour with as much as this of link text is a list of articles. */
const LINKED = 0.3;
const LEAST_PART = 30;

function isAlike(sibling: Element, best: Element, measures: Measures): boolean {
  const { text, linked, prose } = measures.of(sibling);
  if (prose === 0 || linked > text * LINKED) return false;
  if (sibling.name === 'p' || sibling.name === 'blockquote') return true;
  const [name, ownName] = [sibling, best].map(({ attribs }) => attribs.class ?? '');
  if (sibling.name !== best.name || name !== ownName) return false;
  return name === '' ? isPart(best) : prose >= LEAST_PART;
}

/** Elements without a name are parts of one text where they stand in an element of it; right below the page they may be anything. */
function isPart({ parent, children }: Element): boolean {
  const hasTitle = children.some((child) => isTag(child) && child.name === 'h1');
  return parent !== null && isTag(parent) && !/^(?:body|main)$/.test(parent.name) && !hasTitle;
}

/** Headings, pictures and empty elements may stand between the parts of an article. */
function isBetween(element: Element, measures: Measures): boolean {
  const { text, pictures } = measures.of(element);
  return text === 0 || /^h[2-6]$/.test(element.name) || (element.name === 'figure' && pictures > 0);
}

function* descendants(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (!isTag(child)) continue;
    yield child;
    yield* descendants(child);
  }
}
