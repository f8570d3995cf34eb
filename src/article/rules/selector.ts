import { load } from 'cheerio';

/** `selector@attribute` in its two parts; an `@` inside an attribute selector's brackets is not a separator. */
export function splitPlace(place: string): [selector: string, attribute?: string] {
  const at = place.lastIndexOf('@');
  return at > place.lastIndexOf(']') && at > 0 ? [place.slice(0, at), place.slice(at + 1)] : [place];
}

/** What stands in quotes, brackets and parentheses. */
const ENCLOSED = /"[^"]*"|'[^']*'|\[[^\]]*\]|\([^()]*\)/g;
const LONGEST = 2000;
/** The library takes any of these for the first letter of a name. */
const ODD = /[@!$%&;{}?<`/=]/;

/** What is wrong with a CSS selector, in the words of the library that will have to understand it; undefined for a good one. */
export function selectorMistake(selector: string): string | undefined {
  if (selector.trim() === '') return 'Empty selector';
  if (selector.length > LONGEST) return `Longer than ${LONGEST} characters`;
  if (/[>+~]\s*$/.test(selector)) return 'Nothing behind the last combinator';
  const odd = ODD.exec(selector.replace(ENCLOSED, ''))?.[0];
  if (odd !== undefined) return `Unexpected ${odd}`;
  try {
    load('')(selector);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
