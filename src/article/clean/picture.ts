import { isTag, isText, type Element } from 'domhandler';
import { absoluteUrl } from '../../url.js';
import { isDecoration } from './decoration.js';
import { trimText } from './inline.js';

export interface Picture {
  /** Absolute http(s) address. */
  src: string;
  alt: string;
}

/** Where lazy-loading scripts keep the real address; they count before `src`, which then holds a placeholder. */
const SOURCES = ['data-src', 'data-original', 'data-actualsrc', 'data-lazy-src', 'data-lazyload', 'data-lazy', 'data-echo', 'real_src', 'src'];
const SETS = ['data-srcset', 'srcset'];
/** Sina's editor keeps the page that a picture leads to in the same attribute as another picture. */
const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|bmp)$/i;

/** Pictures up to this many pixels in both directions are icons; counters and spacers are no more than 3 in one. */
const ICON_PIXELS = 32;
const SPACER_PIXELS = 3;

/** The picture of an `<img>`, or undefined if it has no address or is no picture of the article. */
export function pictureOf(element: Element, base: string): Picture | undefined {
  const { attribs } = element;
  const sides = [pixels(attribs.width), pixels(attribs.height)];
  if (sides.some((side) => side <= SPACER_PIXELS) || sides.every((side) => side <= ICON_PIXELS)) return undefined;
  const addresses = SOURCES.map((name) => attribs[name]).concat(PICTURE_FILE.test(attribs['data-link'] ?? '') ? attribs['data-link'] : []);
  const own = addresses.map((address) => absoluteUrl(address ?? '', base)).find((url) => url !== undefined && !isDecoration(url, attribs));
  const offered = largestOf(element, base);
  const url = largerLinked(element, own, base) ?? (own === undefined || offered?.smaller.includes(own.href) ? offered?.url : undefined) ?? own;
  return url && !isDecoration(url, attribs) ? { src: url.href, alt: trimText(attribs.alt ?? '') } : undefined;
}

/** The largest of the sizes that `srcset` offers, and the addresses of the others. */
function largestOf(element: Element, base: string): { url: URL; smaller: string[] } | undefined {
  const { parent } = element;
  const siblings = parent && isTag(parent) && parent.name === 'picture' ? parent.children.filter(isTag) : [];
  const sets = [element, ...siblings].flatMap(({ attribs }) => SETS.map((name) => attribs[name] ?? ''));
  const offers = sets.flatMap((set) => set.slice(0, 10_000).split(/,\s/)).flatMap((offer) => {
    const [address = '', size = '1x'] = offer.trim().split(/\s+/);
    const url = absoluteUrl(address, base);
    return url ? [{ url, size: Number.parseFloat(size) || 0 }] : [];
  });
  const [largest, ...rest] = offers.sort((a, b) => b.size - a.size);
  return largest && { url: largest.url, smaller: rest.map(({ url }) => url.href) };
}

/** The file that a thumbnail links to, if it is the same picture: the same name in another folder. */
function largerLinked({ parent }: Element, own: URL | undefined, base: string): URL | undefined {
  if (!own || !parent || !isTag(parent) || parent.name !== 'a' || parent.children.some((child) => isText(child) && child.data.trim() !== '')) return undefined;
  const url = absoluteUrl(parent.attribs.href ?? '', base);
  const nameOf = ({ pathname }: URL): string => pathname.slice(pathname.lastIndexOf('/') + 1);
  return url && PICTURE_FILE.test(url.pathname) && nameOf(url) === nameOf(own) ? url : undefined;
}

/** A declared width or height; Infinity for none, or one that is no number of pixels. */
function pixels(size: string | undefined): number {
  const digits = /^\s*(\d+)(px)?\s*$/.exec(size ?? '')?.[1];
  return digits === undefined ? Infinity : Number(digits);
}
