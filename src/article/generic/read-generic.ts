import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { readBody } from '../body.js';
import type { Body } from '../foreign-lines.js';
import { refuseIndex } from '../judge/index-page.js';
import { refuseNotices } from '../judge/stand-ins.js';
import { refuseWalledElement, refuseWalls } from '../judge/walls.js';
import type { PageFacts } from '../metadata/page-facts.js';
import { forgetIndex } from '../page-index.js';
import { elementsOf } from '../select.js';
import type { Trace } from '../trace.js';
import { removeAdditions } from './additions.js';
import { trimEdges } from './edges.js';
import { findEmbedded } from './embedded.js';
import { findBody } from './find-body.js';
import { takeInLead } from './lead.js';
import { preparePictures } from './pictures.js';
import { removeTime, removeTop } from './top.js';

/** What is known of a page before its text is looked for. */
export interface GenericPage {
  /** What messages call it. */
  name: string;
  /** Base for relative addresses. */
  url: string;
  title: string;
  source: string | undefined;
  trace?: Trace | undefined;
}

const SHOWN_AS_BLOCK = /display\s*:\s*block/i;
/** A page that shows so many characters of sentences needs no other text. */
const FULL_TEXT = 300;
/** What is kept for a script is read if it is so many times as much as what is shown. */
const MORE = 2;

/**
 * The text of an article on a page that no rule knows.
 * @throws NewsScrapeError `page_is_index`, `page_is_error`, `page_blocked`
 */
export function readGeneric($: CheerioAPI, facts: PageFacts, page: GenericPage): Body {
  const { name, trace } = page;
  const heading = facts.heading();
  forgetIndex($);
  const shown = findBody($, { heading, articleBody: facts.articleBody() }, trace);
  const kept = (shown?.prose ?? 0) < FULL_TEXT ? findEmbedded($, facts.articleBody(), name) : undefined;
  const isKept = kept !== undefined && kept.prose > (shown?.prose ?? 0) * MORE;
  if (shown && !isKept) refuseIndex($, shown.element, { name, url: facts.url, isArticle: facts.isArticle(), isDated: facts.isDated(), isDatedItself: facts.isDatedItself() });
  const element = isKept ? kept.element : shown?.element;
  if (!element) return { blocks: [] };
  refuseWalledElement(element, name);
  const body = readElement(isKept ? kept.$ : $, element, isKept ? undefined : heading, facts, page);
  refuseNotices(body.blocks, name);
  refuseWalls(body.blocks, facts.isPaid(), name);
  return body;
}

function readElement($: CheerioAPI, element: Element, heading: Element | undefined, facts: PageFacts, page: GenericPage): Body {
  const { trace } = page;
  removeTop($, element, heading, trace);
  removeTime($, element, trace);
  takeInLead($, element, heading);
  for (const line of elementsOf($, 'span[style]', element)) if (SHOWN_AS_BLOCK.test(line.attribs.style ?? '')) line.tagName = 'div';
  preparePictures($, element, page.url, trace);
  removeAdditions($, element, trace);
  const body = readBody($, element, undefined, page);
  const { blocks, editor } = trimEdges(body.blocks, { ...page, siteNames: facts.siteNames() });
  return { blocks, editor: body.editor ?? editor };
}
