import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, parse, parseDocument, stringify, type Document, type YAMLSeq } from 'yaml';
import { isRecord } from '../feeds/text.js';

/** A feed to be noted. */
export interface NewFeed {
  feed: string;
  name?: string | undefined;
  groups: readonly string[];
}

/** The value of a file, whatever else it holds. */
type FileValue = Readonly<Record<string, unknown>> & { feeds: readonly unknown[] };

/**
 * The text of a configuration with further feeds at the end of its `feeds`. All else stays byte for byte where the file
 * is laid out as most are (a block list); else it keeps its comments and order, as `yaml` writes them.
 * @param text right as a configuration; empty for a new one
 * @returns undefined if the text cannot be changed so and mean the same otherwise, as where an alias leads to a part
 */
export function withFeeds(text: string, feeds: readonly NewFeed[]): string | undefined {
  const entries = feeds.map(entryOf);
  const old = valueOf(text);
  return old && firstThatSays({ ...old, feeds: [...old.feeds, ...entries] }, [() => linesAdded(text, entries), () => rewritten(text, (document) => addTo(document, entries))]);
}

/** The same without the feed at an index of its `feeds`. */
export function withoutFeed(text: string, index: number): string | undefined {
  const old = valueOf(text);
  return old && firstThatSays({ ...old, feeds: old.feeds.toSpliced(index, 1) }, [() => linesRemoved(text, index), () => rewritten(text, (document) => document.deleteIn(['feeds', index]))]);
}

function entryOf({ feed, name, groups: [group, ...others] }: NewFeed): unknown {
  if (name === undefined && group === undefined) return feed;
  const groups = group === undefined ? {} : others.length === 0 ? { group } : { groups: [group, ...others] };
  return { feed, ...(name !== undefined && { name }), ...groups };
}

function firstThatSays(wanted: FileValue, ways: readonly (() => string | undefined)[]): string | undefined {
  for (const way of ways) {
    const text = way();
    if (text !== undefined && isDeepStrictEqual(valueOf(text), wanted)) return text;
  }
  return undefined;
}

function valueOf(text: string): FileValue | undefined {
  try {
    const parsed: unknown = parse(text, { logLevel: 'error' });
    const value = isRecord(parsed) ? parsed : {};
    return { ...value, feeds: Array.isArray(value.feeds) ? value.feeds : [] };
  } catch {
    // Of what a change has left an alias without its anchor.
    return undefined;
  }
}

function linesAdded(text: string, entries: readonly unknown[]): string | undefined {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const { contents } = parseDocument(text);
  const pair = isMap(contents) ? contents.items.find(({ key }) => isScalar(key) && key.value === 'feeds') : undefined;
  const list = pair?.value;
  if (pair && isSeq(list) && list.items.length > 0) return insertAt(text, lineEnd(text, endOf(list.items.at(-1))), linesOf(entries, columnOf(text, list), end), end);
  if (pair) return insertAt(text, lineEnd(text, endOf(pair.key)), linesOf(entries, '  ', end), end);
  return insertAt(text, text.length, `feeds:${end}${linesOf(entries, '  ', end)}`, end);
}

const linesOf = (entries: readonly unknown[], indent: string, end: string): string =>
  stringify(entries, { lineWidth: 0 }).trimEnd().split('\n').map((line) => indent + line + end).join('');

const insertAt = (text: string, at: number, lines: string, end: string): string =>
  (at > 0 && text[at - 1] !== '\n' ? text.slice(0, at) + end : text.slice(0, at)) + lines + text.slice(at);

/** What stands before the first entry on its line, but for the dash. */
function columnOf(text: string, list: YAMLSeq): string {
  const start = list.range?.[0] ?? 0;
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
}

function linesRemoved(text: string, index: number): string | undefined {
  const list = parseDocument(text).get('feeds');
  const range = isSeq(list) ? rangeOf(list.items[index]) : undefined;
  if (!range) return undefined;
  const [start, end] = range;
  return text.slice(0, text.lastIndexOf('\n', start - 1) + 1) + text.slice(lineEnd(text, end));
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) ? [Number(range[0]), Number(range[1])] : undefined;
}

const endOf = (node: unknown): number => rangeOf(node)?.[1] ?? 0;

/** The offset behind the line in which something ends. */
function lineEnd(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function rewritten(text: string, change: (document: Document) => void): string | undefined {
  const document = parseDocument(text);
  try {
    change(document);
    return document.toString({ lineWidth: 0, flowCollectionPadding: false });
  } catch {
    // What the library cannot write is no configuration that this program changes.
    return undefined;
  }
}

function addTo(document: Document, entries: readonly unknown[]): void {
  if (!isSeq(document.get('feeds'))) document.set('feeds', document.createNode([]));
  for (const entry of entries) document.addIn(['feeds'], document.createNode(entry));
}
