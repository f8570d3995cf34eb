import type { Block } from '../clean/block.js';
import type { Trace } from '../trace.js';
import { editorIn, furnitureOf, isInserted, isLabelled, type Furniture } from './furniture.js';

/** The page around a body. */
export interface Around {
  siteNames: readonly string[];
  source: string | undefined;
  trace?: Trace | undefined;
}

/** The blocks of an article without what the page puts before and behind it. */
export interface Trimmed {
  blocks: Block[];
  editor?: string | undefined;
}

/** A paragraph with one of these is a sentence of the article. */
const SENTENCE = /[。！？；]|[.!?](?:\s|$)/u;
/** Texts without a sentence up to this long, behind something of the page, belong to the page as well. */
const LABEL_LENGTH = 15;
/** Lines above the text that tell when and by whom it was published. */
const TOP_LENGTH = 80;
const TOP_LINES = 6;
const DAY = /\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}/u;
/** A day that is the whole of a line, or its time stands behind it: other lines with a day in them are the article's. */
const DATED = new RegExp(`^(?:(?:发布|发表)?(?:时间|日期)\\s?[：:]\\s?)?${DAY.source}\\s?日?(?:\\s|$)|\\d{1,2}\\s?[:：时]\\s?\\d{2}|来源|作者|编辑`, 'u');
/** It stands beside author and day, in the line of them. */
const READING_TIME = /\d{1,3}[- ]min(?:ute)?s? read(?![a-z])/u;
const TOP = /^(?:(?:来源|作者|编辑|责编|发布时间|发布日期|时间|日期|更新时间|浏览|阅读|点击|点击数|字号|字体|分享|当前位置|您的位置|您当前的位置|位置)\s?[：:]|首页\s?[>＞»/])/u;

/**
 * Takes off both ends of an article what its site adds: time and tools above, editors, rights and promotions below; and
 * from between its paragraphs the links to other articles.
 */
export function trimEdges(blocks: readonly Block[], around: Around): Trimmed {
  const top = topLines(blocks, around);
  const end = bottomStart(blocks, around);
  const isTaken = (block: Block, index: number): boolean => index >= end || top.has(block) || isInserted(block.text, isLinkOnly(block.html) || isLabelledLink(block.html));
  const taken = blocks.filter(isTaken);
  for (const block of taken) around.trace?.removed('sentence', kindOf(block, around) ?? '', block);
  return { blocks: blocks.filter((block, index) => !isTaken(block, index)), editor: taken.map(({ text }) => editorIn(text)).find((name) => name !== undefined) };
}

function topLines(blocks: readonly Block[], around: Around): ReadonlySet<Block> {
  const lines = new Set<Block>();
  for (const block of blocks.slice(0, TOP_LINES)) {
    if (block.tag === 'figure' || block.tag === 'hr') continue;
    if (isTopLine(block, around)) lines.add(block);
    // The author's line may stand behind a subtitle.
    else if (!/^h[2-4]$/.test(block.tag)) break;
  }
  return lines;
}

function isTopLine(block: Block, around: Around): boolean {
  const { text } = block;
  const { source } = around;
  const kind = kindOf(block, around);
  if (text.length > TOP_LENGTH || (/[。！？]/u.test(text) && kind !== 'related')) return false;
  if (kind !== undefined && kind !== 'source' && kind !== 'rights') return true;
  if (READING_TIME.test(text)) return true;
  if (DAY.test(text)) return !/[，,]/u.test(text) && DATED.test(text);
  return TOP.test(text) && (!text.startsWith('来源') || (source !== undefined && text.includes(source)));
}

/** Where what the page adds begins: before the first thing of the page behind the last sentence. */
function bottomStart(blocks: readonly Block[], around: Around): number {
  let start = blocks.length;
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index];
    if (!block) break;
    if (kindOf(block, around) !== undefined) start = index;
    else if (!isNeutral(block)) break;
  }
  return start;
}

/** What may stand among the page's additions without telling whether it is one. */
function isNeutral({ tag, html, text }: Block): boolean {
  if (tag === 'hr' || (tag === 'figure' && text === '')) return true;
  if (isLinkOnly(html)) return true;
  return text.length <= LABEL_LENGTH && !SENTENCE.test(text) && !/[（(）)]/u.test(text);
}

/** What a block is, if it belongs to the page; links that lead elsewhere count as well. */
function kindOf({ text, html }: Block, { siteNames }: Around): Furniture | undefined {
  const isAway = isLinkOnly(html) ? /(?:>>|＞＞|»)\s*$/u.test(text) : isLabelledLink(html);
  return isAway ? 'related' : furnitureOf(text, siteNames);
}

const unlinked = (html: string): string => html.replace(/<a href="[^"]*">.*?<\/a>|<[^<>]*>/gsu, '').trim();
const isLabelledLink = (html: string): boolean => html.includes('<a ') && isLabelled(unlinked(html));
const isLinkOnly = (html: string): boolean => html.includes('<a ') && unlinked(html) === '';
