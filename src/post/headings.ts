import { load } from 'cheerio';
import { isTag, isText, type AnyNode, type Element } from 'domhandler';

/** A heading is no sentence and no longer than this. */
const MAX_LENGTH = 50;
/** Chinese headings of the second rank: `（一）`, `1.`, `1、`, `(1)`. */
const SECOND_RANK = /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])/u;

/**
 * Makes headings of paragraphs that are one short line, all of it bold: h2, and h3 for those numbered as Chinese texts
 * number the parts of a part.
 */
export function headingsFromBold(html: string): string {
  const $ = load(html, null, false);
  for (const block of $.root().contents().toArray()) {
    const text = $(block).text().trim();
    if (!isTag(block) || block.name !== 'p' || !isBoldLine(block) || !mayBeHeading(text)) continue;
    block.name = SECOND_RANK.test(text) ? 'h3' : 'h2';
  }
  return $.html();
}

const mayBeHeading = (text: string): boolean => text !== '' && text.length <= MAX_LENGTH && !/[。！？；，,;.!?]$/u.test(text.replace(/\.{3}$/, ''));

/** True if all that can be seen of a paragraph is bold text on one line. */
function isBoldLine(paragraph: Element): boolean {
  return paragraph.children.every((child) => (isText(child) ? child.data.trim() === '' : isTag(child) && child.name === 'strong' && !holds(child, 'br', 'img')));
}

function holds(node: AnyNode, ...names: string[]): boolean {
  return isTag(node) && (names.includes(node.name) || node.children.some((child) => holds(child, ...names)));
}
