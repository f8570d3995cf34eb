import { rewrite, type Dialect } from './dialect.js';
import { writeEmphasis } from './emphasis.js';
import { LINK_START, LINE_BREAK } from './signs.js';

/** One line of converted inline content as final Markdown, for a place in the middle of a line. */
export function finishLine(content: string, dialect: Dialect): string {
  return writeEmphasis(content.trim(), dialect).replaceAll(`!${LINK_START}`, '\\![').replaceAll(LINK_START, '[');
}

/** Converted inline content as paragraphs of final Markdown: a `<br>` is a hard break, several end the paragraph. */
export function finishParagraph(content: string, dialect: Dialect): string {
  const lines = content.split(LINE_BREAK).map((line) => rewrite(finishLine(line, dialect), dialect.lineStart));
  return lines.join('  \n').replace(/(?: {2}\n){2,}/g, '\n\n').trim();
}
