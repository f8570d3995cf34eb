import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { escapeHtml } from '../html.js';
import type { Dialect } from './dialect.js';
import { imageTag } from './figure.js';
import { HTML_MARK, htmlTable, needsHtml } from './html-table.js';
import { HtmlWriter } from './html-writer.js';
import { EM, markOf, STRONG, withMark, type Mark } from './marks.js';
import { cleanText } from './signs.js';
import { cellsOf, checkDepth, childrenNamed, closest, hasContent, textOf } from './tree.js';

type Visitor = (element: Element, marks: readonly Mark[], out: HtmlWriter) => void;

const VISITORS: ReadonlyMap<string, Visitor> = new Map([
  ...forNames(visitBlock, 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'figure', 'figcaption'),
  ...forNames(visitList, 'ul', 'ol', 'blockquote'),
  // A table writes its own; elsewhere they are what a reader sees of them.
  ...forNames(visitBlock, 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'),
  ...forNames(visitItem, 'li'),
  ...forNames(visitTable, 'table'),
  ...forNames(visitPre, 'pre'),
  ...forNames(visitImage, 'img'),
  ...forNames((_, __, out) => { out.lineBreak(); }, 'br'),
  ...forNames(visitRule, 'hr'),
  ...forNames(visitCode, 'code'),
  // A table writes its caption in front of itself; the others are no text.
  ...forNames(() => undefined, 'caption', 'script', 'style'),
]);

/** What stands in a table and in its parts. */
const PARTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['table', ['thead', 'tbody', 'tfoot', 'tr']],
  ...['thead', 'tbody', 'tfoot'].map((name): [string, readonly string[]] => [name, ['tr']]),
  ['tr', ['td', 'th']],
]);

/**
 * Brings the HTML of an article into the form that the rules for turndown count on: running text as `HtmlWriter` says,
 * figures as images and captions, tables with one cell as that cell's content. A cell holds lines of text and pictures:
 * what else stands in it becomes paragraphs. Code that the dialect cannot show as such becomes text.
 * @throws RangeError if elements are nested more than 200 levels deep.
 */
export function normalize(html: string, dialect: Dialect): string {
  const nodes = parseDocument(html).children;
  checkDepth(nodes);
  const out = new HtmlWriter(dialect);
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
function visitBlock(element: Element, marks: readonly Mark[], out: HtmlWriter): void {
  const { name, children } = element;
  out.startBlock(/^h\d$/.test(name) && !out.inCell ? name : 'p');
  visitAll(children, name === 'figcaption' ? withMark(marks, EM) : marks, out);
  out.startBlock();
}

function visitList(element: Element, marks: readonly Mark[], out: HtmlWriter): void {
  (out.inCell ? visitBlock : visitContainer)(element, marks, out);
}

function visitRule(_: Element, __: readonly Mark[], out: HtmlWriter): void {
  if (out.inCell) out.startBlock();
  else out.between('<hr>');
}

function visitCode(element: Element, marks: readonly Mark[], out: HtmlWriter): void {
  if (out.dialect.takesCode(textOf(element))) visitInline(element, marks, out);
  else visitAll(element.children, marks, out);
}

function visitContainer(element: Element, marks: readonly Mark[], out: HtmlWriter): void {
  out.between(startTag(element));
  visitAll(element.children, marks, out);
  out.between(`</${element.name}>`);
}

function startTag({ name, attribs }: Element): string {
  const spans = ['colspan', 'rowspan', 'start'].map((span) => (attribs[span] ? ` ${span}="${escapeHtml(attribs[span])}"` : ''));
  return `<${name}${spans.join('')}>`;
}

/** A table, a part of it or a row. */
function visitPart(part: Element, marks: readonly Mark[], out: HtmlWriter): void {
  out.between(startTag(part));
  for (const inner of partsOf(part)) (PARTS.has(inner.name) ? visitPart : visitCell)(inner, marks, out);
  out.between(`</${part.name}>`);
}

/** The whole of a cell; of a table inside it nothing is left but paragraphs, so cells never stand in cells. */
function visitCell(cell: Element, marks: readonly Mark[], out: HtmlWriter): void {
  out.inCell = true;
  visitContainer(cell, marks, out);
  out.inCell = false;
}

/** An item outside a list is a paragraph. */
function visitItem(item: Element, marks: readonly Mark[], out: HtmlWriter): void {
  const inList = item.parent !== null && isTag(item.parent) && /^[uo]l$/.test(item.parent.name) && !out.inCell;
  (inList ? visitContainer : visitBlock)(item, marks, out);
}

/** A table's caption becomes a bold paragraph in front; a table that only frames one cell is a matter of layout. */
function visitTable(table: Element, marks: readonly Mark[], out: HtmlWriter): void {
  for (const caption of childrenNamed(table, 'caption')) visitBlock(caption, withMark(marks, STRONG), out);
  const cells = cellsOf(table).filter(hasContent);
  if (cells.length > 1 && !out.inCell && out.dialect.showsHtml && needsHtml(table)) {
    out.between(`<pre ${HTML_MARK}="">\n${escapeHtml(htmlTable(table, out.dialect))}</pre>`);
    return;
  }
  if (cells.length > 1 && !out.inCell) {
    visitAll(straysIn(table), marks, out);
    visitPart(table, marks, out);
  } else for (const cell of cells) visitBlock(cell, marks, out);
}

/** What stands in a table outside of its cells: browsers show it in front. */
function straysIn(part: Element): AnyNode[] {
  const parts = new Set<AnyNode>(partsOf(part));
  const own = part.children.filter((child) => !parts.has(child));
  return [...own, ...partsOf(part).filter(({ name }) => PARTS.has(name)).flatMap(straysIn)];
}

const partsOf = (part: Element): Element[] => childrenNamed(part, ...(PARTS.get(part.name) ?? []));

/** HTML ignores one line feed in front. */
function visitPre(pre: Element, marks: readonly Mark[], out: HtmlWriter): void {
  const text = cleanText(textOf(pre)).replace(/^\r?\n/, '');
  if (out.dialect.takesCode(text) && !out.inCell) {
    out.between(`<pre>${escapeHtml(text)}</pre>`);
    return;
  }
  out.startBlock();
  for (const line of text.split('\n')) {
    out.text(line, marks);
    out.lineBreak();
  }
  out.startBlock();
}

/** In a figure each image is a paragraph of its own, and so is a tag: at the start of a line it would take the line's text for HTML. */
function visitImage(image: Element, marks: readonly Mark[], out: HtmlWriter): void {
  const tag = imageTag(image);
  if (tag === '') return;
  const alone = closest(image, 'figure') !== undefined || (out.dialect.tagsPictures && !out.inCell);
  if (alone) out.startBlock();
  out.image(tag, marks);
  if (alone) out.startBlock();
}

function forNames(visitor: Visitor, ...names: string[]): (readonly [string, Visitor])[] {
  return names.map((name) => [name, visitor]);
}
