import type { CheerioAPI } from 'cheerio';
import { isTag, type Element } from 'domhandler';
import { NewsScrapeError } from '../../errors.js';
import { elementsOf } from '../select.js';
import { measure, type Measure, type Measures } from '../generic/measure.js';

/** So many items that are built alike, each with a headline that leads elsewhere, make a list. */
const LEAST_ITEMS = 5;
const HEADLINE_IN_ITEM = 6;
/** A link with fewer characters is one of a menu. */
const HEADLINE = 7;
/** Share of a text's sentences that must stand in such items. */
const LISTED = 0.7;
/** So many headlines, and so little text beside them, make a list of articles. */
const LEAST_HEADLINES = 10;
const TEXT_BESIDE = 200;

/**
 * Refuses a page that lists articles instead of being one: the front page of a site, a list of headlines with or without
 * their first words, or links and nothing else.
 * @param article the element that holds the most text
 * @param page.isArticle true if the page calls itself an article
 * @param page.isDated true if it says when it was published
 * @throws NewsScrapeError `page_is_index`
 */
export function refuseIndex($: CheerioAPI, article: Element, page: { name: string; url: string; isArticle: boolean; isDated: boolean }): void {
  const body = $('body').get().find(isTag);
  if (page.isArticle || !body) return;
  const measures = measure(body);
  if (isFrontPage(page.url) || isHeadlines($, measures.of(body), measures.of(article).prose, page.isDated) || isList($, article, measures)) {
    throw new NewsScrapeError('page_is_index', { url: page.name });
  }
}

function isHeadlines($: CheerioAPI, { text, linked }: Measure, prose: number, isDated: boolean): boolean {
  if (linked <= text / 3 || prose > (isDated ? 0 : TEXT_BESIDE)) return false;
  return $('a').get().filter((link) => $(link).text().trim().length >= HEADLINE).length >= LEAST_HEADLINES;
}

/** No article stands at the root of its site. */
function isFrontPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, search } = new URL(url);
  return /^\/(?:(?:index|default|home)\.\w{2,5})?$/.test(pathname) && search === '';
}

function isList($: CheerioAPI, article: Element, measures: Measures): boolean {
  const { prose } = measures.of(article);
  return [article, ...elementsOf($, '*', article)].some((parent) => {
    return alike(parent).some((items) => {
      const headed = items.filter((item) => measures.of(item).prose > 0 && hasHeadline($, item));
      return headed.length >= LEAST_ITEMS && headed.reduce((sum, item) => sum + measures.of(item).prose, 0) >= prose * LISTED;
    });
  });
}

/** The children of an element that have the same name and class, together. */
function alike(parent: Element): Element[][] {
  const groups = new Map<string, Element[]>();
  for (const child of parent.children.filter(isTag)) {
    const key = `${child.name}.${child.attribs.class ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(child);
    else groups.set(key, [child]);
  }
  return [...groups.values()].filter((items) => items.length >= LEAST_ITEMS);
}

/** A link that is the whole of a line, as long as a headline. */
function hasHeadline($: CheerioAPI, item: Element): boolean {
  return $('a', item).get().some((link) => {
    const text = $(link).text().trim();
    return text.length >= HEADLINE_IN_ITEM && $(link).parent().text().trim() === text;
  });
}
