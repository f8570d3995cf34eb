import type { CheerioAPI } from 'cheerio';
import { isTag, isText, type Element, type Text } from 'domhandler';
import { bodyOf } from './select.js';

const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'select', 'option', 'button', 'textarea']);

/** The texts that an element shows, in their order, without those of nothing but white space. */
export function textNodes(element: Element): Text[] {
  const found: Text[] = [];
  collect(element, found);
  return found;
}

function collect(element: Element, found: Text[]): void {
  for (const child of element.children) {
    if (isText(child)) {
      if (/\S/.test(child.data)) found.push(child);
    } else if (isTag(child) && !UNSEEN.has(child.name)) collect(child, found);
  }
}

/** All texts that a page shows. */
export function bodyTexts($: CheerioAPI): Text[] {
  const body = bodyOf($);
  return body ? textNodes(body) : [];
}
