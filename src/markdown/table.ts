import type { Dialect } from './dialect.js';
import type { RuleElement } from './dom.js';
import { layOut, pad, type Cell } from './grid.js';
import { CELL, FIELD, ROW } from './signs.js';

/** A number that is no year: the mark of a row of data. */
const FIGURE = /^(?!(?:19|20)\d\d$)\\?[+-]?\d[\d,.]*%?$/;

/**
 * A cell, to be put into place by its table; its paragraphs and lines stay apart by `<br>`. Where HTML is dropped, a blank
 * in front of it is what is left.
 */
export function tableCell(content: string, node: RuleElement, { showsHtml }: Dialect): string {
  const lines = content.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const header = node.nodeName === 'TH' || node.closest('thead') !== null;
  const fields = [node.getAttribute('colspan'), node.getAttribute('rowspan'), header ? 'header' : '', lines.join(showsHtml ? '<br>' : ' <br>')];
  return CELL + fields.join(FIELD);
}

/** A row, to be put into place by its table. */
export function tableRow(content: string): string {
  return ROW + content;
}

/**
 * A table: in GFM, without empty rows, under a row of headings (an empty one if the table has none). Rows of one cell in
 * front, such as a title or a unit, are lines above it.
 */
export function table(content: string): string {
  const rows = content.split(ROW).slice(1).map((row) => row.split(CELL).slice(1).map(readCell));
  const filled = layOut(rows).map((line, y) => ({ line, cells: rows[y] ?? [] })).filter(({ line }) => line.some(Boolean));
  const start = filled.findIndex(({ line, cells }) => !spansAll(cells, line.length));
  const inTable = filled.slice(Math.max(0, Math.min(start, filled.length - 2)));
  const [first, ...rest] = inTable;
  if (first === undefined) return '\n\n';
  const above = filled.slice(0, filled.length - inTable.length).map(({ line }) => `\n\n${(line[0] ?? '').replaceAll(/ ?<br>/g, '  \n')}`);
  const headed = rest.length > 0 && isHeader(first.cells);
  const body = (headed ? rest : inTable).map(({ line }) => line);
  return `${above.join('')}\n\n${writeTable(headed ? first.line : [], body)}\n\n`;
}

/** Whether a row is one cell over the whole width of a table of several columns. */
function spansAll([only, ...others]: readonly Cell[], columns: number): boolean {
  return only !== undefined && only.text !== '' && others.length === 0 && columns > 1 && only.colspan >= columns;
}

function writeTable(header: readonly string[], body: readonly (readonly string[])[]): string {
  const columns = body.reduce((widest, line) => Math.max(widest, line.length), header.length);
  const rule = Array<string>(columns).fill('---');
  return [pad(header, columns), rule, ...body].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function readCell(fields: string): Cell {
  const [colspan, rowspan, header, text = ''] = fields.split(FIELD);
  return { text: text.trim(), colspan: parseInt(colspan ?? '', 10), rowspan: parseInt(rowspan ?? '', 10), header: header === 'header' };
}

/** Whether a first row heads the others: it is marked so, or names every column (the corner aside) and has no figures. */
function isHeader(cells: readonly Cell[]): boolean {
  const [, ...names] = cells;
  const named = names.length > 0 && names.every(({ text }) => text !== '' && !FIGURE.test(text));
  return cells.every(({ header }) => header) || named;
}
