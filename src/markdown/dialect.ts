import { escapeHtml } from '../html.js';

/** How text is kept from being read as markup: by whatever will read the post. */
export interface Dialect {
  /** Anywhere in a text, in this order: later rows add marks that earlier ones would escape again. */
  inline: readonly Rewrite[];
  /** At the start of a finished line, where it would begin a heading, list, quote, rule or definition. */
  lineStart: readonly Rewrite[];
  /**
   * Whether bold and italics that Markdown cannot end beside a letter give up their outer punctuation marks. Without
   * it an invisible comment stands between the two.
   */
  movesMarks: boolean;
  /** True for code that is shown as it stands between backticks. */
  takesCode: (code: string) => boolean;
  /** Pictures are HTML tags without a referrer, each in a paragraph of its own. */
  tagsPictures?: true;
  /** Whether a reader sees HTML that stands in Markdown; else its tables are made of lines of text. */
  showsHtml: boolean;
}

export type Rewrite = readonly [pattern: RegExp, replacement: (found: string) => string];

const entity = (character: string): string => {
  const named = escapeHtml(character);
  return named === character ? `&#${character.charCodeAt(0)};` : named;
};
const entities = (run: string): string => Array.from(run, entity).join('');
const backslashes = (run: string): string => Array.from(run, (character) => `\\${character}`).join('');
const numberMark: Rewrite = [/^\d+(?=[.)](?!\d))/, (number) => `${number}\\`];

/**
 * Safe in Hexo, Hugo, Jekyll, Eleventy and Astro at once, with every Markdown renderer and template engine that they
 * come with. Those read template marks before Markdown, and not all of them know a backslash.
 */
export const GENERATORS: Dialect = {
  inline: [
    [/&(?=#?\w+;)/g, entity],
    // In spite of a backslash kramdown reads footnotes, code in tables and, in a line that begins with a link, definitions
    // (`]:`), and marked reads links in links (`](`).
    [/[{}\\<^`]|>{2,}|(?<=\])[(:]/g, entities],
    [/[*_[\]~|]|\${2,}/g, backslashes],
    // What is still bare here are addresses inside link texts and broken ones: no renderer shall link them by itself.
    [/(?<=https?|ftp):(?=\/\/)/gi, entity],
    [/(?<=www)\./gi, entity],
    [/(?<=[\w.+-])@(?=\w)/g, entity],
    // markdown-it shows `%41` as `A` in what it takes for an address.
    [/%(?=[\da-f]{2})/gi, entity],
    // What typographers replace or cut short; they also curl straight quotes, which changes no word.
    [/(?<=,),|(?<=[!?]{3})[!?]|(?<=\.)\.|(?<=[-+])-|\((?=(?:c|r|p|tm)\))/gi, entity],
  ],
  // Hexo makes definition lists of `<br>:` in the HTML that it has rendered.
  lineStart: [[/^[#+\-=]/, backslashes], numberMark, [/^[>:]/, entity]],
  movesMarks: false,
  takesCode: (code) => !/\{[{%#]/.test(code),
  showsHtml: true,
};

/** Hugo drops HTML where its configuration does not ask for it. */
export const HUGO: Dialect = { ...GENERATORS, showsHtml: false };

/** For CommonMark alone, with tables, struck text, sums and bare links as code hosts and editors add them. */
export const COMMONMARK: Dialect = {
  inline: [
    [/[\\`*_[\]~|<$]|&(?=#?\w+;)/g, backslashes],
    [/(?<=https?|ftp):(?=\/\/)/gi, backslashes],
    [/(?<=www)\./gi, backslashes],
  ],
  lineStart: [[/^[#+\-=:>]/, backslashes], numberMark],
  movesMarks: true,
  takesCode: () => true,
  showsHtml: true,
};

/** Obsidian has tags, marked text, comments and names of blocks besides. */
export const OBSIDIAN: Dialect = {
  ...COMMONMARK,
  inline: [...COMMONMARK.inline, [/[#^]|={2,}|%{2,}/g, backslashes]],
  lineStart: [[/^[+\-=:>]/, backslashes], numberMark],
};

export function rewrite(text: string, rewrites: readonly Rewrite[]): string {
  return rewrites.reduce((result, [pattern, replacement]) => result.replace(pattern, (found) => replacement(found)), text);
}

/** A heading's text such that a final `#` stays; both CommonMark and kramdown would take it for a closing mark. */
export function escapeHeadingEnd(heading: string): string {
  return heading.replace(/(?<![#\\])#+$/, backslashes);
}

/** Text as the description of an image; brackets, asterisks and underscores break some renderer even when escaped. */
export function escapeAlt(alt: string, { inline }: Dialect): string {
  return rewrite(alt.replace(/[[\]*_\s]+/g, ' ').trim(), inline);
}

/** Text as the value of an attribute: neither Markdown nor a template engine nor a table finds anything in it. */
export const escapeAttribute = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(/[&<>"'{}|`*_[\]\\~$:]/g, entity);

/** A URL as a link destination without angle brackets: what would end it, or open a template or table, is encoded. */
export function escapeDestination(url: string): string {
  return url.replace(/[\s"()<>[\\\]^`{|}]/g, percentEncode).replace(/&(?=#?\w+;)/g, entity);
}

function percentEncode(character: string): string {
  return encodeURIComponent(character).replace('(', '%28').replace(')', '%29');
}
