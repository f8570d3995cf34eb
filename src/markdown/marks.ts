import type { Element } from 'domhandler';
import { escapeHtml } from '../html.js';
import { cleanText } from './signs.js';

/** An inline element around a text: its name, and its whole opening tag, which tells two links apart. */
export interface Mark {
  readonly name: string;
  readonly tag: string;
}

const plain = (name: string): Mark => ({ name, tag: `<${name}>` });

export const STRONG = plain('strong');
export const EM = plain('em');

const MARKS: ReadonlyMap<string, Mark> = new Map([
  ['strong', STRONG],
  ['b', STRONG],
  ['em', EM],
  ['i', EM],
  ['sub', plain('sub')],
  ['sup', plain('sup')],
  ['code', plain('code')],
]);

/** The mark that an element puts on its text; none for a link that leads to no web page. */
export function markOf(element: Element): Mark | undefined {
  if (element.name !== 'a') return MARKS.get(element.name);
  const href = cleanText(element.attribs.href ?? '').trim();
  return /^https?:/i.test(href) ? { name: 'a', tag: `<a href="${escapeHtml(href)}">` } : undefined;
}

/**
 * `marks`, outermost first, with one more inside; an element inside one of its own kind changes nothing. Bold text is
 * not italic besides: no two renderers agree on asterisks within asterisks.
 */
export function withMark(marks: readonly Mark[], mark: Mark | undefined): readonly Mark[] {
  if (mark === undefined || marks.some(({ name }) => name === mark.name)) return marks;
  if (mark === EM && marks.includes(STRONG)) return marks;
  return [...(mark === STRONG ? marks.filter((outer) => outer !== EM) : marks), mark];
}
