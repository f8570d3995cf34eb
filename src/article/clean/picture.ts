import { isTag, isText, type Element } from 'domhandler';
import { absoluteUrl } from '../../url.js';
import { isDecoration } from './decoration.js';
import { trimText } from './inline.js';
import { picturesIn } from './noscript.js';

export interface Picture {
  /** Absolute http(s) address. */
  src: string;
  alt: string;
}

/**
 * Attributes that may hold a picture's address, the best first: the full size of a forum's picture (`zoomfile`, `file`),
 * then what lazy-loading scripts will show, then `src`, which until then holds a placeholder. Those that are `shared` may
 * as well hold the address of a page, and count only where they name a file of a picture.
 */
export const SOURCES: readonly { name: string; shared?: true }[] = [
  { name: 'zoomfile' },
  { name: 'file', shared: true },
  { name: 'data-original-src' },
  { name: 'data-src' },
  { name: 'data-original' },
  { name: 'data-actualsrc' },
  { name: 'data-lazy-src' },
  { name: 'data-lazy-img' },
  { name: 'data-lazyload' },
  { name: 'data-lazy' },
  { name: 'data-echo' },
  { name: 'real_src' },
  { name: 'data-url', shared: true },
  { name: 'src' },
  // Sina's editor keeps the page that a picture leads to in the same attribute as another picture.
  { name: 'data-link', shared: true },
];
const SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'];
/** Addresses hold commas too: only those behind a size, or in front of white space, part two offers. */
const OFFERS = /(?<=\s\d[\d.]{0,9}[wx]),|,\s/;
const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|bmp)$/i;

/** Pictures up to this many pixels in both directions are icons; counters and spacers are no more than 3 in one. */
const ICON_PIXELS = 32;
const SPACER_PIXELS = 3;

/**
 * The picture of an `<img>`, or undefined if it has no address or is no picture of the article.
 * @param sources attributes that may hold its address, the best first
 */
export function pictureOf(element: Element, base: string, sources = SOURCES): Picture | undefined {
  const { attribs } = element;
  const sides = [pixels(attribs.width), pixels(attribs.height)];
  if (sides.some((side) => side <= SPACER_PIXELS) || sides.every((side) => side <= ICON_PIXELS)) return undefined;
  const own = sources.map((source) => addressIn(element, source, base)).find((url) => url !== undefined && !isDecoration(url, attribs));
  const offered = largestOf(element, base);
  const isLarger = offered && (own === undefined || offered.smaller.includes(own.href) || isSmallerSize(own, offered.url));
  const url = largerLinked(element, own, base) ?? (isLarger ? offered.url : own);
  if (!url) return twinOf(element, base);
  return isDecoration(url, attribs) ? undefined : { src: url.href, alt: trimText(attribs.alt ?? '') };
}

function addressIn({ attribs }: Element, { name, shared }: (typeof SOURCES)[number], base: string): URL | undefined {
  const url = absoluteUrl(attribs[name] ?? '', base);
  return shared && url && !PICTURE_FILE.test(url.pathname) ? undefined : url;
}

/** The picture for readers without scripts that stands in a `<noscript>` beside one without an address. */
function twinOf({ prev, next }: Element, base: string): Picture | undefined {
  const noscript = [next, prev].find((node) => node && isTag(node) && node.name === 'noscript');
  const [image, ...others] = noscript && isTag(noscript) ? picturesIn(noscript) : [];
  return image && others.length === 0 ? pictureOf(image, base) : undefined;
}

/** The largest of the sizes that `srcset` offers, and the addresses of the others. */
function largestOf(element: Element, base: string): { url: URL; smaller: string[] } | undefined {
  const { parent } = element;
  const siblings = parent && isTag(parent) && parent.name === 'picture' ? parent.children.filter(isTag) : [];
  const sets = [element, ...siblings].flatMap(({ attribs }) => SETS.map((name) => attribs[name] ?? ''));
  const offers = sets.flatMap((set) => set.slice(0, 10_000).split(OFFERS)).flatMap((offer) => {
    const [address = '', size = '1x'] = offer.trim().split(/\s+/);
    const url = absoluteUrl(address, base);
    return url ? [{ url, size: Number.parseFloat(size) || 0 }] : [];
  });
  const [largest, ...rest] = offers.sort((a, b) => b.size - a.size);
  return largest && { url: largest.url, smaller: rest.map(({ url }) => url.href) };
}

/** True if two addresses of one picture differ in figures alone, the size, and the first has the smaller one. */
function isSmallerSize(own: URL, other: URL): boolean {
  const plain = ({ host, pathname }: URL): string => host + pathname.replace(/(?:\.[a-z]{3,4}){1,2}$/i, '').replace(/\d+/g, '0');
  const figures = ({ pathname, searchParams }: URL): number[] => [...(pathname.match(/\d+/g) ?? []), ...['w', 'width'].map((name) => searchParams.get(name))].map(Number);
  if (plain(own) !== plain(other)) return false;
  const larger = figures(other);
  const differing = figures(own).flatMap((figure, index) => (figure === larger[index] ? [] : [[figure, larger[index] ?? 0] as const]));
  return differing[0] !== undefined && differing.every(([figure, size]) => figure < size);
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
