import type { Element } from 'domhandler';
import { escapeHtml } from '../html.js';
import { cleanText } from './signs.js';
import { childrenNamed, closest, textOf } from './tree.js';

/** The tag of an image, or nothing where it has no address. Inside a figure the caption describes it best. */
export function imageTag(image: Element): string {
  const src = cleanText(image.attribs.src ?? '').trim();
  if (src === '') return '';
  const alt = captionOf(image) || (image.attribs.alt ?? '');
  return `<img src="${escapeHtml(src)}" alt="${escapeHtml(cleanText(alt))}">`;
}

function captionOf(image: Element): string {
  const figure = closest(image, 'figure');
  const captions = figure ? childrenNamed(figure, 'figcaption') : [];
  return captions.map(textOf).join(' ').trim();
}
