/** What a title has to have: words, or a regular expression. */
export type TitlePattern = { words: string } | { source: string; flags: string };

/** `/expression/flags`, else words; undefined for nothing and for an expression without an end. */
export function readPattern(text: string): TitlePattern | undefined {
  const pattern = text.trim();
  if (!pattern.startsWith('/')) return pattern === '' ? undefined : { words: pattern };
  const end = pattern.lastIndexOf('/');
  const flags = pattern.slice(end + 1);
  return end > 1 && /^[a-z]*$/.test(flags) ? { source: pattern.slice(1, end), flags } : undefined;
}

/**
 * The test of a pattern: words are found wherever they stand, in capitals and full-width forms too.
 * @returns what is wrong with it, in English, for an expression that cannot be
 */
export async function compilePattern(pattern: TitlePattern): Promise<((title: string) => boolean) | string> {
  if ('words' in pattern) {
    const words = plain(pattern.words);
    return (title) => plain(title).includes(words);
  }
  // Loaded only for those who use it.
  const { compileRegExp } = await import('./title-regexp.js');
  return compileRegExp(pattern.source, pattern.flags);
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
