import type { CheerioAPI } from 'cheerio';
import { isTag, isText, type Element } from 'domhandler';
import { absoluteUrl } from '../../url.js';
import { isCounter, lonePictures, pictureBeside, picturesIn } from '../clean/noscript.js';
import { once } from '../once.js';
import { elementsOf } from '../select.js';
import { elementName, takeOut, type Trace } from '../trace.js';

/** Sizes that picture servers write into file names; up to this many pixels in both directions it is an icon. */
const SIZE_IN_NAME = /[_-]w(\d{1,5})[_-]?h(\d{1,5})(?!\d)/i;
const ICON_PIXELS = 48;
/** Portraits of authors are declared to be up to so many pixels wide and high. */
const PORTRAIT_PIXELS = 64;
/** QR codes and the arrows of pagers. */
const FURNITURE_FILE = /(?:^|[-_/.])(?:qr-?code|erweima|ewm|2wm|weixin-?qr|wxqr|next-?page|prev-?page|next_page|prev_page)(?:[-_.\d]|$)/i;
const CAPTION_NAME = /(?:^|[-_\s])(?:caption|(?:img|image|pic|picture)[-_]?desc|img-?title|pic-?title|pictext|pic-?info|imginfo|tuzhu|tushuo|photo-?info|img-?note)(?:$|[-_\s])/i;
/** Names of the box around a picture. */
export const PICTURE_NAME = /(?:^|[-_\s])(?:img|image|pic|picture|photo|cover|hero|thumb|thumbnail|media|figure)(?:$|[-_\s])/i;
/** A picture and its caption in one paragraph are no more nodes. */
const CAPTION_NODES = 12;
const CAPTION_PART = /^(?:br|span|font|em|i|small|a)$/;
const CENTRED = /text-align\s*:\s*center/i;
const CENTRED_NAME = /(?:^|[-_\s])(?:align-?)?center(?:$|\s)/i;
/** Two sentences are a paragraph. */
const SENTENCES = /[。！？].*[。！？]/su;
/** Longer centred paragraphs are text. */
const CAPTION_LENGTH = 100;
const INSIDE_FIGURE = /^(?:p|div|span|small|center|section|em|dd|td)$/;

/** Gives each picture of an article its real address, takes out what is none of its pictures, and marks captions. */
export function preparePictures($: CheerioAPI, article: Element, pageUrl: string, trace?: Trace): void {
  for (const element of elementsOf($, 'amp-img, amp-anim', article)) element.tagName = 'img';
  for (const fallback of elementsOf($, 'noscript', article)) useFallback($, fallback);
  const pictures = elementsOf($, 'img', article);
  const furniture = new Set(pictures.filter((picture) => isFurniture(picture, pageUrl)));
  for (const picture of furniture) takeOut($(picture), 'icon', elementName(picture), trace);
  const holdsCaptions = once((box: Element) => $(box).text().trim().length <= CAPTION_LENGTH * elementsOf($, 'img', box).length);
  for (const picture of pictures) if (!furniture.has(picture)) markCaption($, picture, article, holdsCaptions);
}

/** A picture in `<noscript>` is the one that a script puts into the place of an empty one beside it. */
function useFallback($: CheerioAPI, fallback: Element): void {
  const [picture] = picturesIn(fallback);
  const shown = picture && pictureBeside(fallback, picture);
  if (picture && shown && !isCounter(picture) && !hasAddress(shown.attribs)) shown.attribs.src = picture.attribs.src ?? '';
  for (const lone of lonePictures(fallback)) $(fallback).before(lone);
  $(fallback).remove();
}

/** True if an attribute for scripts, whatever its name, holds the address of a picture. */
function hasAddress(attribs: Readonly<Record<string, string>>): boolean {
  return Object.entries(attribs).some(([name, value]) => name.startsWith('data-') && /\/[^\s/]{0,500}\.\w{3,4}(?:$|[?\s!@])/.test(value));
}

