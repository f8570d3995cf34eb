import type { Cheerio } from 'cheerio';
import { isTag, type AnyNode, type Element } from 'domhandler';
import type { Block } from './clean/block.js';
import type { Field, Removal } from './explanation.js';

/** What is looked for in a page; `when` is a rule's condition that holds, `candidate` an element that may hold the article. */
export type Finding = 'charset' | 'when' | 'rule' | 'candidate' | 'body' | 'page' | Field;

/**
 * Is told how an article is read, step by step, where somebody asks. The functions that read a page take it as an
 * option and call it at the place where they decide: `trace?.found(...)` costs nothing where nobody listens.
 */
export interface Trace {
  /** Called with the selector, attribute or other place that led there, and with what stands there. */
  found(what: Finding, place: string, value: string): void;
  /** Called before `what` is taken away, with the selector or the sentence that decided. */
  removed(why: Removal, detail: string, what: Element | Block): void;
}

/** Takes elements out of their page, and says so. */
export function takeOut(elements: Cheerio<AnyNode>, why: Removal, detail: string, trace: Trace | undefined): void {
  if (trace) for (const element of elements.get().filter(isTag)) trace.removed(why, detail, element);
  elements.remove();
}

/** An element as a selector would name it: `div#artibody.article`. */
export function elementName({ name, attribs }: Element): string {
  const id = attribs.id ? `#${attribs.id}` : '';
  return name + id + (attribs.class ?? '').split(/\s+/).filter((word) => word !== '').map((word) => `.${word}`).join('');
}
