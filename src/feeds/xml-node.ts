import { isRecord, textOf } from './text.js';

/**
 * In front of the name of every element but a feed's skeleton. rss-parser then finds the items and leaves their
 * elements alone: left to itself it reads dates in the machine's zone, rejects a whole Atom feed for one odd date or
 * link, and takes quadratic time to make snippets of hostile HTML.
 */
const PREFIX = 'raw:';
const SKELETON: ReadonlySet<string> = new Set(['rss', 'rdf:RDF', 'channel', 'item', 'feed', 'entry']);

/** Names that have been asked for: to join one anew for each element takes longer than to look it up. */
const known = new Map<string, string>(Array.from(SKELETON, (name) => [name, name]));
/** Feeds have some dozens; a hostile one may have any number. */
const MOST_KNOWN = 500;

/** The name under which the element `name` is kept. */
export function keptName(name: string): string {
  const kept = known.get(name) ?? PREFIX + name;
  if (known.size < MOST_KNOWN) known.set(name, kept);
  return kept;
}

/** True for an element that rss-parser itself reads. */
export const isSkeleton = (name: string): boolean => SKELETON.has(name);

/** The children of that name. */
export function children(parent: unknown, name: string): readonly unknown[] {
  const found = isRecord(parent) ? parent[keptName(name)] : undefined;
  if (Array.isArray(found)) return found;
  return found === undefined ? [] : [found];
}

/** The node's own text, trimmed. */
export function nodeText(node: unknown): string {
  return textOf(isRecord(node) ? node._ : node).trim();
}

/** The text of the first child that has any, over the given names in their order. */
export function childText(parent: unknown, ...names: string[]): string {
  for (const name of names) {
    const text = children(parent, name).map(nodeText).find((found) => found !== '');
    if (text !== undefined) return text;
  }
  return '';
}

export function attribute(node: unknown, name: string): string {
  return isRecord(node) && isRecord(node.$) ? textOf(node.$[name]).trim() : '';
}

/** True if the node holds text alone: of mixed content only the pieces of text are known, not their order. */
export function isTextOnly(node: unknown): boolean {
  return !isRecord(node) || Object.keys(node).every((key) => key === '_' || key === '$');
}
