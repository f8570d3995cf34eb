import { hasChildren, isTag, isText, type AnyNode, type Element } from 'domhandler';

/** Deeper than any article; every walk over the tree, ours and turndown's, is recursive. */
const MAX_DEPTH = 200;

/** @throws RangeError if elements are nested so deeply that walking over them could overflow the stack. */
export function checkDepth(nodes: readonly AnyNode[]): void {
  let level = nodes;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) throw new RangeError(`HTML nested more than ${MAX_DEPTH} levels deep`);
    level = level.flatMap((node) => (hasChildren(node) ? node.children : []));
  }
}

/** All text inside a node, a line break for each `<br>`. */
export function textOf(node: AnyNode): string {
  if (isText(node)) return node.data;
  if (isTag(node) && node.name === 'br') return '\n';
  return hasChildren(node) ? node.children.map(textOf).join('') : '';
}

/** Whether a reader would see anything of a node: words or a picture. */
export function hasContent(node: AnyNode): boolean {
  if (isText(node)) return node.data.trim() !== '';
  return (isTag(node) && node.name === 'img') || (hasChildren(node) && node.children.some(hasContent));
}

/** The child elements of a name. */
export function childrenNamed(element: Element, ...names: string[]): Element[] {
  return element.children.filter(isTag).filter((child) => names.includes(child.name));
}

/** The cells of a table itself, not of tables inside it. */
export function cellsOf(table: Element): Element[] {
  const rows = [table, ...childrenNamed(table, 'thead', 'tbody', 'tfoot')].flatMap((part) => childrenNamed(part, 'tr'));
  return rows.flatMap((row) => childrenNamed(row, 'td', 'th'));
}

/** The nearest element of a name around a node. */
export function closest(node: AnyNode, name: string): Element | undefined {
  for (let parent = node.parent; parent !== null; parent = parent.parent) {
    if (isTag(parent) && parent.name === name) return parent;
  }
  return undefined;
}
