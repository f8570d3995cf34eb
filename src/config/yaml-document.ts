import { LineCounter, isAlias, isMap, isNode, isScalar, isSeq, parseDocument, visit, type Document, type Node, type Scalar } from 'yaml';
import type { ConfigMistake } from '../error-params.js';
import { messages } from '../messages/messages.js';
import { modernize } from './earlier.js';

/** Where something stands in a file, both from 1. */
export interface Position {
  line: number;
  column: number;
}

/** A YAML document with the positions of what stands in it. */
export interface ConfigDocument {
  /** Null for a file without content. */
  value: unknown;
  /** Where the value at a path stands, or the nearest thing around it that is there. */
  whereIs: (path: readonly PropertyKey[]) => Position;
  /** Where the keys of the map at a path stand. */
  whereAreKeys: (path: readonly PropertyKey[]) => ReadonlyMap<string, Position>;
  /** What a person should change because an earlier version of the file had it so. */
  changes: readonly ConfigMistake[];
}

/** More are a bomb: a few anchors that repeat each other unfold to any size. */
const MAX_ALIASES = 100;

/** Reads a YAML document, or says what is wrong with it. */
export function readYamlDocument(text: string): ConfigDocument | ConfigMistake[] {
  const lines = new LineCounter();
  // The library compares each key with every other one of its map, which takes minutes on a hostile file.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
  const at = (offset: number | undefined): Position => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems = [...document.errors, ...document.warnings].map(({ message, pos }) => ({ ...at(pos[0]), text: messages.config.notYaml(message) }));
  if (problems.length > 0) return problems;
  const changes = modernize(document).map(({ offset, text: sentence }) => ({ ...at(offset), text: sentence }));
  const keyMistakes = wrongKeys(document).map(({ offset, text: sentence }) => ({ ...at(offset), text: sentence }));
  if (keyMistakes.length > 0) return keyMistakes;
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return {
      value,
      changes,
      whereIs: (path) => at(offsetOf(nodesOn(document, path).at(-1))),
      whereAreKeys: (path) => new Map(keysOf(nodesOn(document, path).at(-1)).map((key) => [String(key.value), at(offsetOf(key))])),
    };
  } catch (error) {
    return [{ ...at(0), text: messages.config.notYaml(error instanceof Error ? error.message : String(error)) }];
  }
}

/** Keys that are no text, or stand twice in one map. */
function wrongKeys(document: Document): { offset: number | undefined; text: string }[] {
  const wrong: { offset: number | undefined; text: string }[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<string>();
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : undefined;
        if (name === undefined) wrong.push({ offset: offsetOf(key), text: messages.config.keyNoText });
        else if (seen.has(name)) wrong.push({ offset: offsetOf(key), text: messages.config.keyTwice(name) });
        if (name !== undefined) seen.add(name);
      }
    },
  });
  return wrong;
}

/** The nodes from the root along a path, as far as it leads. */
function nodesOn(document: Document, path: readonly PropertyKey[]): Node[] {
  const nodes: Node[] = [];
  let node: unknown = document.contents;
  for (const step of [...path, undefined]) {
    if (isAlias(node)) node = node.resolve(document);
    if (!isNode(node)) break;
    nodes.push(node);
    if (step === undefined) break;
    node = isSeq(node) ? node.items[Number(step)] : isMap(node) ? node.items.find(({ key }) => nameOf(key) === step)?.value : undefined;
  }
  return nodes;
}

const nameOf = (key: unknown): string | undefined => (isScalar(key) ? String(key.value) : undefined);
const keysOf = (node: unknown): Scalar[] => (isMap(node) ? node.items.map(({ key }) => key).filter((key) => isScalar(key)) : []);
const offsetOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);
