/** Characters of the catalogues that take two columns; quotation marks and dashes do so in a Chinese terminal. */
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60“”…—]/gu;

/**
 * Columns that a sentence of a catalogue takes. Any other text needs `displayWidth`, which knows all characters and takes
 * long to load.
 */
export const columnsOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

/**
 * What stays together on a line: a word or one Chinese character, with what may not end a line before it and what may not
 * begin one after it (after UAX #14, rules LB13 to LB15).
 */
const PIECE = /\s*[（“《@"(]*(?:\p{Script=Han}|[^\s\p{Script=Han}（“《）”》，。；：、？！…]+)?[）”》，。；：、？！…]*/gu;

/** Breaks sentences into lines of at most so many columns. */
export function wrapText(text: string, columns: number): string {
  return text.split('\n').map((line) => wrapLine(line, columns)).join('\n');
}

function wrapLine(text: string, columns: number): string {
  const lines = [''];
  for (const piece of text.match(PIECE) ?? []) {
    const line = lines.at(-1) ?? '';
    if (line === '' || columnsOf(line + piece) <= columns) lines[lines.length - 1] = line + piece;
    else lines.push(piece.trimStart());
  }
  return lines.join('\n');
}
