/** Comments, texts, words and marks of a program, each whole; every one that is not closed ends with the line or the file. */
const PIECE = /\/\*[^]*?(?:\*\/|$)|\/\/.*|(["'])(?:\\.|(?!\1)[^\\\n])*\1?|`(?:\\[^]|[^\\`])*`?|[\w$]+|\S/g;
/** A text without escapes or parts that are computed. */
const LITERAL = /^(["'`])((?:(?!\1)[^\\$])*)\1$/;
/** What may come behind a value that is whole. */
const GOES_ON = new Set(['+', '.', '?', '|', '&', '[', '(']);

/**
 * What a program sets under a key where that can be seen without running it: `base: '/blog'`, also by a constant of the
 * same name.
 * @returns undefined if the key is nowhere, null if its value is computed or there are several
 */
export function settingInProgram(program: string, key: string): string | null | undefined {
  const pieces = (program.match(PIECE) ?? []).filter((piece) => !/^\/[/*]/.test(piece));
  const places = pieces.flatMap((piece, index) => ((piece === key && pieces[index - 1] !== '.') || literal(piece) === key ? [index + 1] : []));
  const values = new Set(places.filter((place) => /^[:=]$/.test(pieces[place] ?? '')).map((place) => valueAt(pieces, place + 1)));
  const [value] = values;
  if (values.size > 1) return null;
  return places.length > 0 && value === undefined ? null : value;
}

/** The text that is the whole of a value; null for any other. */
function valueAt(pieces: readonly string[], place: number): string | null {
  return GOES_ON.has(pieces[place + 1] ?? '') ? null : (literal(pieces[place] ?? '') ?? null);
}

const literal = (piece: string): string | undefined => LITERAL.exec(piece)?.[2];
