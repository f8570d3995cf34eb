/** Elements without an end tag. */
const VOID = new Set(['area', 'base', 'basefont', 'bgsound', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'keygen', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
/** Elements whose content is text, up to their own end tag; `noscript` is among them because scripts count as enabled. */
const TEXT_ONLY: ReadonlySet<string> = new Set(['script', 'style', 'title', 'textarea', 'noscript', 'iframe', 'xmp', 'noembed', 'noframes']);
/** A parser opens these again in every following block until they end. */
export const FORMATTING: ReadonlySet<string> = new Set(['a', 'b', 'big', 'code', 'em', 'font', 'i', 'nobr', 's', 'small', 'strike', 'strong', 'tt', 'u']);
/** Elements that change how a parser reads all that follows. */
const CHANGING: ReadonlySet<string> = new Set(['svg', 'math', 'template', 'plaintext', 'frameset']);
/** Elements in which a paragraph around them stays open. */
export const INLINE: ReadonlySet<string> = new Set([...FORMATTING, 'abbr', 'bdi', 'bdo', 'br', 'cite', 'del', 'embed', 'iframe', 'img', 'input', 'ins', 'kbd', 'label', 'noscript', 'q', 'samp', 'script', 'span', 'style', 'sub', 'sup', 'time', 'var', 'wbr']);

/** What a reader of tags has to know of an element by its name. */
export interface Kind {
  /** Lower case. */
  name: string;
  /** It holds no other elements. */
  isLeaf: boolean;
  isTextOnly: boolean;
  isChanging: boolean;
}

const kindNamed = (name: string): Kind => ({ name, isLeaf: VOID.has(name) || TEXT_ONLY.has(name), isTextOnly: TEXT_ONLY.has(name), isChanging: CHANGING.has(name) });

/** The names that fill pages, and all that are more than a name: one look tells what five would. */
const KINDS: ReadonlyMap<string, Kind> = new Map(['div', 'p', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'tbody', 'thead', 'tr', 'td', 'th', 'form', 'html', 'head', 'body', 'section', 'article', 'header', 'footer', 'nav', 'aside', 'blockquote', 'center', 'figure', 'button', 'select', 'option', ...VOID, ...TEXT_ONLY, ...CHANGING, ...INLINE].map((name) => [name, kindNamed(name)]));

/** @param name as it stands in the source */
export function kindOf(name: string): Kind {
  const lower = KINDS.get(name) ?? name.toLowerCase();
  return typeof lower === 'string' ? (KINDS.get(lower) ?? kindNamed(lower)) : lower;
}
