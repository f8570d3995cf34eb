import type { CheerioAPI } from 'cheerio';
import { hasChildren, isComment, isTag, type AnyNode, type Element, type ParentNode } from 'domhandler';
import { elementsOf } from '../select.js';
import type { Trace } from '../trace.js';
import { trimText } from './inline.js';

/**
 * Takes out what stands in a body behind the last comment that begins with `start`. Where that is the larger part of the
 * body, the comment marks something else.
 */
export function removeAfter($: CheerioAPI, body: Element, start: string, trace: Trace | undefined): void {
  const end = lastComment(body, start);
  if (!end) return;
  const behind = $(nodesBehind(end, body));
  const text = trimText(behind.text());
  if (text.length > trimText($(body).text()).length / 2) return;
  if (text !== '' || behind.get().some((node) => isTag(node) && (node.name === 'img' || elementsOf($, 'img', node).length > 0))) trace?.removed('rule', start, { tag: 'div', html: '', text });
  behind.remove();
}

function nodesBehind(end: AnyNode, body: Element): AnyNode[] {
  const behind: AnyNode[] = [];
  for (let node: AnyNode | null = end; node && node !== body; node = node.parent) {
    for (let { next } = node; next; ({ next } = next)) behind.push(next);
  }
  return behind;
}

function lastComment(parent: ParentNode, start: string): AnyNode | undefined {
  for (const node of parent.children.toReversed()) {
    const isEnd = isComment(node) && node.data.trimStart().startsWith(start);
    const found = isEnd ? node : hasChildren(node) ? lastComment(node, start) : undefined;
    if (found) return found;
  }
  return undefined;
}
