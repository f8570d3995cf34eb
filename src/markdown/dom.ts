import { isTag, isText, type AnyNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';

/** What the conversion rules read of an element. */
export interface RuleElement {
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly parentNode: { readonly nodeName: string } | null;
  readonly nextElementSibling: { readonly nodeName: string } | null;
  getAttribute(name: string): string | null;
  closest(selector: string): object | null;
}

const ELEMENT = 1;
const TEXT = 3;

/**
 * A node with those members of the browser's that turndown uses. The parser that turndown brings along for strings takes
 * longer to load, and to read an article, than all the rest of the way to Markdown.
 */
class DomNode implements RuleElement {
  readonly childNodes: DomNode[] = [];
  nextSibling: DomNode | null = null;
  previousSibling: DomNode | null = null;

  /** @param data the text of a text node, which turndown changes */
  constructor(readonly nodeType: number, readonly nodeName: string, readonly parentNode: DomNode | null, public data = '', private readonly attribs: Readonly<Record<string, string>> = {}) {}

  append(nodes: readonly AnyNode[]): this {
    for (const node of nodes) {
      if (isText(node)) this.link(new DomNode(TEXT, '#text', this, node.data));
      else if (isTag(node)) this.link(new DomNode(ELEMENT, node.name.toUpperCase(), this, '', node.attribs).append(node.children));
    }
    return this;
  }

  get nodeValue(): string {
    return this.data;
  }

  get textContent(): string {
    return this.nodeType === TEXT ? this.data : this.childNodes.map(({ textContent }) => textContent).join('');
  }

  get firstChild(): DomNode | null {
    return this.childNodes[0] ?? null;
  }

  get nextElementSibling(): DomNode | null {
    let next = this.nextSibling;
    while (next && next.nodeType !== ELEMENT) next = next.nextSibling;
    return next;
  }

  getAttribute(name: string): string | null {
    return this.attribs[name] ?? null;
  }

  getElementsByTagName(name: string): DomNode[] {
    return this.childNodes.flatMap((child) => [...(child.nodeName === name ? [child] : []), ...child.getElementsByTagName(name)]);
  }

  /** The nearest element of one of the names, itself included. */
  closest(names: string): DomNode | null {
    const isWanted = names.toUpperCase().split(/,\s*/).includes(this.nodeName);
    return isWanted ? this : (this.parentNode?.closest(names) ?? null);
  }

  removeChild(child: DomNode): void {
    this.childNodes.splice(this.childNodes.indexOf(child), 1);
    if (child.previousSibling) child.previousSibling.nextSibling = child.nextSibling;
    if (child.nextSibling) child.nextSibling.previousSibling = child.previousSibling;
  }

  /** Turndown takes a copy of what it is given, which nobody else has here. */
  cloneNode(): this {
    return this;
  }

  private link(child: DomNode): void {
    const last = this.childNodes.at(-1);
    if (last) last.nextSibling = child;
    child.previousSibling = last ?? null;
    this.childNodes.push(child);
  }
}

/** Well-formed HTML as turndown takes it, inside an element without meaning. */
export function domOf(html: string): DomNode {
  return new DomNode(ELEMENT, 'X-TURNDOWN', null).append(parseDocument(html).children);
}
