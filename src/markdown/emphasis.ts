import type { Dialect } from './dialect.js';
import { moveMarks } from './move-marks.js';
import { EM_END, EM_START, LINK_START, STRONG_END, STRONG_START } from './signs.js';

const OPENING: ReadonlyMap<string, string> = new Map([[STRONG_START, '**'], [EM_START, '*']]);
const CLOSING: ReadonlyMap<string, string> = new Map([[STRONG_END, '**'], [EM_END, '*']]);
const SIGNS = new RegExp(`[${STRONG_START}${STRONG_END}${EM_START}${EM_END}]+`, 'g');

const WHITE_SPACE = /^[\p{Zs}\t\n\f\r]$/u;
const PUNCTUATION = new RegExp(`^[\\p{P}\\p{S}${LINK_START}]$`, 'u');
/** Renderers disagree on symbols (punctuation only since CommonMark 0.31) and on all beyond the basic plane. */
const SURE_PUNCTUATION = new RegExp(`^[\\p{P}$+<=>^\`|~${LINK_START}]$`, 'u');

/** Invisible, and punctuation to either side: it lets a delimiter open or close where the text alone would not. */
const JOINT = '<!-- -->';

/**
 * Turns the signs for strong and emphasised text in one line of Markdown into asterisks that every renderer pairs up.
 * @see https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
 */
export function writeEmphasis(content: string, { movesMarks }: Dialect): string {
  const line = movesMarks ? moveMarks(content) : content;
  return line.replace(SIGNS, (signs, offset: number) => {
    const end = offset + signs.length;
    const before = Array.from(line.slice(Math.max(0, offset - 2), offset)).at(-1) ?? '';
    const after = Array.from(line.slice(end, end + 2)).at(0) ?? '';
    const closing = delimiters(signs, CLOSING).join('');
    const opening = delimiters(signs, OPENING).join('');
    if (closing === '') return (flanks(after, before) ? '' : JOINT) + opening;
    return closing + (opening === '' && flanks(before, after) ? '' : JOINT) + opening;
  });
}

/** Strong text inside a heading says nothing more: all of it is bold. */
export function dropStrong(line: string): string {
  return line.replaceAll(STRONG_START, '').replaceAll(STRONG_END, '');
}

/** Whether a delimiter between an `inner` and an `outer` character (empty at the line's edge) opens or closes. */
function flanks(inner: string, outer: string): boolean {
  if (!PUNCTUATION.test(inner) || outer === '' || WHITE_SPACE.test(outer)) return true;
  return outer.length === 1 && SURE_PUNCTUATION.test(outer);
}

function delimiters(signs: string, table: ReadonlyMap<string, string>): string[] {
  return Array.from(signs, (sign) => table.get(sign) ?? '').filter((delimiter) => delimiter !== '');
}
