import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { escapeHtml } from '../html.js';
import type { Dialect } from './dialect.js';
import { imageTag } from './figure.js';
import { markOf } from './marks.js';
import { cleanText } from './signs.js';
import { cellsOf, hasContent } from './tree.js';

/** Attribute of the element that carries such a table, as text, through turndown. */
export const HTML_MARK = 'data-html';

const PARTS = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'ul', 'ol', 'li']);
/** Text in any of these stands on lines of its own. */
const BLOCKS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'blockquote', 'figure', 'figcaption', 'pre', 'dl', 'dt', 'dd']);
const UNSEEN = new Set(['caption', 'script', 'style', 'hr']);
const BLOCK_TAG = '</?(?:table|t[rdh]|thead|tbody|tfoot|p|[uo]l|li)(?: [^<>]*)?>';
const BLOCK = new RegExp(BLOCK_TAG);
const BEFORE_BLOCK = new RegExp(`(?<!<br>| )(?:<br>| )+(?=${BLOCK_TAG})`, 'g');
const BEHIND_BLOCK = new RegExp(`(${BLOCK_TAG})(?:<br>| )+`, 'g');
/** As in Markdown's tables: no article's table has as many columns. */
const MAX_SPAN = 100;

/** Whether a cell holds what lines of text can not show: a list, or a table of several cells. */
export function needsHtml(table: Element): boolean {
  return cellsOf(table).some(holdsBlocks);
}

function holdsBlocks(element: Element): boolean {
  return element.children.filter(isTag).some((child) => {
    if (child.name === 'ul' || child.name === 'ol') return hasContent(child);
    return (child.name === 'table' && cellsOf(child).filter(hasContent).length > 1) || holdsBlocks(child);
  });
}

/**
 * A table as HTML that stands in Markdown: elements of tables, lists and running text without any attribute but spans and
 * addresses. One row a line, no line empty or indented; braces are entities, since template engines read them even there.
 */
export function htmlTable(table: Element, { tagsPictures }: Pick<Dialect, 'tagsPictures'>): string {
  const html = write(table).replace(BEFORE_BLOCK, '').replace(BEHIND_BLOCK, '$1');
  // Hexo makes definition lists of colons behind a line break.
  const escaped = html.replaceAll('{', '&#123;').replaceAll('}', '&#125;').replaceAll('>:', '>&#58;');
  const tagged = tagsPictures ? escaped.replaceAll('<img ', '<img referrerpolicy="no-referrer" ') : escaped;
  return tagged.replace(/(?<=<table>)|(?<=<\/tr>)/g, '\n');
}

function write(node: AnyNode): string {
  if (isText(node)) return escapeHtml(cleanText(node.data).replace(/[ \t\n\f\r]+/g, ' '));
  if (!isTag(node) || UNSEEN.has(node.name)) return '';
  if (node.name === 'br') return '<br>';
  if (node.name === 'img') return imageTag(node);
  const inner = node.children.map(write).join('');
  if (PARTS.has(node.name)) return `<${node.name}${spans(node)}>${inner.trim()}</${node.name}>`;
  if (BLOCKS.has(node.name)) return BLOCK.test(inner) || inner.trim() === '' ? inner : `<p>${inner.trim()}</p>`;
  const mark = markOf(node);
  return mark && mark.name !== 'code' && inner !== '' ? `${mark.tag}${inner}</${mark.name}>` : inner;
}

function spans({ name, attribs }: Element): string {
  if (name !== 'td' && name !== 'th') return '';
  return ['colspan', 'rowspan'].map((span) => {
    const size = Math.min(Number.parseInt(attribs[span] ?? '1', 10), MAX_SPAN);
    return size > 1 ? ` ${span}="${size}"` : '';
  }).join('');
}
