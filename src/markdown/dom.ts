/**
 * What the conversion rules read of an element. Turndown's types name `HTMLElement` of the browser's library, which a
 * program for Node does not load; the parser that turndown brings along offers the same members.
 */
export interface RuleElement {
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly parentNode: { readonly nodeName: string } | null;
  readonly nextElementSibling: { readonly nodeName: string } | null;
  getAttribute(name: string): string | null;
  closest(selector: string): object | null;
}
