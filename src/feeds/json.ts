import { NewsScrapeError, deepestCause } from '../errors.js';

/** `cb({` or `try{cb({`. */
const JSONP_START = /^(try\s*\{\s*)?[\w$.]+\s*\(\s*(?=[[{])/;

/** True if the text looks like JSON or JSONP, be it whole or cut off. */
export function looksLikeJson(text: string): boolean {
  return /^[[{]/.test(text) || JSONP_START.test(text);
}

/**
 * The value of a JSON or JSONP text (`cb({...});`, `try{cb({...});}catch(e){};`).
 *
 * @throws NewsScrapeError `feed_truncated` if the JSON is cut off or damaged.
 */
export function parseJson(text: string, url: string): unknown {
  try {
    return JSON.parse(unwrapJsonp(text));
  } catch (error) {
    throw new NewsScrapeError('feed_truncated', { url, detail: deepestCause(error) }, { cause: error });
  }
}

function unwrapJsonp(text: string): string {
  const start = JSONP_START.exec(text);
  if (!start) return text;
  const call = start[1] === undefined ? text : text.slice(0, text.lastIndexOf('catch'));
  return call.slice(start[0].length, call.lastIndexOf(')'));
}
