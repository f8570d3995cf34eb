import type { CheerioAPI } from 'cheerio';
import { elementsOf } from '../select.js';
import type { PlacedText } from './places.js';
import { oneLine } from './places.js';

/** A page's `<meta>` elements by their names, whichever attribute holds the name and however it is spelt. */
export type Metas = ReadonlyMap<string, readonly string[]>;

const NAMES = ['property', 'name', 'itemprop', 'http-equiv'];

/** Reads all `<meta>` elements of a page; names in lower case, values trimmed, empty ones left out. */
export function readMetas($: CheerioAPI): Metas {
  const metas = new Map<string, string[]>();
  for (const { attribs } of elementsOf($, 'meta[content]')) {
    const content = oneLine(attribs.content ?? '');
    if (content === '') continue;
    for (const attribute of NAMES) {
      const name = attribs[attribute]?.trim().toLowerCase();
      if (!name) continue;
      const contents = metas.get(name);
      if (contents) contents.push(content);
      else metas.set(name, [content]);
    }
  }
  return metas;
}

/** The values of the named metas, the first name first. */
export function* metaTexts(metas: Metas, names: readonly string[]): Generator<PlacedText> {
  for (const name of names) {
    for (const text of metas.get(name) ?? []) yield { text, place: `meta ${name}` };
  }
}
