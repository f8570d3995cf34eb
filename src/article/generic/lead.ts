import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { elementsOf } from '../select.js';
import { isPagePart } from './foreign.js';
import { furnitureOf } from './furniture.js';
import { measure } from './measure.js';
import { PICTURE_NAME } from './pictures.js';

/** Names of the paragraph that sums an article up, between its title and its text. */
const LEAD_NAME = /(?:^|[-_\s])(?:lead|lede|leading|brief|summary|abstract|intro|introduction|standfirst|dek|sapo|daodu|daoyu|zhaiyao|digest|excerpt|subhead|sub-?headline|article-?desc|article-?description|description)(?:$|[-_\s])/i;
/** Names of a line that stands below a title as a part of it. */
const SUBTITLE_NAME = /(?:^|[-_\s])(?:(?:post|article|entry|news|page|content)?-?_?sub-?_?(?:title|tit|heading|line)|futitle|fu-?biaoti|deck|dek|standfirst|excerpt|second-?title|title-?(?:sub|fu))(?:$|[-_\s])/i;
const LEAST_SUBTITLE = 4;
const MOST_SUBTITLE = 120;
/** One above the title's line and one below; an element in an element says the same once more. */
const MOST_SUBTITLES = 4;
const LEAST = 15;
/** One that is named so may be as short as a sentence. */
const LEAST_NAMED = 8;
const MOST = 500;
/** Characters by which a lead is known again in the text. */
const SAMPLE = 16;

/** Puts the lead of an article, and its picture, that stand between its title and its text to the text's beginning. */
export function takeInLead($: CheerioAPI, article: Element, heading: Element | undefined): void {
  const between = elementsBetween($, heading, article);
  const shown = new Set(elementsOf($, 'img', article).map(({ attribs }) => attribs.src));
  const picture = between.find((element) => isLeadPicture($, element, shown));
  const lead = between.find((element) => isLead($, element, heading, article));
  const subtitles = between.filter((element) => isSubtitle($, element, heading, article)).map((element) => $(element).text().trim());
  if (picture) $(article).prepend(picture);
  const lines = new Set([...subtitles.slice(0, MOST_SUBTITLES), ...(lead ? [$(lead).text().trim()] : [])]);
  for (const line of [...lines].reverse()) $(article).prepend($('<p></p>').text(line));
}

/** The elements that begin behind the heading and end before the article. */
function elementsBetween($: CheerioAPI, heading: Element | undefined, article: Element): Element[] {
  if (!heading) return [];
  const inOrder = elementsOf($, '*');
  const [from, to] = [inOrder.indexOf(heading), inOrder.indexOf(article)];
  const around = new Set<unknown>($(article).parents().get());
  return from === -1 ? [] : inOrder.slice(from + 1, Math.max(from + 1, to)).filter((element) => !around.has(element));
}

/** A paragraph that is named so, or stands right behind the heading; not one that the text repeats. */
function isLead($: CheerioAPI, element: Element, heading: Element | undefined, article: Element): boolean {
  const isNamed = LEAD_NAME.test(`${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`);
  const isBehind = element.name === 'p' && heading !== undefined && $(heading).next().is(element);
  if (!isNamed && !isBehind) return false;
  const { prose, linked, text } = measure(element).of(element);
  const start = squeeze(unlabelled($(element).text())).slice(0, SAMPLE);
  return prose >= (isNamed ? LEAST_NAMED : LEAST) && text <= MOST && linked === 0 && !squeeze($(article).text()).includes(start);
}

/** A line below the title that is named so, or is a smaller heading right behind it; times, credits and links are none. */
function isSubtitle($: CheerioAPI, element: Element, heading: Element | undefined, article: Element): boolean {
  const isNamed = SUBTITLE_NAME.test(`${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`);
  const isBehind = /^h[2-4]$/.test(element.name) && heading?.name === 'h1' && $(heading).next().is(element);
  if (!isNamed && !isBehind) return false;
  const line = $(element).text().trim();
  const { linked, links, pictures } = measure(element).of(element);
  if (line.length < (isNamed ? LEAST_SUBTITLE : LEAST_NAMED) || line.length > MOST_SUBTITLE || linked + links + pictures > 0) return false;
  return furnitureOf(line, []) === undefined && !MOMENT.test(line) && !CREDIT.test(line) && !squeeze($(article).text()).includes(squeeze(line).slice(0, SAMPLE));
}

/** A figure, or a box that is named so, with one picture that leads nowhere and that the text does not show. */
function isLeadPicture($: CheerioAPI, element: Element, shown: ReadonlySet<string | undefined>): boolean {
  const isBox = element.name === 'figure' || PICTURE_NAME.test(element.attribs.class ?? '');
  if (!isBox || isPagePart(element) || $(element).closest('a').length > 0) return false;
  const pictures = $('img', element);
  return pictures.length === 1 && pictures.closest('a').length === 0 && !shown.has(pictures.attr('src')) && measure(element).of(element).links === 0;
}

/** A lead without what it is called. */
const unlabelled = (text: string): string => text.replace(/^\s{0,99}[【[]?(?:内容)?(?:摘\s?要|导语|导读|提要|核心提示)(?:[】\]]|\s?[：:])\s{0,99}/u, '');

const MOMENT = /\d{4}\s?[-/.年]\s?\d{1,2}|\d{1,2}[:：]\d{2}/u;
const CREDIT = /^(?:来源|作者|记者|编辑|责编|责任编辑|发布|发表|时间|日期|浏览|阅读|点击|文|图|by|posted|published|source)\s?[:：/|丨]|^by\s/iu;

const squeeze = (text: string): string => text.replace(/\s+/gu, '');