/** Logos that lead to the front page, icons and QR codes by the names of their files. */
function isFurniture(picture: Element, pageUrl: string): boolean {
  const path = absoluteUrl(picture.attribs.src ?? '', pageUrl)?.pathname ?? '';
  const [, width, height] = SIZE_IN_NAME.exec(path) ?? [];
  const isIcon = width !== undefined && Math.max(Number(width), Number(height)) <= ICON_PIXELS;
  const isPortrait = [picture.attribs.width, picture.attribs.height].every((side) => Number.parseInt(side ?? '', 10) <= PORTRAIT_PIXELS);
  return isIcon || isPortrait || FURNITURE_FILE.test(path) || leadsHome(picture, pageUrl);
}

function leadsHome({ parent }: Element, pageUrl: string): boolean {
  const link = parent && isTag(parent) && parent.name === 'a' ? absoluteUrl(parent.attribs.href ?? '', pageUrl) : undefined;
  return link?.pathname === '/' && link.search === '';
}

/** The block behind a picture becomes its caption if it is named so, or is one centred line. */
function markCaption($: CheerioAPI, picture: Element, article: Element, holdsCaptions: (box: Element) => boolean): void {
  if (markOwnLine($, picture, article)) return;
  const behind = $(boxOf(picture, article)).next();
  const next = (behind.is('tr') ? behind.children('td:only-child') : behind).get(0);
  if (!next || !INSIDE_FIGURE.test(next.name) || elementsOf($, 'img, table, ul', next).length > 0) return;
  const text = $(next).text().trim();
  if (text === '' || text.length > CAPTION_LENGTH) return;
  const isHeading = $(next).find('strong, b, h1, h2, h3, h4').text().trim() === text;
  const isLine = (isCentred(next) || isCentredBox(next, article, holdsCaptions)) && !isHeading && !SENTENCES.test(text);
  if (isLine || CAPTION_NAME.test(next.attribs.class ?? '') || isInBox(next, article)) next.tagName = 'figcaption';
}

/** The words behind the only picture of a centred paragraph, and in the same paragraph, become its caption. */
function markOwnLine($: CheerioAPI, picture: Element, article: Element): boolean {
  const { parent } = picture;
  if (!parent || !isTag(parent) || parent === article || !isCentred(parent) || parent.children.length > CAPTION_NODES || elementsOf($, 'img', parent).length > 1) return false;
  const behind = parent.children.slice(parent.children.indexOf(picture) + 1);
  const text = $(behind).text().trim();
  if (text === '' || text !== $(parent).text().trim() || text.length > CAPTION_LENGTH || SENTENCES.test(text) || !behind.every((node) => isText(node) || (isTag(node) && CAPTION_PART.test(node.name)))) return false;
  $(behind.filter((node) => isTag(node) && node.name === 'br')).remove();
  $(behind.filter((node) => !isTag(node) || node.name !== 'br')).wrapAll('<figcaption></figcaption>');
  return true;
}

/** True for what stands in the box of a picture, by the name of the box. */
function isInBox({ parent }: Element, article: Element): boolean {
  return parent !== null && isTag(parent) && parent !== article && PICTURE_NAME.test(parent.attribs.class ?? '');
}

/** True for what stands in a centred element that holds pictures and no more words than their captions. */
function isCentredBox({ parent }: Element, article: Element, holdsCaptions: (box: Element) => boolean): boolean {
  return parent !== null && isTag(parent) && parent !== article && isCentred(parent) && holdsCaptions(parent);
}

function isCentred({ name, attribs }: Element): boolean {
  return name === 'center' || attribs.align === 'center' || CENTRED.test(attribs.style ?? '') || CENTRED_NAME.test(attribs.class ?? '');
}

const UNSHOWN = new Set(['br', 'source', 'noscript', 'script']);

/** The outermost element around a picture that holds nothing else. */
function boxOf(picture: Element, article: Element): Element {
  let box = picture;
  for (let { parent } = box; parent && isTag(parent) && parent !== article; { parent } = box) {
    const others = parent.children.some((child) => (isText(child) ? child.data.trim() !== '' : isTag(child) && child !== box && !UNSHOWN.has(child.name)));
    if (others) break;
    box = parent;
  }
  return box;
}
