import { load, type CheerioAPI } from 'cheerio';
import { Parser } from 'htmlparser2';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { NewsScrapeError } from '../errors.js';

/** Elements of a page; the largest real ones have 3,000, and a table of 1000 rows and 10 columns has fewer. */
export const MOST_ELEMENTS = 12_000;
/** Open elements at once: real pages have 25, and parsers and selectors slow down with the square. */
const DEEPEST = 250;
/** Attributes of one element, each of which a parser compares with all the others. */
const MOST_ATTRIBUTES = 250;
/** Attributes of a page. */
const MOST_ATTRIBUTES_IN_ALL = 60_000;
/** Characters of their names and values, embedded pictures aside. */
const MOST_ATTRIBUTE_TEXT = 1_000_000;
/** Characters of a page outside of its scripts and styles; whole annual reports have fewer. */
export const MOST_TEXT = 500_000;
/** Comments, entities and runs of text, each of which a parser handles by itself. */
const MOST_PIECES = 200_000;

type Check = (count: number, most: number, what: string) => void;

/**
 * A page as a whole, unless it has elements, attributes, text or nesting without end: those would take a parser, and the
 * steps after it, more time and memory than any article is worth.
 * @param name what messages call it
 * @throws NewsScrapeError `page_unreadable`
 */
export function loadWhole(html: string, name: string): CheerioAPI {
  const check: Check = (count, most, what) => {
    if (count > most) throw new NewsScrapeError('page_unreadable', { url: name, detail: `more than ${most} ${what}` });
  };
  scan(html, check);
  return load(parse(html, { treeAdapter: countingAdapter(check) }));
}

/** What can be told from the tags alone, before a parser takes the square of its time for it. */
function scan(html: string, check: Check): void {
  const counts = { elements: 0, depth: 0, attributes: 0, attributesInAll: 0, attributeText: 0, pieces: 0, text: 0 };
  let isCode = false;
  const parser = new Parser({
    onopentagname(name) {
      check((counts.elements += 1), MOST_ELEMENTS, 'elements');
      check((counts.depth += 1), DEEPEST, 'elements inside each other');
      counts.attributes = 0;
      isCode = name === 'script' || name === 'style';
    },
    onattribute(name, value) {
      check((counts.attributes += 1), MOST_ATTRIBUTES, 'attributes of one element');
      check((counts.attributesInAll += 1), MOST_ATTRIBUTES_IN_ALL, 'attributes');
      if (!value.startsWith('data:')) check((counts.attributeText += name.length + value.length), MOST_ATTRIBUTE_TEXT, 'characters in attributes');
    },
    ontext(text) {
      check((counts.pieces += 1), MOST_PIECES, 'pieces of text');
      if (!isCode) check((counts.text += text.length), MOST_TEXT, 'characters');
    },
    oncomment() {
      check((counts.pieces += 1), MOST_PIECES, 'pieces of text');
    },
    onclosetag() {
      counts.depth -= 1;
      isCode = false;
    },
  });
  parser.end(html);
}

/** The parser repeats elements that do not end where they should: only itself knows how many there will be. */
function countingAdapter(check: Check): typeof adapter {
  let elements = 0;
  let depth = 0;
  return {
    ...adapter,
    createElement: (...args) => {
      check((elements += 1), MOST_ELEMENTS, 'elements');
      return adapter.createElement(...args);
    },
    onItemPush: () => check((depth += 1), DEEPEST, 'elements inside each other'),
    onItemPop: () => (depth -= 1),
  };
}
