import type { CheerioAPI } from 'cheerio';
import { SelectorType, isTraversal, parse, type Selector } from 'css-what';
import { hasChildren, isTag, type AnyNode, type Element } from 'domhandler';

/** Where the elements of a page are, for those who ask for many of them: by `tag`, `#id` and `.class`, in their order. */
export class PageIndex {
  private readonly elements = new Map<string, Element[]>();
  private readonly order = new Map<Element, number>();

  constructor(private readonly root: AnyNode) {
    this.addBelow(root);
  }

  /** All that an element must be among to have a name of a selector; undefined for a selector without one. */
  candidates(selector: string): Element[] | undefined {
    const keys = keysOf(selector);
    if (!keys) return undefined;
    const found = keys.flatMap((key) => this.elements.get(key) ?? []).filter((element) => this.holds(element));
    return keys.length < 2 ? found : [...new Set(found)].sort((a, b) => (this.order.get(a) ?? 0) - (this.order.get(b) ?? 0));
  }

  private addBelow(parent: AnyNode): void {
    if (!hasChildren(parent)) return;
    for (const child of parent.children) {
      if (isTag(child)) this.add(child);
      this.addBelow(child);
    }
  }

  private add(element: Element): void {
    this.order.set(element, this.order.size);
    this.note(element.name, element);
    const { id, class: classes } = element.attribs;
    if (id !== undefined) this.note(`#${id}`, element);
    if (classes !== undefined) for (const name of new Set(classes.split(/\s+/))) this.note(`.${name}`, element);
  }

  private note(key: string, element: Element): void {
    const known = this.elements.get(key);
    if (known) known.push(element);
    else this.elements.set(key, [element]);
  }

  /** False for an element that has been taken out of the page since. */
  private holds(element: Element): boolean {
    let node: AnyNode = element;
    while (node.parent) node = node.parent;
    return node === this.root;
  }
}

const known = new Map<string, readonly string[] | undefined>();

/** For each of a selector's alternatives a name that its elements have. */
function keysOf(selector: string): readonly string[] | undefined {
  if (!known.has(selector)) {
    const keys = parse(selector).map(keyOf);
    known.set(selector, keys.includes('') ? undefined : keys.map(String));
  }
  return known.get(selector);
}

/** Empty for an alternative that names nothing. */
function keyOf(parts: readonly Selector[]): string {
  const own = parts.slice(parts.findLastIndex(isTraversal) + 1);
  const named = own.flatMap((part) => (part.type === SelectorType.Attribute && part.ignoreCase !== true ? nameOf(part) : []))[0];
  return named ?? own.flatMap((part) => (part.type === SelectorType.Tag ? part.name : []))[0] ?? '';
}

function nameOf({ name, action, value }: { name: string; action: string; value: string }): string | [] {
  if (name === 'id' && action === 'equals') return `#${value}`;
  return name === 'class' && action === 'element' ? `.${value}` : [];
}

const indexes = new WeakMap<CheerioAPI, PageIndex>();

/** Makes an index of a page of which many elements will be sought, and to which none is added before they are. */
export function indexPage($: CheerioAPI): void {
  const [root] = $.root();
  if (root) indexes.set($, new PageIndex(root));
}

/** The index of a page that has one. */
export const indexOfPage = ($: CheerioAPI): PageIndex | undefined => indexes.get($);
