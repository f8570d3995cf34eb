import { load } from 'cheerio/slim';
import { isComment, isTag, isText, type Element } from 'domhandler';

/** Longer ones hold more than pictures. */
const LONGEST = 5000;
/** An address that names the file of a photograph; those of counters name a GIF or no file at all. */
const PHOTO = /\.(?:jpe?g|png|webp|avif)(?![a-z\d])/i;
const UNSEEN = /display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top)\s*:\s*-\d/i;
/** What stands around a picture that a script will show, and nothing else. */
const WRAPPERS: ReadonlySet<string> = new Set(['a', 'span', 'picture']);

/** The pictures that a `<noscript>` holds for readers without scripts. */
export function picturesIn({ children }: Element): Element[] {
  const text = children.map((child) => (isText(child) ? child.data : '')).join('');
  return text.length > LONGEST ? [] : load(text, null, false)('img').get();
}

/** The pictures of an article that stand in a `<noscript>` alone; what may as well count readers is none of them. */
export function lonePictures(noscript: Element): Element[] {
  const { parent } = noscript;
  const isFramed = parent !== null && isTag(parent) && parent.name === 'figure';
  return picturesIn(noscript).filter((picture) => !pictureBeside(noscript, picture) && (isFramed || !isCounter(picture)));
}

/** True for a picture that is hidden, or whose address and description do not tell it from one that counts readers. */
export function isCounter({ attribs }: Element): boolean {
  return UNSEEN.test(attribs.style ?? '') || !(PHOTO.test(attribs.src ?? '') || (attribs.alt ?? '').trim() !== '');
}

/** The picture beside a `<noscript>` for which the one in it stands in. */
export function pictureBeside(noscript: Element, inside: Element): Element | undefined {
  const file = /[^/]+$/.exec(inside.attribs.src ?? '')?.[0];
  for (const element of [neighbour(noscript, 'prev'), neighbour(noscript, 'next')]) {
    const picture = element && pictureIn(element);
    if (!picture) continue;
    const isSame = file !== undefined && Object.values(picture.attribs).some((value) => value.includes(file));
    if (isSame || element === picture || WRAPPERS.has(element.name)) return picture;
  }
  return undefined;
}

/** The nearest element before or behind one, where no words stand between them. */
function neighbour(element: Element, direction: 'prev' | 'next'): Element | undefined {
  let node = element[direction];
  while (node && (isComment(node) || (isText(node) && node.data.trim() === ''))) node = node[direction];
  return node && isTag(node) ? node : undefined;
}

/** The first picture of an element without words. */
function pictureIn(element: Element): Element | undefined {
  if (element.name === 'img') return element;
  if (element.children.some((child) => isText(child) && child.data.trim() !== '')) return undefined;
  return element.children.filter(isTag).map(pictureIn).find((picture) => picture !== undefined);
}
