import type { CheerioAPI } from 'cheerio';
import { AttributeAction, SelectorType, isTraversal, parse, type AttributeSelector, type Selector } from 'css-what';
import { hasChildren, isTag, type AnyNode, type Element } from 'domhandler';

/** A name that elements may have, and where it stands. */
interface Key {
  kind: 'tag' | 'id' | 'class' | 'attribute';
  name: string;
}

/** Where the elements of a page are, for those who ask for many of them: by tag, id, class and attribute, in their order. */
export class PageIndex {
  private readonly all: Element[] = [];
  private readonly elements: Readonly<Record<Key['kind'], Map<string, Element[]>>> = { tag: new Map(), id: new Map(), class: new Map(), attribute: new Map() };
  private order: ReadonlyMap<Element, number> | undefined;

  constructor(private readonly root: AnyNode) {
    this.addBelow(root);
  }

  /** All that an element must be among to have a name of a selector; undefined for a selector without one. */
  candidates(selector: string): Element[] | undefined {
    const keys = keysOf(selector);
    if (!keys) return undefined;
    const found = keys.flatMap(({ kind, name }) => this.elements[kind].get(name) ?? []).filter((element) => this.holds(element));
    return keys.length < 2 || found.length < 2 ? found : this.inOrder(new Set(found));
  }

  private inOrder(found: ReadonlySet<Element>): Element[] {
    const order = (this.order ??= new Map(this.all.map((element, place) => [element, place])));
    return [...found].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  }

  private addBelow(parent: AnyNode): void {
    if (!hasChildren(parent)) return;
    for (const child of parent.children) {
      if (isTag(child)) this.add(child);
      this.addBelow(child);
    }
  }

  private add(element: Element): void {
    const { name, attribs } = element;
    this.all.push(element);
    note(this.elements.tag, name, element);
    for (const attribute in attribs) note(this.elements.attribute, attribute, element);
    if (attribs.id !== undefined) note(this.elements.id, attribs.id, element);
    if (attribs.class !== undefined) for (const word of new Set(attribs.class.split(/\s+/))) note(this.elements.class, word, element);
  }

  /** False for an element that has been taken out of the page since. */
  private holds(element: Element): boolean {
    let node: AnyNode = element;
    while (node.parent) node = node.parent;
    return node === this.root;
  }
}

function note(elements: Map<string, Element[]>, name: string, element: Element): void {
  const known = elements.get(name);
  if (known) known.push(element);
  else elements.set(name, [element]);
}

const known = new Map<string, readonly Key[] | undefined>();

/** For each of a selector's alternatives a name that its elements have. */
function keysOf(selector: string): readonly Key[] | undefined {
  if (!known.has(selector)) {
    const keys = parse(selector).map(keyOf);
    const named = keys.filter((key) => key !== undefined);
    known.set(selector, named.length < keys.length ? undefined : named);
  }
  return known.get(selector);
}

/** The rarest that the elements of an alternative must have; undefined for one that names nothing. */
function keyOf(parts: readonly Selector[]): Key | undefined {
  const own = parts.slice(parts.findLastIndex(isTraversal) + 1);
  const keys = own.flatMap((part): Key[] => {
    if (part.type === SelectorType.Tag) return [{ kind: 'tag', name: part.name.toLowerCase() }];
    return part.type === SelectorType.Attribute && part.action !== AttributeAction.Not ? [attributeKey(part)] : [];
  });
  return RARITY.map((kind) => keys.find((key) => key.kind === kind)).find((key) => key !== undefined);
}

const RARITY: readonly Key['kind'][] = ['id', 'class', 'tag', 'attribute'];

function attributeKey({ name, action, value, ignoreCase }: AttributeSelector): Key {
  if (name === 'id' && action === AttributeAction.Equals && ignoreCase !== true) return { kind: 'id', name: value };
  if (name === 'class' && action === AttributeAction.Element && ignoreCase !== true) return { kind: 'class', name: value };
  return { kind: 'attribute', name: name.toLowerCase() };
}

const indexes = new WeakMap<CheerioAPI, PageIndex>();

/** Makes an index of a page of which many elements will be sought, and to which none is added before they are. */
export function indexPage($: CheerioAPI): CheerioAPI {
  const [root] = $.root();
  if (root) indexes.set($, new PageIndex(root));
  return $;
}

/** The index of a page that has one. */
export const indexOfPage = ($: CheerioAPI): PageIndex | undefined => indexes.get($);

/** For steps that add elements to their page, or rename some: from now on each search looks at all of it. */
export const forgetIndex = ($: CheerioAPI): boolean => indexes.delete($);
