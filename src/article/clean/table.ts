import { isTag, isText, type Element } from 'domhandler';
import { escapeHtml } from '../../html.js';
import { renderBlock, type Block } from './block.js';

interface Cell {
  tag: 'td' | 'th';
  html: string;
  text: string;
  /** `colspan` and `rowspan` as written, where larger than 1. */
  spans: string;
}

/** Spans above this are mistakes or attacks; no table of an article is so wide. */
const SPAN_LIMIT = 100;

/**
 * A data table as one block, undefined for one without content, or `layout` for a table that only places other
 * things: one column, or tables that hold most of it.
 */
export function tableBlock(table: Element, readCell: (cell: Element) => Block[]): Block | 'layout' | undefined {
  // Before any cell is read: reading a cell twice, in tables within tables, takes exponential time.
  if (isLayout(table)) return 'layout';
  const rows = rowsOf(table).map((row) => cellsOf(row).map((cell) => readTableCell(cell, readCell)));
  const filled = rows.filter((row) => row.some((cell) => cell.html !== ''));
  if (filled.length === 0) return undefined;
  const caption = captionOf(table, readCell);
  const html = filled.map((row) => `<tr>${row.map((cell) => `<${cell.tag}${cell.spans}>${cell.html}</${cell.tag}>`).join('')}</tr>`).join('');
  const text = filled.map((row) => row.map((cell) => cell.text).join('\t')).join('\n');
  return { tag: 'table', html: (caption && `<caption>${escapeHtml(caption)}</caption>`) + html, text: caption ? `${caption}\n${text}` : text };
}

/** True for a table that places other things: tables, one column, or one row of pictures and paragraphs. */
function isLayout(table: Element): boolean {
  const rows = rowsOf(table);
  const [first, second] = rows;
  if (/^(?:presentation|none)$/.test(table.attribs.role ?? '') || rows.every((row) => cellsOf(row).length <= 1)) return true;
  return (holds(table, TABLE) && !isHeaded(rows)) || (second === undefined && first !== undefined && holds(first, BLOCKS));
}

/** True for rows of which most cells hold no tables, and the first row none at all: it names columns, one of which has tables. */
function isHeaded(rows: readonly Element[]): boolean {
  const [first = [], ...others] = rows.map(cellsOf);
  const isPlain = (cell: Element): boolean => !holds(cell, TABLE);
  const shown = others.flat().filter((cell) => !isPlain(cell) || hasText(cell));
  return others.length > 0 && first.every(isPlain) && first.filter(hasText).length > 1 && shown.filter(isPlain).length >= shown.length / 2;
}

function readTableCell(cell: Element, readCell: (cell: Element) => Block[]): Cell {
  const blocks = readCell(cell);
  return {
    tag: cell.name === 'th' ? 'th' : 'td',
    html: blocks.map((block) => (block.tag === 'p' || block.tag === 'figure' ? block.html : renderBlock(block))).join('<br>'),
    text: blocks.map((block) => block.text).join(' '),
    spans: span(cell, 'colspan') + span(cell, 'rowspan'),
  };
}

function span(cell: Element, name: 'colspan' | 'rowspan'): string {
  const size = Math.min(Number.parseInt(cell.attribs[name] ?? '1', 10), SPAN_LIMIT);
  return size > 1 ? ` ${name}="${size}"` : '';
}

function captionOf(table: Element, readCell: (cell: Element) => Block[]): string {
  const caption = table.children.filter(isTag).find((child) => child.name === 'caption');
  return caption ? readCell(caption).map((block) => block.text).join(' ') : '';
}

function rowsOf(table: Element): Element[] {
  const parts = table.children.filter(isTag);
  // Browsers show the foot at the end, wherever it stands.
  return [...parts.filter(({ name }) => name !== 'tfoot'), ...parts.filter(({ name }) => name === 'tfoot')].flatMap((child) => {
    if (child.name === 'tr') return [child];
    return /^t(head|body|foot)$/.test(child.name) ? child.children.filter(isTag).filter((row) => row.name === 'tr') : [];
  });
}

const cellsOf = (row: Element): Element[] => row.children.filter(isTag).filter((cell) => cell.name === 'td' || cell.name === 'th');

const hasText = (element: Element): boolean => element.children.some((child) => (isText(child) ? child.data.trim() !== '' : isTag(child) && hasText(child)));

const TABLE: ReadonlySet<string> = new Set(['table']);
const BLOCKS: ReadonlySet<string> = new Set(['p', 'div', 'img', 'ul', 'ol', 'blockquote', 'h1', 'h2', 'h3', 'h4']);

function holds(element: Element, names: ReadonlySet<string>): boolean {
  return element.children.filter(isTag).some((child) => names.has(child.name) || holds(child, names));
}
