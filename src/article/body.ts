import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { isTag } from 'domhandler';
import type { Block } from './clean/block.js';
import { readBlocks } from './clean/read-blocks.js';
import { editorLine, editorTail, isKnownSentence, isOriginalTitle } from './clean/sentences.js';
import type { SiteRule } from './rules/rule.js';

/** What is left of a body once everything that is not the article is gone. */
export interface Body {
  blocks: Block[];
  /** The editor named in a line of its own. */
  editor?: string | undefined;
}

/**
 * The blocks of the article inside `element`: first what the rule names goes, by structure; then whole paragraphs that
 * are known not to be the article, by their exact words.
 */
export function readBody($: CheerioAPI, element: Element, rule: SiteRule | undefined, page: { url: string; title: string }): Body {
  for (const selector of rule?.remove ?? []) $(selector, element).remove();
  const automatic = new Set<Element>(rule?.automaticLinks ? $(rule.automaticLinks, element).get().filter(isTag) : []);
  const blocks = readBlocks(element, { url: page.url, isAutomaticLink: (link) => automatic.has(link) });
  return withoutForeignLines(blocks, page.title);
}

function withoutForeignLines(all: readonly Block[], title: string): Body {
  let editor: string | undefined;
  const blocks = all.filter((block, index) => {
    if (block.tag !== 'p' && block.tag !== 'blockquote') return true;
    const named = editorLine(block.text);
    editor ??= named;
    const isTop = index < 2 && (isOriginalTitle(block.text) || squeeze(block.text) === squeeze(title));
    return named === undefined && !isTop && !isKnownSentence(block.text);
  });
  const tail = editorTail(blocks.at(-1)?.text ?? '');
  return { blocks: withoutDoubledCaptions(withoutTail(blocks, tail?.length ?? 0)), editor: editor ?? tail?.name };
}

/** The last paragraph without its last characters, where they are plain text. */
function withoutTail(blocks: readonly Block[], length: number): Block[] {
  return blocks.map((block, index) => {
    const isPlain = block.tag === 'p' && block.html.endsWith(block.text.slice(-length));
    if (index < blocks.length - 1 || length === 0 || !isPlain) return block;
    return { ...block, html: block.html.slice(0, -length), text: block.text.slice(0, -length) };
  });
}

/** A table's title often stands twice: as a paragraph above it and as its caption. */
function withoutDoubledCaptions(blocks: readonly Block[]): Block[] {
  return blocks.filter((block, index) => {
    const next = blocks[index + 1];
    const caption = next?.tag === 'table' && next.html.startsWith('<caption>') ? (next.text.split('\n')[0] ?? '') : '';
    return caption === '' || squeeze(block.text) !== squeeze(caption);
  });
}

const squeeze = (text: string): string => text.replace(/[\s\u3000]+/gu, '');
