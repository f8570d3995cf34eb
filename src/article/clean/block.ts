import type { Element } from 'domhandler';

/** One block of an article; `html` is what stands inside its tag. */
export interface Block {
  tag: string;
  html: string;
  /** What a reader sees of it, captions included. */
  text: string;
  /** The number of a list's first item, where it is not 1. */
  start?: number;
  /** The element that the block was read from, where it is one. */
  origin?: Element;
}

/** The blocks as HTML, one a line. */
export function renderBlocks(blocks: readonly Block[]): string {
  return blocks.map(renderBlock).join('\n');
}

/** A block as HTML. */
export function renderBlock({ tag, html, start }: Block): string {
  if (tag === 'hr') return '<hr>';
  return `<${tag}${start === undefined ? '' : ` start="${start}"`}>${html}</${tag}>`;
}
