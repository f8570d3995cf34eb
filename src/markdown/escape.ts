import { escapeHtml } from '../html.js';

/** Template marks of Liquid and Nunjucks as entities; for HTML, where nothing else needs one. */
export function escapeBraces(html: string): string {
  return html.replace(/[{}]/g, entity);
}

function entity(character: string): string {
  const named = escapeHtml(character);
  return named === character ? `&#${character.charCodeAt(0)};` : named;
}

const entities = (run: string): string => Array.from(run, entity).join('');

const backslashes = (run: string): string => Array.from(run, (character) => `\\${character}`).join('');

type Rewrite = readonly [pattern: RegExp, replacement: (found: string) => string];

/** In this order: later rows add backslashes and entities of their own, which earlier ones would escape again. */
const INLINE: readonly Rewrite[] = [
  [/&(?=#?\w+;)/g, entity],
  [/[{}\\<]|>{2,}/g, entities],
  [/[`*_[\]~|]|\${2,}/g, backslashes],
  // What is still bare here are addresses inside link texts and broken ones: no renderer shall link them by itself.
  [/(?<=https?|ftp):(?=\/\/)/gi, entity],
  [/(?<=www)\./gi, entity],
  [/(?<=[\w.+-])@(?=\w)/g, entity],
  // markdown-it shows `%41` as `A` in what it takes for an address.
  [/%(?=[\da-f]{2})/gi, entity],
];

const LINE_START: readonly Rewrite[] = [
  [/^[#+\-=:]/, backslashes],
  [/^\d+(?=[.)](?!\d))/, (number) => `${number}\\`],
  [/^[>^]/, entity],
];

/** Text as Markdown that shows it character for character anywhere but at the start of a line. */
export function escapeText(text: string): string {
  return rewrite(text, INLINE);
}

/** A finished line of Markdown such that its start makes no heading, list, quote, rule or definition of it. */
export function escapeLineStart(line: string): string {
  return rewrite(line, LINE_START);
}

/** A heading's text such that a final `#` stays; both CommonMark and kramdown would take it for a closing mark. */
export function escapeHeadingEnd(heading: string): string {
  return heading.replace(/(?<!#)#+$/, backslashes);
}

/** Text as the description of an image; brackets, asterisks and underscores break some renderer even when escaped. */
export function escapeAlt(alt: string): string {
  return escapeText(alt.replace(/[[\]*_\s]+/g, ' ').trim());
}

/** A URL as a link destination without angle brackets: what would end it, or open a template or table, is encoded. */
export function escapeDestination(url: string): string {
  return url.replace(/[\s"()<>[\\\]^`{|}]/g, percentEncode).replace(/&(?=#?\w+;)/g, entity);
}

function percentEncode(character: string): string {
  return encodeURIComponent(character).replace('(', '%28').replace(')', '%29');
}

function rewrite(text: string, rewrites: readonly Rewrite[]): string {
  return rewrites.reduce((result, [pattern, replacement]) => result.replace(pattern, (found) => replacement(found)), text);
}
