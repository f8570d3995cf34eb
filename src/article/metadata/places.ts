import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { trimText } from '../clean/inline.js';
import { splitPlace } from '../rules/selector.js';
import { elementsOf } from '../select.js';

/** A text and the place where it stood: `selector` or `selector@attribute`. */
export interface PlacedText {
  text: string;
  place: string;
  element?: Element;
}

/** Longer than any value of a page's metadata. */
const TEXT_LENGTH = 5000;

/** The texts at the given places, the first place first, each as one trimmed line; empty ones left out. */
export function* texts($: CheerioAPI, places: readonly string[]): Generator<PlacedText> {
  for (const place of places) {
    const [selector, attribute] = splitPlace(place);
    for (const element of elementsOf($, selector)) {
      const line = oneLine(attribute === undefined ? $.text([element]) : (element.attribs[attribute] ?? ''));
      if (line !== '') yield { text: line, place, element };
    }
  }
}

/** A text as one trimmed line; what is longer than any metadata is cut. */
export function oneLine(text: string): string {
  return trimText(text.slice(0, TEXT_LENGTH).replace(/\s+/g, (space) => (/[^ \u3000]/.test(space) ? ' ' : space)));
}

/** The first text at the given places; `tell` hears where it stood. */
export function firstText($: CheerioAPI, places: readonly string[], tell?: (place: string, text: string) => void): string | undefined {
  for (const { text, place } of texts($, places)) {
    tell?.(place, text);
    return text;
  }
  return undefined;
}

/** A list of keywords in its parts. */
export function splitKeywords(text: string | undefined): string[] {
  const words = (text ?? '').split(/[,，;；、|]/u).map(trimText).filter((word) => word !== '');
  return [...new Set(words)];
}
