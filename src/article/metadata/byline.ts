import type { CheerioAPI } from 'cheerio';
import { isTag, type AnyNode, type Element, type Text } from 'domhandler';
import { bodyTexts, textNodes } from '../text-nodes.js';
import { oneLine } from './places.js';

/** A text beside the title of an article, and the element that it stands in. */
export interface Line {
  text: string;
  parent: Element | undefined;
}

/** What a page shows beside the title of its article. */
export interface Byline {
  /** The short texts behind the title, up to where the article begins. */
  behind: readonly Line[];
  /** The short texts before the title. */
  before: readonly Line[];
  source?: string | undefined;
  author?: string | undefined;
  editor?: string | undefined;
}

/** Texts read behind and before a title; more belong to something else. */
const BEHIND = 60;
const BEFORE = 12;
/** A text this long is the article's. */
const PROSE = 80;

const LABEL = '(?:作\\s?者|记者|编辑|责编|责任编辑|来\\s?源|发布|时间|日期|字号|字体|浏览|阅读|点击|评论|分享|收藏|原标题|关键词|标签)';
const VALUE = `\\s?[:：]\\s{0,9}((?!${LABEL}|\\d{4}\\s?[-年/.])[^\\n|｜]{1,40}?)(?=\\s{0,9}(?:$|[\\n|｜]|\\s${LABEL}|${LABEL}[:：]|\\s{2}|\\d{4}\\s?[-年/.]))`;
const SOURCE = new RegExp(`(?:来\\s?源(?:于)?|来自|稿源|出处|转载自)${VALUE}`, 'u');
const AUTHOR = new RegExp(`(?:作\\s?者)${VALUE}`, 'u');
const EDITOR = new RegExp(`(?:责任编辑|责编|编辑)${VALUE}`, 'u');
const SOURCE_NAME = /(?:^|[-_\s])(?:source|laiyuan|media[-_]?name|origin|js_name|nickname)(?:$|[-_\s])/i;
const AUTHOR_NAME = /(?:^|[-_\s])(?:author|authors|byline|writer)(?:$|[-_\s])/i;
const BY = /^(?:by|(?:本报|本网|本刊|特约)?(?:记者|通讯员))\s+/i;
/** What stands before a name, in an element or a text of its own. */
const BEFORE_NAME = /^(?:(?:posted |written |published )?by|由|文|撰文|撰稿|作者)[\s:：/|]*$/i;
/** Names of sections end like those of media. */
const SECTION = '(?:时政|国内|国际|社会|财经|经济|金融|体育|娱乐|科技|军事|地方|本地|本市|最新|热点|滚动|综合|今日|图片|视频|民生|产业|行业|公司|证券|政务)新闻';
const MEDIUM_NAME = `(?!${SECTION})(?<name>[\\p{L}\\d·-]{2,16}(?:日报|早报|晚报|时报|报|网|社|台|刊|新闻|在线|杂志|财经|客户端|广播|卫视|电视))`;
const GAP = '[\\s|｜丨·•]{0,9}';
/** A medium's name right behind the time, or before the day, without any label. */
const MEDIUMS: readonly RegExp[] = [
  new RegExp(`\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?${GAP}${MEDIUM_NAME}(?=$|[\\n\\s|｜丨·•])`, 'u'),
  new RegExp(`(?<![^\\s|｜丨·•])${MEDIUM_NAME}${GAP}\\d{4}\\s?[-/.年]\\s?\\d{1,2}\\s?[-/.月]\\s?\\d`, 'u'),
];
const MEDIUM_AND_AUTHOR = new RegExp(`^${MEDIUM_NAME}\\s(?<author>\\p{Script=Han}{2,4})$`, 'u');
const NAME_LENGTH = 30;
const BELOW_TITLE = new Set(['span', 'small', 'time', 'em', 'i']);

/** Reads what stands beside a page's title; without a title nothing does. */
export function readByline($: CheerioAPI, heading: Element | undefined): Byline {
  if (!heading) return { behind: [], before: [] };
  const nodes = bodyTexts($);
  const inside = titleNodes(heading);
  const first = nodes.findIndex((node) => inside.has(node));
  const behind = untilProse(nodes.slice(first).filter((node) => !inside.has(node)).slice(0, BEHIND).map(lineOf));
  const before = nodes.slice(Math.max(0, first - BEFORE), first).map(lineOf).filter(({ text }) => text.length < PROSE);
  const all = joined([...behind, ...before]);
  const labelled = SOURCE.exec(all)?.[1];
  // 来源：南岭社 丁守田
  const both = MEDIUM_AND_AUTHOR.exec(labelled ?? '')?.groups;
  return {
    behind,
    before,
    source: both?.name ?? labelled ?? named(behind, SOURCE_NAME) ?? mediumIn(joined(behind)),
    author: AUTHOR.exec(all)?.[1] ?? named(behind, AUTHOR_NAME)?.replace(BY, '') ?? both?.author,
    editor: EDITOR.exec(all)?.[1],
  };
}

/** The texts of a heading without what some pages put into it below the title: `<h1>title<br><span>time</span></h1>`. */
function titleNodes(heading: Element): ReadonlySet<AnyNode> {
  const below = new Set<AnyNode>(heading.children.filter((child) => isTag(child) && BELOW_TITLE.has(child.name)));
  const hasBreak = heading.children.some((child) => isTag(child) && child.name === 'br');
  const nodes = textNodes(heading);
  const title = nodes.filter(({ parent }) => parent !== null && !below.has(parent));
  return new Set<AnyNode>(hasBreak && title.length > 0 ? title : nodes);
}

/** Lines as one text. */
export const joined = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n');

function lineOf(node: Text): Line {
  const { parent } = node;
  return { text: oneLine(node.data), parent: parent && isTag(parent) ? parent : undefined };
}

function untilProse(lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex(({ text }) => text.length >= PROSE || /[。！？]/u.test(text));
  return end === -1 ? lines : lines.slice(0, end);
}

const mediumIn = (text: string): string | undefined => MEDIUMS.map((pattern) => pattern.exec(text)?.groups?.name).find((name) => name !== undefined);

/** Elements that only mark a name up. */
const INLINE_PARENTS = new Set(['a', 'span', 'b', 'strong', 'em', 'i']);

/** A short text without a label whose element says what it is. */
function named(lines: readonly Line[], pattern: RegExp): string | undefined {
  const names = (element: AnyNode | null | undefined): string => (element && isTag(element) ? `${element.attribs.class ?? ''} ${element.attribs.id ?? ''} ${element.attribs.rel ?? ''}` : '');
  const isNamed = ({ parent }: Line): boolean => pattern.test(names(parent)) || (parent !== undefined && INLINE_PARENTS.has(parent.name) && pattern.test(names(parent.parent)));
  const line = lines.find((shown) => isNamed(shown) && !BEFORE_NAME.test(shown.text) && shown.text.length <= NAME_LENGTH && !/[:：\d]/u.test(shown.text));
  return line?.text;
}
