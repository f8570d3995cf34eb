import type { CheerioAPI } from 'cheerio';
import { isTag, isText, type AnyNode, type ChildNode, type Element } from 'domhandler';

const SENTENCE_END = /[。！？；：…”』」）)!?]\s*$/u;
const BLOCKS = new Set(['p', 'div', 'table', 'ul', 'ol', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'center', 'hr', 'section', 'figure']);

/**
 * Joins the halves of a sentence in whose middle a block stands that is about to go. HTML ends the paragraph in front of
 * such a block, and leaves the second half bare behind it.
 */
export function mendSentence($: CheerioAPI, block: Element): void {
  const before = skipSpace(block, 'prev');
  const after = skipSpace(block, 'next');
  if (!before || !isTag(before) || before.name !== 'p' || !after || isBlock(after)) return;
  const firstHalf = $(before).text().trim();
  const isCut = firstHalf !== '' && !SENTENCE_END.test(firstHalf) && !/^\s*[\u3000]/u.test($(after).text());
  if (isCut) $(before).append($(inlineFrom(after)));
}

function inlineFrom(first: ChildNode): AnyNode[] {
  const nodes: AnyNode[] = [];
  for (let node: ChildNode | null = first; node && !isBlock(node); node = node.next) nodes.push(node);
  return nodes;
}

function skipSpace(node: ChildNode, way: 'prev' | 'next'): ChildNode | null {
  let neighbour = node[way];
  while (neighbour && !isTag(neighbour) && !(isText(neighbour) && neighbour.data.trim() !== '')) neighbour = neighbour[way];
  return neighbour;
}

const isBlock = (node: AnyNode): boolean => isTag(node) && BLOCKS.has(node.name);
