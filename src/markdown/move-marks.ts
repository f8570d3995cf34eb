import { EM_END, EM_START, STRONG_END, STRONG_START } from './signs.js';

const STARTS = new Set([STRONG_START, EM_START]);
const ENDS = new Set([STRONG_END, EM_END]);

/** Pieces of a line of Markdown: escapes and entities as wholes. */
const PIECES = /\\[!-/:-@[-`{-~]|&#?\w+;|./gsu;
/** Punctuation of the text and blanks; what may end a link, a tag or an entity is left alone. */
const MARK = /^(?:\\.|&#?\w+;|(?![)<>[\];])[\p{P}\p{S}\p{Zs}])$/u;
const LETTER = /^[\p{L}\p{N}\p{M}]$/u;

/**
 * Lets strong and emphasised text give up punctuation at its edges where a letter stands outside: Markdown opens and
 * closes nothing there (`**一、要点：**正文`, where `**一、要点**：正文` is as good for a reader).
 */
export function moveMarks(line: string): string {
  const pieces = line.match(PIECES) ?? [];
  const forth = moveOut(pieces, ENDS, STARTS);
  return moveOut(forth.reverse(), STARTS, ENDS).reverse().join('');
}

/** Moves each sign of `signs` in front of the marks before it, if a letter follows; `others` is what stops it. */
function moveOut(pieces: readonly string[], signs: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  const moved: string[] = [];
  pieces.forEach((piece, index) => {
    const isStuck = signs.has(piece) && LETTER.test(nextText(pieces, index)) && MARK.test(moved.at(-1) ?? '');
    let end = moved.length;
    while (isStuck && MARK.test(moved[end - 1] ?? '')) end -= 1;
    const isEmpty = isStuck && others.has(moved[end - 1] ?? '');
    moved.splice(isEmpty ? end - 1 : end, isEmpty ? 1 : 0, ...(isEmpty ? [] : [piece]));
  });
  return moved;
}

function nextText(pieces: readonly string[], index: number): string {
  return pieces.slice(index + 1, index + 4).find((piece) => !STARTS.has(piece) && !ENDS.has(piece)) ?? '';
}
