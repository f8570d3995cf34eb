/** Elements without an end tag. */
const VOID = new Set(['area', 'base', 'basefont', 'bgsound', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'keygen', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
/** Elements whose content is text, up to their own end tag; `noscript` is among them because scripts count as enabled. */
export const TEXT_ONLY: ReadonlySet<string> = new Set(['script', 'style', 'title', 'textarea', 'noscript', 'iframe', 'xmp', 'noembed', 'noframes']);
/** A parser opens these again in every following block until they end. */
export const FORMATTING: ReadonlySet<string> = new Set(['a', 'b', 'big', 'code', 'em', 'font', 'i', 'nobr', 's', 'small', 'strike', 'strong', 'tt', 'u']);
/** Elements that change how a parser reads all that follows. */
export const CHANGING: ReadonlySet<string> = new Set(['svg', 'math', 'template', 'plaintext', 'frameset']);
/** Elements in which a paragraph around them stays open. */
export const INLINE: ReadonlySet<string> = new Set([...FORMATTING, 'abbr', 'bdi', 'bdo', 'br', 'cite', 'del', 'embed', 'iframe', 'img', 'input', 'ins', 'kbd', 'label', 'noscript', 'q', 'samp', 'script', 'span', 'style', 'sub', 'sup', 'time', 'var', 'wbr']);

/** True for elements that hold no others. */
export const isLeaf = (name: string): boolean => VOID.has(name) || TEXT_ONLY.has(name);
