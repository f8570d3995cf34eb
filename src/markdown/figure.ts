import type { Element } from 'domhandler';
import { escapeHtml } from '../html.js';
import { cleanText } from './signs.js';
import { childrenNamed, closest, textOf } from './tree.js';

/** The tag of an image, or nothing where it has no address. Inside a figure the caption describes it best. */
export function imageTag(image: Element): string {
  const src = cleanText(image.attribs.src ?? '').trim();
  if (src === '') return '';
  const alt = captionOf(image) || (image.attribs.alt ?? '');
  return `<img src="${escapeHtml(src)}" alt="${escapeHtml(safeAlt(cleanText(alt)))}">`;
}

/** Themes, the one that Hexo comes with among them, put the description of a picture into the page as HTML and as an attribute. */
export const safeAlt = (alt: string): string => alt.replace(/["<>]+/g, ' ').trim();

function captionOf(image: Element): string {
  const figure = closest(image, 'figure');
  const captions = figure ? childrenNamed(figure, 'figcaption') : [];
  return captions.map(textOf).join(' ').trim();
}
