import type { CheerioAPI } from 'cheerio';
import { isTag, isText, type Element, type Text } from 'domhandler';

const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'select', 'option', 'button', 'textarea']);

/** The texts that an element shows, in their order, without those of nothing but white space. */
export function* textNodes(element: Element): Generator<Text> {
  for (const child of element.children) {
    if (isText(child)) {
      if (child.data.trim() !== '') yield child;
    } else if (isTag(child) && !UNSEEN.has(child.name)) yield* textNodes(child);
  }
}

/** All texts that a page shows. */
export const bodyTexts = ($: CheerioAPI): Text[] => $('body').get().filter(isTag).flatMap((body) => [...textNodes(body)]);
