/** A post in its two parts. */
export interface SplitPost {
  /** The YAML between the two `---` lines; undefined for a file that has none. */
  head: string | undefined;
  /** All that stands below. */
  body: string;
}

/** Splits a post, whatever tool has made it; lines end in `\n` then. */
export function splitPost(document: string): SplitPost {
  const text = document.replace(/^\ufeff/, '').replaceAll('\r\n', '\n').trimStart();
  const end = text.startsWith('---\n') ? text.indexOf('\n---', 3) : -1;
  if (end < 0) return { head: undefined, body: text };
  const lineEnd = text.indexOf('\n', end + 1);
  return { head: text.slice(4, end), body: lineEnd < 0 ? '' : text.slice(lineEnd + 1) };
}
