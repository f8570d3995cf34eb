import { isText, type Element } from 'domhandler';
import type { Block } from './block.js';

/** `1`, `[1]`, `*`: what stands at a word to which there is a note. */
const MARK = /^\s{0,3}[[(（]?\s?(?:\d{1,3}|[*†‡]{1,3})\s?[\])）]?\s{0,3}$/u;
/** An arrow from a note back to its word. */
const BACK = /^\s{0,3}[↩⤴↑^]{1,2}\ufe0e?\s{0,3}$/u;
/** To a place on the same page. */
const HERE = /^#[^\s#]/;
const LONGEST = 12;

/** What a link within a page is to a note: the mark at a word or before the note, or the way back. */
export function noteLink({ attribs, children }: Element): 'mark' | 'back' | undefined {
  if (!HERE.test(attribs.href ?? '')) return undefined;
  const text = textOf(children);
  if (text.length > LONGEST) return undefined;
  return MARK.test(text) ? 'mark' : BACK.test(text) ? 'back' : undefined;
}

/** Beyond the longest one it does not matter what stands there. */
function textOf(children: Element['children']): string {
  return children.slice(0, LONGEST).map((child) => (isText(child) ? child.data : 'children' in child ? textOf(child.children) : '')).join('').slice(0, LONGEST + 1);
}

const NUMBER_ALONE = /^(?:<a href="[^"]*">)?<sup>[^<]*<\/sup>(?:<\/a>)?$/;

/** Puts the number of a note, where it is a block of its own, to the beginning of the note. */
export function joinNoteNumbers(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const isNote = block.tag === 'p' && last?.tag === 'p' && NUMBER_ALONE.test(last.html);
    if (isNote) joined.splice(-1, 1, { ...block, html: `${last.html} ${block.html}`, text: `${last.text} ${block.text}` });
    else joined.push(block);
  }
  return joined;
}
