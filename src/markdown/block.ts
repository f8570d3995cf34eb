import { escapeHeadingEnd, type Dialect } from './dialect.js';
import type { RuleElement } from './dom.js';
import { dropStrong } from './emphasis.js';
import { finishLine, finishParagraph } from './lines.js';
import { ITEM } from './signs.js';

const LISTS = ['UL', 'OL'];

/** A paragraph. In front of a nested list an empty line would spread the whole list out. */
export function paragraph(content: string, node: RuleElement, dialect: Dialect): string {
  const tight = node.parentNode?.nodeName === 'LI' && LISTS.includes(node.nextElementSibling?.nodeName ?? '');
  return `\n\n${finishParagraph(content, dialect)}${tight ? '\n' : '\n\n'}`;
}

/** A heading in ATX style; all of it is bold already. */
export function heading(content: string, node: RuleElement, dialect: Dialect): string {
  const text = escapeHeadingEnd(finishLine(dropStrong(content), dialect));
  return `\n\n${'#'.repeat(Number(node.nodeName.slice(1)))} ${text}\n\n`;
}

/** A quotation. */
export function blockquote(content: string): string {
  const lines = content.trim().split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
  return `\n\n${lines.join('\n')}\n\n`;
}

/** An item, to be numbered by its list. */
export function listItem(content: string): string {
  return ITEM + content;
}

/** A list; what stands between its items belongs to the item before. */
export function list(content: string, node: RuleElement): string {
  const items = content.split(ITEM).map((item) => item.trim()).filter((item) => item !== '');
  const first = Number(/^\d{1,9}$/.exec(node.getAttribute('start') ?? '')?.[0] ?? 1);
  const lines = items.map((item, index) => writeItem(item, node.nodeName === 'OL' ? `${first + index}. ` : '- '));
  const gap = node.parentNode?.nodeName === 'LI' ? '\n' : '\n\n';
  return `${gap}${lines.join('\n')}\n\n`;
}

function writeItem(item: string, marker: string): string {
  return marker + item.replace(/\n(?=[^\n])/g, `\n${' '.repeat(marker.length)}`);
}
