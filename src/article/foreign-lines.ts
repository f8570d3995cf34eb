import type { Block } from './clean/block.js';
import { disclaimerTail, knownSentence } from './clean/boilerplate.js';
import { editorLine, editorTail, isAllLinks, isEditorCode, isOriginalTitle, isRelatedHeading, isTopicLine } from './clean/sentences.js';
import { escapeHtml } from '../html.js';
import { editorIn } from './generic/furniture.js';
import type { Removal } from './explanation.js';
import type { Trace } from './trace.js';

/** More links in a row are the article. */
const MOST_RELATED = 20;

/** What is left of a body once everything that is not the article is gone. */
export interface Body {
  blocks: Block[];
  /** The editor named in a line of its own. */
  editor?: string | undefined;
}

/** The blocks of a body without those that by their words are known not to be the article. */
export function withoutForeignLines(all: readonly Block[], title: string, trace: Trace | undefined): Body {
  let editor: string | undefined;
  const blocks = all.filter((block, index) => {
    const foreign = block.tag === 'p' || block.tag === 'blockquote' ? foreignLine(block, index, title) : undefined;
    if (foreign) trace?.removed(...foreign, block);
    if (foreign?.[0] === 'editor') editor ??= foreign[1];
    return !foreign;
  });
  const undisclaimed = withoutCode(withoutRelated(blocks, trace), trace).map((block) => withoutDisclaimer(block, trace));
  const { blocks: unsigned, editor: signed } = withoutSignature(undisclaimed, trace);
  return { blocks: withoutDoubledCaptions(unsigned, trace), editor: editor ?? signed };
}

/** Without the editor's name at the very end: there it needs no more than its shortest form. */
function withoutSignature(blocks: readonly Block[], trace: Trace | undefined): Body {
  const last = blocks.at(-1);
  const name = last?.tag === 'p' ? editorIn(last.text) : undefined;
  const note = editorTail(last?.text ?? '');
  if (!last || (name === undefined && !note)) return { blocks: [...blocks] };
  if (note && name === undefined) return { blocks: [...blocks.slice(0, -1), withoutTail(last, note.length, ['editor', note.name], trace)], editor: note.name };
  trace?.removed('editor', name ?? '', last);
  return { blocks: blocks.slice(0, -1), editor: name };
}

/** Why a paragraph is none of the article's, and what in it says so: for an editor line, the name. */
function foreignLine(block: Block, index: number, title: string): [why: Removal, detail: string] | undefined {
  const { text } = block;
  const editor = editorLine(text);
  if (editor !== undefined) return ['editor', editor];
  if (index < 2 && isOriginalTitle(text)) return ['original_title', ''];
  if (index < 2 && squeeze(text) === squeeze(title)) return ['repeated_title', ''];
  const sentence = knownSentence(text) ?? (isTopicLine(block) ? '专题：' : undefined);
  return sentence === undefined ? undefined : ['sentence', sentence];
}

/** Without the headings behind which nothing but links to other articles follows, and without those. */
function withoutRelated(blocks: readonly Block[], trace: Trace | undefined): Block[] {
  const related = new Set<Block>();
  blocks.forEach((block, index) => {
    const behind = blocks.slice(index + 1, index + 1 + MOST_RELATED);
    const end = isRelatedHeading(block) ? behind.findIndex((line) => !isAllLinks(line)) : 0;
    const links = end === -1 ? behind : behind.slice(0, end);
    if (links.length > 0) for (const line of [block, ...links]) related.add(line);
  });
  for (const block of related) trace?.removed('link_list', '', block);
  return blocks.filter((block) => !related.has(block));
}

function withoutCode(blocks: readonly Block[], trace: Trace | undefined): readonly Block[] {
  const last = blocks.at(-1);
  if (last?.tag !== 'p' || !isEditorCode(last.text)) return blocks;
  trace?.removed('editor', last.text, last);
  return blocks.slice(0, -1);
}

function withoutDisclaimer(block: Block, trace: Trace | undefined): Block {
  const tail = block.tag === 'p' ? disclaimerTail(block.text) : undefined;
  return tail ? withoutTail(block, tail.length, ['sentence', tail.sentence], trace) : block;
}

/** A paragraph without the last `length` characters, where they are plain text. */
function withoutTail(block: Block, length: number, why: [Removal, string], trace: Trace | undefined): Block {
  const text = block.text.slice(-length);
  const html = escapeHtml(text);
  if (block.tag !== 'p' || !block.html.endsWith(html)) return block;
  trace?.removed(...why, { ...block, html, text });
  return { ...block, html: block.html.slice(0, -html.length).trimEnd(), text: block.text.slice(0, -length).trimEnd() };
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
