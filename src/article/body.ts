import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { isTag } from 'domhandler';
import { removeAfter } from './clean/after-end.js';
import type { Block } from './clean/block.js';
import { readBlocks } from './clean/read-blocks.js';
import { editorLine, editorTail, isOriginalTitle, knownSentence } from './clean/sentences.js';
import type { SiteRule } from './rules/rule.js';
import { elementName, takeOut, type Removal, type Trace } from './trace.js';

/** The page around a body. */
export interface Surroundings {
  url: string;
  title: string;
  trace?: Trace | undefined;
}

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
export function readBody($: CheerioAPI, element: Element, rule: SiteRule | undefined, { url, title, trace }: Surroundings): Body {
  trace?.found('body', rule?.body ?? '', elementName(element));
  if (rule?.endsAt !== undefined) removeAfter($, element, rule.endsAt, trace);
  for (const selector of rule?.remove ?? []) takeOut($(selector, element), 'rule', selector, trace);
  const automatic = new Set<Element>(rule?.automaticLinks ? $(rule.automaticLinks, element).get().filter(isTag) : []);
  const blocks = readBlocks(element, { url, trace, isAutomaticLink: (link) => automatic.has(link) });
  return withoutForeignLines(blocks, title, trace);
}

function withoutForeignLines(all: readonly Block[], title: string, trace: Trace | undefined): Body {
  let editor: string | undefined;
  const blocks = all.filter((block, index) => {
    const foreign = block.tag === 'p' || block.tag === 'blockquote' ? foreignLine(block.text, index, title) : undefined;
    if (foreign) trace?.removed(...foreign, block);
    if (foreign?.[0] === 'editor') editor ??= foreign[1];
    return !foreign;
  });
  const tail = editorTail(blocks.at(-1)?.text ?? '');
  return { blocks: withoutDoubledCaptions(withoutTail(blocks, tail, trace), trace), editor: editor ?? tail?.name };
}

/** Why a paragraph is none of the article's, and what in it says so: for an editor line, the name. */
function foreignLine(text: string, index: number, title: string): [why: Removal, detail: string] | undefined {
  const editor = editorLine(text);
  if (editor !== undefined) return ['editor', editor];
  if (index < 2 && isOriginalTitle(text)) return ['original_title', ''];
  if (index < 2 && squeeze(text) === squeeze(title)) return ['repeated_title', ''];
  const sentence = knownSentence(text);
  return sentence === undefined ? undefined : ['sentence', sentence];
}

/** The blocks without the editor's note at the end of the last paragraph, where it is plain text. */
function withoutTail(blocks: readonly Block[], tail: { name: string; length: number } | undefined, trace: Trace | undefined): Block[] {
  const last = blocks.at(-1);
  const note = tail ? last?.text.slice(-tail.length) : undefined;
  if (!tail || !last || note === undefined || last.tag !== 'p' || !last.html.endsWith(note)) return [...blocks];
  trace?.removed('editor', tail.name, { ...last, html: note, text: note });
  return [...blocks.slice(0, -1), { ...last, html: last.html.slice(0, -tail.length), text: last.text.slice(0, -tail.length) }];
}

/** A table's title often stands twice: as a paragraph above it and as its caption. */
function withoutDoubledCaptions(blocks: readonly Block[], trace: Trace | undefined): Block[] {
  return blocks.filter((block, index) => {
    const next = blocks[index + 1];
    const caption = next?.tag === 'table' && next.html.startsWith('<caption>') ? (next.text.split('\n')[0] ?? '') : '';
    const isDouble = caption !== '' && squeeze(block.text) === squeeze(caption);
    if (isDouble) trace?.removed('repeated_caption', '', block);
    return !isDouble;
  });
}

const squeeze = (text: string): string => text.replace(/[\s\u3000]+/gu, '');
