import type { Element } from 'domhandler';
import { absoluteUrl } from '../../url.js';
import { trimText } from './inline.js';

export interface Picture {
  /** Absolute http(s) address. */
  src: string;
  alt: string;
}

/** Where lazy-loading scripts keep the real address; they count before `src`, which then holds a placeholder. */
const SOURCES = ['data-src', 'data-original', 'data-actualsrc', 'data-lazy-src', 'data-lazyload', 'data-lazy', 'data-echo', 'real_src', 'src'];

/** Pictures up to this many pixels in both directions are icons; counters and spacers are no more than 3 in one. */
const ICON_PIXELS = 32;
const SPACER_PIXELS = 3;

/** The picture of an `<img>`, or undefined if it has no address or is no picture of the article. */
export function pictureOf(element: Element, base: string): Picture | undefined {
  const { attribs } = element;
  const sides = [pixels(attribs.width), pixels(attribs.height)];
  if (sides.some((side) => side <= SPACER_PIXELS) || sides.every((side) => side <= ICON_PIXELS)) return undefined;
  for (const name of SOURCES) {
    const src = absoluteUrl(attribs[name] ?? '', base);
    if (src) return { src: src.href, alt: trimText(attribs.alt ?? '') };
  }
  return undefined;
}

/** A declared width or height; Infinity for none, or one that is no number of pixels. */
function pixels(size: string | undefined): number {
  const digits = /^\s*(\d+)(px)?\s*$/.exec(size ?? '')?.[1];
  return digits === undefined ? Infinity : Number(digits);
}
