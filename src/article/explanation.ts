import type { Reason } from '../outcome.js';
import type { Article } from './types.js';

/** Metadata of an article. */
export type Field = 'url' | 'title' | 'date' | 'source' | 'author' | 'editor' | 'keywords' | 'description';

/** Why something is no part of the article; stable words that scripts may match. */
export type Removal =
  | 'rule'
  | 'outside'
  | 'addition'
  | 'link_list'
  | 'hidden'
  | 'icon'
  | 'sentence'
  | 'editor'
  | 'original_title'
  | 'repeated_title'
  | 'repeated_caption';

/** How a page was read. */
export interface Explanation {
  /** Address or file of the page. */
  page: string;
  charset?: Found;
  /** Id of the rule that was used: the first without a condition that fails; `generic` if there is none. */
  rule: string;
  /** All rules in the order in which they are tried. */
  rules: TriedRule[];
  /** The element around the article's text, and the selector that led to it; empty for the generic extractor. */
  body?: Found;
  /** Address of the page that continues this one. */
  pages: string[];
  fields: Partial<Record<Field, Found>>;
  /** The elements that the generic extractor weighed, the best first. */
  candidates: Candidate[];
  removed: Removed[];
  /** What came of it, measured in place of its text. */
  article?: Omit<Article, 'html'> & Size;
  /** Why there is no article. */
  refused?: { reason: Reason; message: string };
}

/** A value as the page has it, and where. */
export interface Found {
  value: string;
  /** A selector, `selector@attribute` or an element; for the charset `bytes`, `declaration` or `guess`. */
  place: string;
}

/** A rule and which of its conditions hold for the page. */
export interface TriedRule {
  id: string;
  holds: string[];
  fails: string[];
}

export interface Candidate {
  /** As a selector would name it: `div#content.text`. */
  element: string;
  /** Without a unit: the more text in sentences and the fewer links, the higher. */
  score: number;
}

/** Something of the page that is no part of the article. */
export interface Removed extends Size {
  why: Removal;
  /** The selector or the sentence that decided; empty where `why` says it all. */
  detail: string;
  element: string;
  /** Its first words. */
  start: string;
}

export interface Size {
  /** White space does not count. */
  characters: number;
  pictures: number;
}
