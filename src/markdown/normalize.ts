import { load } from 'cheerio/slim';
import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { escapeHtml } from '../html.js';
import { imageTag } from './figure.js';
import { HtmlWriter } from './html-writer.js';
import { EM, markOf, STRONG, withMark, type Mark } from './marks.js';
import { cleanText } from './signs.js';
import { cellsOf, checkDepth, childrenNamed, closest, hasContent, textOf } from './tree.js';

type Visitor = (element: Element, marks: readonly Mark[], out: HtmlWriter) => void;

const VISITORS: ReadonlyMap<string, Visitor> = new Map([
  ...forNames(visitBlock, 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'figure', 'figcaption'),
  ...forNames(visitContainer, 'ul', 'ol', 'blockquote', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'),
  ...forNames(visitItem, 'li'),
  ...forNames(visitTable, 'table'),
  ...forNames(visitPre, 'pre'),
  ...forNames(visitImage, 'img'),
  ...forNames((_, __, out) => { out.lineBreak(); }, 'br'),
  ...forNames((_, __, out) => { out.between('<hr>'); }, 'hr'),
  // A table writes its caption in front of itself; the others are no text.
  ...forNames(() => undefined, 'caption', 'script', 'style'),
]);

/**
 * Brings the HTML of an article into the form that the rules for turndown count on: running text as `HtmlWriter` says,
 * figures as images and captions, tables with one cell as that cell's content.
 * @throws RangeError if elements are nested more than 200 levels deep.
 */
export function normalize(html: string): string {
  const nodes = load(html, null, false).root().contents().toArray();
  checkDepth(nodes);
  const out = new HtmlWriter();
  visitAll(nodes, [], out);
  return out.end();
}

function visitAll(nodes: readonly AnyNode[], marks: readonly Mark[], out: HtmlWriter): void {
  for (const node of nodes) {
    if (isText(node)) out.text(node.data, marks);
    else if (isTag(node)) (VISITORS.get(node.name) ?? visitInline)(node, marks, out);
  }
}

function visitInline(element: Element, marks: readonly Mark[], out: HtmlWriter): void {
  visitAll(element.children, withMark(marks, markOf(element)), out);
}

/** A caption is a paragraph in italics. */
function visitBlock({ name, children }: Element, marks: readonly Mark[], out: HtmlWriter): void {
  out.startBlock(/^h\d$/.test(name) ? name : 'p');
  visitAll(children, name === 'figcaption' ? withMark(marks, EM) : marks, out);
  out.startBlock();
}

function visitContainer({ name, attribs, children }: Element, marks: readonly Mark[], out: HtmlWriter): void {
  const spans = ['colspan', 'rowspan'].map((span) => (attribs[span] ? ` ${span}="${escapeHtml(attribs[span])}"` : ''));
  out.between(`<${name}${spans.join('')}>`);
  visitAll(children, marks, out);
  out.between(`</${name}>`);
}

/** An item outside a list is a paragraph. */
function visitItem(item: Element, marks: readonly Mark[], out: HtmlWriter): void {
  const inList = item.parent !== null && isTag(item.parent) && /^[uo]l$/.test(item.parent.name);
  (inList ? visitContainer : visitBlock)(item, marks, out);
}

/** A table's caption becomes a bold paragraph in front; a table that only frames one cell is a matter of layout. */
function visitTable(table: Element, marks: readonly Mark[], out: HtmlWriter): void {
  for (const caption of childrenNamed(table, 'caption')) visitBlock(caption, withMark(marks, STRONG), out);
  const cells = cellsOf(table).filter(hasContent);
  if (cells.length > 1) visitContainer(table, marks, out);
  else for (const cell of cells) visitBlock(cell, marks, out);
}

/** HTML ignores one line feed in front: that of the source goes, so that any further one can stay. */
function visitPre(pre: Element, _: readonly Mark[], out: HtmlWriter): void {
  const text = cleanText(textOf(pre)).replace(/^\r?\n/, '');
  out.between(`<pre>\n${escapeHtml(text)}</pre>`);
}

/** In a figure each image is a paragraph of its own. */
function visitImage(image: Element, marks: readonly Mark[], out: HtmlWriter): void {
  const tag = imageTag(image);
  if (tag === '') return;
  const alone = closest(image, 'figure') !== undefined;
  if (alone) out.startBlock();
  out.image(tag, marks);
  if (alone) out.startBlock();
}

function forNames(visitor: Visitor, ...names: string[]): (readonly [string, Visitor])[] {
  return names.map((name) => [name, visitor]);
}
