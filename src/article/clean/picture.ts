import type { Element } from 'domhandler';
import { absoluteUrl } from '../../url.js';
import { trimText } from './inline.js';

export interface Picture {
  /** Absolute http(s) address. */
  src: string;
  alt: string;
}

/** Where lazy-loading scripts keep the real address; they count before `src`, which then holds a placeholder. */
const SOURCES = ['data-src', 'data-original', 'data-actualsrc', 'data-lazy-src', 'data-lazyload', 'src'];

/** Pictures up to this many pixels in either direction are spacers, counters and icons. */
const ICON_PIXELS = 32;

/** The picture of an `<img>`, or undefined if it has no address or is no picture of the article. */
export function pictureOf(element: Element, base: string): Picture | undefined {
  const { attribs } = element;
  if (isIcon(attribs.width) || isIcon(attribs.height)) return undefined;
  for (const name of SOURCES) {
    const src = absoluteUrl(attribs[name] ?? '', base);
    if (src) return { src: src.href, alt: trimText(attribs.alt ?? '') };
  }
  return undefined;
}

function isIcon(size: string | undefined): boolean {
  const pixels = /^\s*(\d+)(px)?\s*$/.exec(size ?? '')?.[1];
  return pixels !== undefined && Number(pixels) > 0 && Number(pixels) <= ICON_PIXELS;
}
