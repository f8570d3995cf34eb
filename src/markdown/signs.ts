/**
 * Control characters that stand for structure while a post is put together. They cannot collide with the article:
 * `cleanText` takes every control character out of its text first.
 */
export const STRONG_START = '\u0001';
export const STRONG_END = '\u0002';
export const EM_START = '\u0003';
export const EM_END = '\u0004';
/** A `<br>`, until its paragraph is divided into lines. */
export const LINE_BREAK = '\u0005';
/** The `[` of a link, until its line is whole: an exclamation mark in front would make an image of it. */
export const LINK_START = '\u0006';
/** In front of each item of a list, until the list numbers them. */
export const ITEM = '\u001c';
/** In front of each row of a table, each cell of a row, each field of a cell. */
export const ROW = '\u001d';
export const CELL = '\u001e';
export const FIELD = '\u001f';

const CONTROLS = /(?![\t\n\f\r])\p{Cc}/gu;

/** Removes the control characters, which no reader sees; HTML's white space stays, with LF for every end of a line. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROLS, '');
}
