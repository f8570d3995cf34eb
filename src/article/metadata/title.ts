import type { CheerioAPI } from 'cheerio';
import { isTag, type Element } from 'domhandler';
import { bodyTexts } from '../text-nodes.js';
import { oneLine, texts, type PlacedText } from './places.js';

/** A page's title, and the heading that shows it, where one does. */
export interface Title {
  text: string;
  place: string;
  heading?: Element | undefined;
}

/** Longer than any title; what is cut is no title but a page gone wrong. */
export const TITLE_LENGTH = 1000;
/** Headings of fewer characters may be names of sections. */
const LEAST_HEADING = 5;
/** Behind a shorter one stands the name of the site and nothing else. */
const LEAST_SHORT_HEADING = 2;
const ONE_NAME = /^(?:\s?[_|｜]\s?|\s[-–—·»]\s|-)[^_|｜–—-]{1,20}$/u;

const HEADINGS = ['h1', 'h2', 'h3', '[class*="title" i], [id*="title" i], [class*="headline" i]'];
const DECLARED = [
  'meta[property="og:title" i]@content',
  'meta[name="og:title" i]@content',
  'meta[name="twitter:title" i]@content',
  'meta[name="ArticleTitle" i]@content',
];
/** What stands between a title and the names of section and site behind it. */
const SUFFIX = /\s?[_|｜]\s?|\s[-–—·»]\s|--|-(?=[^-]{1,12}(?:网|频道|新闻|客户端|在线|日报|晚报|时报)(?:-|$))/u;
const SUFFIX_START = /^(?:$|[\s_|｜\-–—·»(（[【])/u;
/** Where a page cut its title short. */
const CUT = /(?:\.{3}|…)(?=$|[\s_|｜\-–—])/u;

/**
 * The title of a page that no rule knows: the heading that the page's `<title>` or og:title begins with (another h1
 * may be the site's logo), else og:title, else the `<title>` without the names of section and site that follow it,
 * else any h1. An empty text if there is none of these.
 */
export function findTitle($: CheerioAPI, headline: string | undefined): Title {
  const full = first(texts($, ['head > title', 'title']))?.text.slice(0, TITLE_LENGTH) ?? '';
  const declared = [...texts($, DECLARED), ...(headline ? [{ text: headline, place: 'JSON-LD headline' }] : [])];
  const heading = findHeading($, [full, ...declared.map(({ text }) => text)].filter((text) => text !== ''));
  if (heading) return { ...heading, heading: heading.element };
  const [meta] = declared;
  if (meta) return { ...meta, text: meta.text === full ? withoutSuffix(meta.text) : meta.text };
  if (full !== '') return { text: withoutSuffix(full), place: 'title' };
  const any = first(texts($, ['h1']));
  return any ? { ...any, heading: any.element } : { text: '', place: '' };
}

/** The heading that shows one of the titles, the longest of its kind; pages of old show it in any element. */
function findHeading($: CheerioAPI, titles: readonly string[]): PlacedText | undefined {
  for (const selector of HEADINGS) {
    const heading = longest([...texts($, [selector])].filter(({ text }) => shows(text, titles)));
    if (heading) return heading;
  }
  const shown = bodyTexts($).flatMap((node) => {
    const text = oneLine(node.data);
    const { parent } = node;
    return parent && isTag(parent) && shows(text, titles) && $(parent).closest('a, li').length === 0 ? [{ text, place: parent.name, element: parent }] : [];
  });
  return longest(shown);
}

function longest(places: readonly PlacedText[]): PlacedText | undefined {
  return places.reduce<PlacedText | undefined>((best, place) => (best && best.text.length >= place.text.length ? best : place), undefined);
}

function shows(heading: string, titles: readonly string[]): boolean {
  if (heading.length > TITLE_LENGTH) return false;
  return titles.some((title) => {
    const stem = title.slice(0, Math.max(0, title.search(CUT))).replace(/(?<![.…])[.…]+$/u, '');
    if (stem.length >= LEAST_HEADING && rest(heading, stem) !== undefined) return true;
    const suffix = rest(title, heading);
    if (suffix === undefined || suffix === '') return suffix === '';
    return heading.length >= LEAST_HEADING ? SUFFIX_START.test(suffix) : heading.length >= LEAST_SHORT_HEADING && ONE_NAME.test(suffix);
  });
}

/** What follows `start` in a text that begins with it, white space aside; undefined if it does not. */
function rest(text: string, start: string): string | undefined {
  let at = 0;
  for (const character of start.replace(/\s+/gu, '')) {
    while (/\s/u.test(text.charAt(at))) at += 1;
    if (!text.startsWith(character, at)) return undefined;
    at += character.length;
  }
  return text.slice(at);
}

/** The `<title>` up to where the names of section and site begin. */
function withoutSuffix(full: string): string {
  const own = full.split(SUFFIX)[0]?.trim();
  return own === undefined || own === '' ? full : own;
}

function first<Item>(items: Iterable<Item>): Item | undefined {
  for (const item of items) return item;
  return undefined;
}
