import type { CheerioAPI } from 'cheerio';
import { compile } from 'css-select';
import { hasChildren, isTag, type AnyNode, type Element } from 'domhandler';
import { indexOfPage } from './page-index.js';

type Test = (element: AnyNode) => boolean;

const compiled = new Map<string, Test | undefined>();

/**
 * A selector as a function: Cheerio compiles it each time, which on a page with little in it takes longer than to look.
 * Undefined for one that only Cheerio itself understands, such as `p:first`.
 */
function compiledOnce(selector: string): Test | undefined {
  if (!compiled.has(selector)) compiled.set(selector, tryToCompile(selector));
  return compiled.get(selector);
}

function tryToCompile(selector: string): Test | undefined {
  try {
    return compile<AnyNode, Element>(selector);
  } catch {
    return undefined;
  }
}

/** The elements of a page, or below one of its elements, that a selector of a rule names, in their order. */
export function elementsOf($: CheerioAPI, selector: string, below?: Element): Element[] {
  const test = compiledOnce(selector);
  if (!test) return $(selector, below).get().filter(isTag);
  const candidates = below ? undefined : indexOfPage($)?.candidates(selector);
  if (candidates) return candidates.filter(test);
  const found: Element[] = [];
  for (const root of below ? [below] : $.root().get()) collect(root.children, test, found);
  return found;
}

/** The element around all that a page shows; it stands where the parser puts it, and needs no search. */
export const bodyOf = ($: CheerioAPI): Element | undefined => $.root().children().children().get().find(({ name }) => name === 'body');

/** In a third of the time of the library's own walk, which takes no part in what a test says of an element. */
function collect(nodes: readonly AnyNode[], test: Test, found: Element[]): void {
  for (const node of nodes) {
    if (isTag(node) && test(node)) found.push(node);
    if (hasChildren(node) && node.children.length > 0) collect(node.children, test, found);
  }
}

/** Tells by which of many selectors an element is named, the first of them; undefined for an element that none names. */
export type SelectorIndex = (element: Element) => string | undefined;

const ONE_CLASS = /^\.[\w-]+$/;
const ONE_ID = /^#[\w-]+$/;

/** Looks classes and ids up in place of trying one selector after the other. None of them may need Cheerio itself. */
export function indexSelectors(selectors: readonly string[]): SelectorIndex {
  const rank = new Map(selectors.map((selector, index) => [selector, index]));
  const others = selectors.filter((selector) => !ONE_CLASS.test(selector) && !ONE_ID.test(selector));
  return (element) => {
    const { class: classes, id } = element.attribs;
    const names = classes === undefined ? [] : classes.split(/\s+/).map((name) => `.${name}`);
    if (id !== undefined) names.push(`#${id}`);
    const found = names.filter((name) => rank.has(name)).concat(others.filter((selector) => compiledOnce(selector)?.(element)));
    return found.length > 1 ? found.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))[0] : found[0];
  };
}
