import type { CheerioAPI } from 'cheerio';

/**
 * How to read the pages of one template. A rule is data: it holds for every page in which `when` finds something,
 * whatever the host, since templates outlive and cross host names. Only rules of users may ask for a host.
 *
 * A field is a list of places, the first that yields text wins; a place is a CSS selector for an element's text, or
 * `selector@attribute` for an attribute's value.
 */
export interface SiteRule {
  /** Stable name, shown to people who ask which rule matched. */
  id: string;
  /** Address of a page that this rule was made for. */
  sample: string;
  /** True for a rule of the user's: what it does not name is read as on any page. */
  isOwn?: boolean;
  /** The page must come from one of these hosts, or from one below them, where any are given. */
  hosts?: readonly string[];
  /** All of these selectors must find something. */
  when: readonly string[];
  /** The element around the article's text. */
  body: string;
  /** @internal For pages that keep their article in a script: the HTML to read in place of `body`. */
  build?: ($: CheerioAPI) => string;
  /** @internal What such a script says of its article, where the places below say nothing. */
  inScript?: ($: CheerioAPI) => { date?: Date | undefined; source?: string | undefined };
  title: readonly string[];
  date: readonly string[];
  source?: readonly string[];
  author?: readonly string[];
  editor?: readonly string[];
  keywords?: readonly string[];
  /** The site's own id of the document, the same for all its addresses. */
  documentId?: DocumentId;
  /** What stands in the body and is not the article. */
  remove?: readonly string[];
  /** Links to the page that continues the article; without them its pager is sought on the page. */
  nextPage?: readonly string[];
  /** How a comment in the body begins that ends the article: what stands behind it belongs to the page. */
  endsAt?: string;
  /** Links that the site puts onto words by itself. */
  automaticLinks?: string;
  /** Links to accounts; where one says no more than `[微博]` it is no word of the text. */
  accountLinks?: string;
}

/** Where pages name their document, and how each of the forms they use reads in the archive. */
export interface DocumentId {
  places: readonly string[];
  forms: readonly (readonly [form: RegExp, id: string])[];
}
