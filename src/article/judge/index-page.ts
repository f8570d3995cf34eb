import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { NewsScrapeError } from '../../errors.js';
import { areDated, areLong, headlineItems, leadAway } from '../generic/collection.js';
import { bodyOf, elementsOf } from '../select.js';
import { measure, type Measure, type Measures } from '../generic/measure.js';

/** So many items that are built alike, each with a headline that leads elsewhere, make a list. */
const LEAST_ITEMS = 5;
/** A link with fewer characters is one of a menu. */
const HEADLINE = 7;
/** So many headlines, and so little text beside them, make a list of articles. */
const LEAST_HEADLINES = 10;
const TEXT_BESIDE = 200;

/**
 * Refuses a page that lists articles instead of being one: the front page of a site, a list of headlines with or without
 * their first words, or links and nothing else.
 * @param article the element that holds the most text
 * @param page.isArticle true if the page calls itself an article
 * @param page.isDated true if there is a date anywhere
 * @param page.isDatedItself true if it says when it was published in its metadata or beside its title
 * @throws NewsScrapeError `page_is_index`
 */
export function refuseIndex($: CheerioAPI, article: Element, page: { name: string; url: string; isArticle: boolean; isDated: boolean; isDatedItself: boolean }): void {
  const body = bodyOf($);
  if (page.isArticle || !body) return;
  const measures = measure(body);
  if (isFrontPage(page.url) || isHeadlines($, measures.of(body), measures.of(article).prose, page.isDated) || isList($, article, measures, page)) {
    throw new NewsScrapeError('page_is_index', { url: page.name });
  }
}

function isHeadlines($: CheerioAPI, { text, linked }: Measure, prose: number, isDated: boolean): boolean {
  if (linked <= text / 3 || prose > (isDated ? 0 : TEXT_BESIDE)) return false;
  const headlines = elementsOf($, 'a').filter((link) => $(link).text().trim().length >= HEADLINE);
  return headlines.length >= LEAST_HEADLINES || headlines.filter((link) => elementsOf($, 'h2, h3, h4', link).length > 0).length >= LEAST_ITEMS;
}

/** No article stands at the root of its site. */
function isFrontPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, search } = new URL(url);
  return /^\/(?:(?:index|default|home)\.\w{2,5})?$/.test(pathname) && search === '';
}

/**
 * An article may consist of parts with a link at the head of each; then it has one date, and they have none. Without any
 * date it shows by what its parts are: texts of several paragraphs, or notes on what stands on other sites.
 */
function isList($: CheerioAPI, article: Element, measures: Measures, page: { url: string; isDatedItself: boolean }): boolean {
  const items = headlineItems($, article, measures, LEAST_ITEMS);
  if (items.length === 0) return false;
  return areDated(items) || (!page.isDatedItself && !areLong(items, measures) && !leadAway($, items, page.url));
}
