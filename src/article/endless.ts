import { Parser } from 'htmlparser2';
import { NewsScrapeError } from '../errors.js';

/** Elements of a page: a table of 3000 rows and 10 columns has fewer. */
export const MOST_ELEMENTS = 40_000;
/** Open elements at once; no article comes near, and parsers and selectors slow down with the square. */
const DEEPEST = 1000;
/** Attributes of one element, each of which a parser compares with all the others. */
const MOST_ATTRIBUTES = 1000;

/**
 * Refuses a page that has elements, attributes or nesting without end, before a parser sees it that takes the square of
 * its time for them.
 * @throws NewsScrapeError `page_unreadable`
 */
export function refuseEndless(html: string, name: string): void {
  const check = (count: number, most: number, what: string): void => {
    if (count > most) throw new NewsScrapeError('page_unreadable', { url: name, detail: `more than ${most} ${what}` });
  };
  let elements = 0;
  let depth = 0;
  let attributes = 0;
  const parser = new Parser({
    onopentagname() {
      elements += 1;
      depth += 1;
      attributes = 0;
      check(elements, MOST_ELEMENTS, 'elements');
      check(depth, DEEPEST, 'elements inside each other');
    },
    onattribute() {
      attributes += 1;
      check(attributes, MOST_ATTRIBUTES, 'attributes of one element');
    },
    onclosetag() {
      depth -= 1;
    },
  });
  parser.end(html);
}
