import type { CheerioAPI } from 'cheerio';
import { hasChildren, isTag, isText, type AnyNode, type ChildNode, type Element } from 'domhandler';

const SENTENCE_END = /[。！？；：…”』」）)!?]\s*$/u;
const BLOCKS = new Set(['p', 'div', 'table', 'ul', 'ol', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'center', 'hr', 'section', 'figure']);

/** Nodes that are looked at around a block; a sentence has no more. */
const NEAR = 200;

/**
 * Joins the halves of a sentence in whose middle a block stands that is about to go. HTML ends the paragraph in front of
 * such a block, and leaves the second half bare behind it.
 * @param going all the blocks that are about to go
 */
export function mendSentence($: CheerioAPI, block: Element, going: ReadonlySet<AnyNode>): void {
  const before = neighbour(block, 'prev', going);
  const after = neighbour(block, 'next', going);
  if (!before || !isTag(before) || before.name !== 'p' || !after || isBlock(after)) return;
  const firstHalf = endOf(before);
  const isCut = firstHalf !== '' && !SENTENCE_END.test(firstHalf) && !/^\s*\u3000/u.test($(after).text());
  const secondHalf = isCut ? inlineFrom(after) : [];
  if (secondHalf.length < NEAR) $(before).append($(secondHalf));
}

function inlineFrom(first: ChildNode): AnyNode[] {
  const nodes: AnyNode[] = [];
  for (let node: ChildNode | null = first; node && !isBlock(node) && nodes.length < NEAR; node = node.next) nodes.push(node);
  return nodes;
}

/** The nearest node with anything in it that stays. */
function neighbour(block: ChildNode, way: 'prev' | 'next', going: ReadonlySet<AnyNode>): ChildNode | null {
  let node = block[way];
  for (let steps = 0; node && steps < NEAR && (going.has(node) || !(isTag(node) || (isText(node) && node.data.trim() !== ''))); steps += 1) node = node[way];
  return node;
}

/** The last text in an element, white space aside; empty if there is none near its end. */
function endOf(element: Element): string {
  let node: AnyNode | null = element.lastChild;
  for (let steps = 0; node && steps < NEAR; steps += 1) {
    if (isText(node) && node.data.trim() !== '') return node.data.trimEnd();
    const inner: AnyNode | null = hasChildren(node) ? node.lastChild : null;
    node = inner ?? previous(node, element);
  }
  return '';
}

/** The node in front of one and of all that end with it. */
function previous(node: AnyNode, within: Element): AnyNode | null {
  let outer: AnyNode | null = node;
  while (outer && outer !== within && !outer.prev) outer = outer.parent;
  return outer === within ? null : (outer?.prev ?? null);
}

const isBlock = (node: AnyNode): boolean => isTag(node) && BLOCKS.has(node.name);
