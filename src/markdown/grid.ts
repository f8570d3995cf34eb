/** A cell as the table's source has it. */
export interface Cell {
  readonly text: string;
  /** As written: maybe zero, not a number, or larger than any table. */
  readonly colspan: number;
  readonly rowspan: number;
  /** Whether its markup says that it is a heading. */
  readonly header: boolean;
}

/** Spans reach no further; no article's table has as many columns. */
const MAX_COLUMNS = 100;
/** Empty cells could make a huge post out of a small page: beyond this size spans are ignored and short rows stay short. */
const MAX_CELLS = 100_000;

/**
 * Puts the cells of a table into columns as a browser does. A cell that spans several places keeps its text in the first
 * one; the others are empty. Rows are as wide as the last column in which any cell begins.
 * @see https://html.spec.whatwg.org/multipage/tables.html#forming-a-table
 */
export function layOut(rows: readonly (readonly Cell[])[]): string[][] {
  const spanning = rows.length * MAX_COLUMNS <= MAX_CELLS;
  const freeFrom: number[] = [];
  let columns = 0;
  const grid = rows.map((cells, y) => {
    const line: string[] = [];
    for (const { text, colspan, rowspan } of cells) {
      while ((freeFrom[line.length] ?? 0) > y) line.push('');
      columns = Math.max(columns, line.length + 1);
      const width = spanning ? clamp(colspan, MAX_COLUMNS - line.length) : 1;
      const height = spanning && line.length < MAX_COLUMNS ? clamp(rowspan, rows.length - y) : 1;
      freeFrom.length = Math.max(freeFrom.length, line.length + width);
      freeFrom.fill(y + height, line.length, line.length + width);
      line.push(text, ...Array<string>(width - 1).fill(''));
    }
    return line;
  });
  const full = rows.length * columns <= MAX_CELLS;
  return grid.map((line) => (full ? pad(line, columns) : line.slice(0, columns)));
}

/** A row of exactly `columns` cells. */
export function pad(line: readonly string[], columns: number): string[] {
  return Array.from({ length: columns }, (_, column) => line[column] ?? '');
}

function clamp(span: number, most: number): number {
  return Math.max(1, Math.min(span || 1, most));
}
