import { FORMATTING, INLINE } from './elements.js';
import { Uncertain, type Tag, type TagReader } from './tags.js';

/** Deeper than any article; parsers slow down with the square of it. */
const DEEPEST = 500;

/** Elements that mean something else, or nothing, depending on what stands around the piece. */
const BOUND = new Set(['html', 'head', 'body', 'form', 'select', 'option', 'optgroup', 'button', 'frame', 'image', 'isindex']);
/** What an element must stand in, inside of the piece; elsewhere it could end an element outside. */
const PARENTS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['li', ['ul', 'ol', 'menu', 'dir']],
  ['dt', ['dl']],
  ['dd', ['dl']],
  ['caption', ['table']],
  ['colgroup', ['table']],
  ['col', ['table', 'colgroup']],
  ['tbody', ['table']],
  ['thead', ['table']],
  ['tfoot', ['table']],
  ['tr', ['table', 'tbody', 'thead', 'tfoot']],
  ['td', ['tr']],
  ['th', ['tr']],
]);

/** An element's end in the source. */
export interface Border {
  /** Behind its end tag. */
  end: number;
  /** True if the tags alone tell the tree, so that no rule of the HTML parser moves, closes or adds anything. */
  isPlain: boolean;
}

/**
 * Where the element of a start tag ends, if every element in it ends before the one around it does: then whatever
 * stands around the element, a parser reads it alike.
 * @throws Uncertain where it does not
 */
export function borderOf({ kind: { name, isLeaf }, contentEnd }: Tag, reader: TagReader): Border {
  if (isLeaf) return { end: contentEnd, isPlain: !SPECIAL.has(name) };
  if (BOUND.has(name) || PARENTS.has(name)) throw new Uncertain(`bare ${name}`);
  const mayHoldBlocks = !INLINE.has(name) && name !== 'p';
  const open = [name];
  let isPlain = !SPECIAL.has(name);
  for (let inner = reader.next(); inner; inner = reader.next()) {
    const { kind } = inner;
    if (inner.isEnd) {
      // An end without a start, of a kind that is open nowhere around: parsers pass over it.
      if (FORMATTING.has(kind.name) && !open.includes(kind.name)) continue;
      if (open.pop() !== kind.name) throw new Uncertain(`</${kind.name}> out of place`);
      if (open.length === 0) return { end: inner.end, isPlain };
    } else {
      checkPlace(kind.name, open, mayHoldBlocks);
      isPlain &&= isPlainIn(kind.name, open);
      if (!kind.isLeaf) open.push(kind.name);
      if (open.length > DEEPEST) throw new Uncertain('deep nesting');
    }
  }
  throw new Uncertain(`open ${name}`);
}

/** Elements whose content the parser rearranges or reads in its own way. */
const SPECIAL = new Set(['table', 'pre', 'listing', 'nobr', 'dir', 'menu', 'marquee', 'object', 'applet', 'ruby', 'rt', 'rp', 'rb', 'rtc', 'title', 'textarea', 'noscript', 'iframe', 'xmp', 'noembed', 'noframes']);
const HEADING = /^h[1-6]$/;

/** A block ends a paragraph around it, a link another link, a heading another heading. */
function isPlainIn(name: string, open: readonly string[]): boolean {
  if (SPECIAL.has(name) || (name === 'a' && open.includes('a'))) return false;
  return INLINE.has(name) || !(open.includes('p') || (HEADING.test(name) && open.some((outer) => HEADING.test(outer))));
}

function checkPlace(name: string, open: readonly string[], mayHoldBlocks: boolean): void {
  const parents = PARENTS.get(name);
  const isOut = parents !== undefined && !parents.includes(open.at(-1) ?? '');
  if (isOut || BOUND.has(name) || (!mayHoldBlocks && !INLINE.has(name))) throw new Uncertain(`<${name}> out of place`);
}
