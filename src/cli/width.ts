import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter();

/** Columns that a text takes in a terminal: East Asian characters and pictographs take two. */
export const displayWidth = (text: string): number => stringWidth(text);

/**
 * The beginning of the text that fits into so many columns. Signs that are wide in some terminals only (quotation marks,
 * dashes) count as wide: a line that is too long wraps, and then cannot be drawn over.
 */
export function cutToWidth(text: string, columns: number): string {
  let kept = '';
  let width = 0;
  for (const { segment } of segmenter.segment(text)) {
    width += stringWidth(segment, { ambiguousIsNarrow: false });
    if (width > columns) break;
    kept += segment;
  }
  return kept;
}
