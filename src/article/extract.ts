import type { CheerioAPI } from 'cheerio';
import { NewsScrapeError } from '../errors.js';
import { unescapeHtml } from '../html.js';
import { readBody, type Surroundings } from './body.js';
import { renderBlocks, type Block } from './clean/block.js';
import { needWholePage, readFast } from './fast/index.js';
import { loadNamed } from './fast/pieces.js';
import { findRule } from './find-rule.js';
import type { Body } from './foreign-lines.js';
import { trimEdges } from './generic/edges.js';
import { readGeneric } from './generic/read-generic.js';
import { VIDEO_SIGNS, hasVideo, refuseEmptyBody } from './judge/body.js';
import { SHORT_NOTICE, refuseNotices, refuseStandIns } from './judge/stand-ins.js';
import { baseAddress, canonicalAddress } from './metadata/canonical.js';
import { PageFacts } from './metadata/page-facts.js';
import { readMetadata, type Metadata } from './metadata.js';
import { RULES } from './rules/index.js';
import type { SiteRule } from './rules/rule.js';
import { SINA_BODY } from './rules/sina-common.js';
import { loadWhole } from './endless.js';
import { indexPage } from './page-index.js';
import { plainText, type PageText } from './page-text.js';
import { readPager, type Part } from './pager.js';
import { elementsOf } from './select.js';
import { takeOut, type Trace } from './trace.js';
import type { Article } from './types.js';
import { absoluteUrl } from '../url.js';

/** A page whose article is wanted. */
export interface PageInHand {
  /** What messages call it. */
  name: string;
  /** Empty for a file, whose relative links then need the address that the page names for itself. */
  url: string;
  /** Rules that are tried before the built-in ones. */
  rules?: readonly SiteRule[] | undefined;
  /** @internal */
  trace?: Trace | undefined;
  /** @internal For a page that continues an article: it may lack a title, and text. */
  part?: Part | undefined;
  /** False: the whole page is parsed, also where pieces of it would do. */
  fastPath?: boolean | undefined;
  /** The page was published no later than this: tells the year of a time that the page shows without one. */
  seenAt?: Date | undefined;
}

/**
 * Reads the article of a page.
 * @param html the page's text, decoded
 * @returns the article of this page alone; `nextPage` leads to the one that continues it
 * @throws NewsScrapeError `page_blocked`, `page_is_error`, `page_no_title`, `page_is_index`, `page_empty`,
 *   `page_video_only`, `page_pictures_only`
 */
export function extractArticle(html: string, page: PageInHand): Article {
  return extractFrom(plainText(html), page);
}

/** The same for a text that need not be decoded as a whole. */
export function extractFrom(text: PageText, page: PageInHand): Article {
  const { rules = [], trace, part, fastPath = true } = page;
  const mayBeFast = fastPath && rules.length === 0 && !trace && !part;
  const article = mayBeFast ? readFast(text, page.url, RULES, ($) => readArticle($, text, page)) : undefined;
  return article ?? readArticle(indexPage(loadWhole(text.whole(), page.name)), text, page);
}

function readArticle($: CheerioAPI, text: PageText, page: PageInHand): Article {
  const { rules = [], trace } = page;
  const rule = findRule($, [...rules, ...RULES], page.url, trace);
  if (!rule || rule.build) needWholePage($);
  const facts = new PageFacts($, canonicalAddress($, page.url, trace), trace, page.seenAt);
  // A host serves its error pages too; without a sign in the page, nothing tells them from its articles.
  if (!rule || rule.when.length === 0) refuseStandIns($, { name: page.name, url: page.url, isDated: facts.isDated() });
  const metadata = readMetadata($, rule, facts, trace);
  if (metadata.title === '' && !page.part) throw new NewsScrapeError('page_no_title', { url: page.name });
  const around = { ...metadata, url: baseAddress($, metadata.url), trace };
  const nextPage = takeOutPager($, page, rule);
  const body = rule ? readByRule($, rule, around) : readGeneric($, facts, { ...around, name: page.name });
  // A rule of the user's may miss the text: such a page has failed, and is not skipped for ever.
  const isKnown = rule !== undefined && !rule.isOwn;
  if (isKnown) refuseNotices(body.blocks, page.name, SHORT_NOTICE);
  if (!page.part || body.blocks.length === 0) refuseEmptyBody(body.blocks, { url: page.name, title: metadata.title, hasVideo: () => hasVideo(loadForVideo(text, page)), isKnown });
  return { ...toArticle(metadata, body, rule?.id ?? 'generic'), nextPage };
}

/** The page as it was sent, or all of it that tells of a video. */
function loadForVideo(text: PageText, { name, fastPath = true }: PageInHand): CheerioAPI {
  return (fastPath ? loadNamed(text, VIDEO_SIGNS) : undefined) ?? loadWhole(text.whole(), name);
}

/** The address of the page that continues this one; the links to it are none of the article's text. */
function takeOutPager($: CheerioAPI, { url, part, trace }: PageInHand, rule: SiteRule | undefined): string | undefined {
  const pager = readPager($, url, part ?? { first: url, ordinal: 1 });
  const links = (rule?.nextPage ?? []).flatMap((selector) => elementsOf($, selector));
  const next = rule?.nextPage?.length ? absoluteUrl(links[0]?.attribs.href ?? '', url)?.href : pager.next;
  const elements = [...pager.elements, ...links];
  if (next !== undefined) trace?.found('page', 'pager', next);
  takeOut($(elements), 'rule', 'pager', trace);
  return next;
}

/** A feed's text shorter than this is taken for a summary. */
const FULL_TEXT_CHARACTERS = 200;

/**
 * The article that a feed itself carries as full text (`content:encoded`, Atom content), with what its site put into
 * it taken out. Undefined for a text so short that it is only a summary.
 */
export function extractContent(contentHtml: string, item: { url: string; title: string }): Article | undefined {
  const $ = loadWhole(contentHtml, item.url);
  const metadata: Metadata = { ...item, id: undefined, keywords: [], date: undefined, metaDate: undefined, updated: undefined, source: undefined, author: undefined, editor: undefined, description: undefined };
  const rule: SiteRule = { id: 'feed', sample: item.url, when: [], body: 'body', title: [], date: [], ...SINA_BODY };
  const body = readByRule($, rule, metadata);
  const trimmed = trimEdges(body.blocks, { siteNames: [], source: undefined });
  const characters = trimmed.blocks.reduce((sum, block) => sum + block.text.length, 0);
  return characters < FULL_TEXT_CHARACTERS ? undefined : toArticle(metadata, { ...trimmed, editor: body.editor ?? trimmed.editor }, rule.id);
}

function readByRule($: CheerioAPI, rule: SiteRule, surroundings: Surroundings): Body {
  const page = rule.build ? loadWhole(rule.build($), surroundings.url) : $;
  const candidates = elementsOf(page, rule.build ? 'body' : rule.body);
  // Some pages have the element twice, the first one empty.
  const element = candidates.sort((a, b) => page(b).text().trim().length - page(a).text().trim().length)[0];
  return element ? readBody(page, element, rule, surroundings) : { blocks: [] };
}

function toArticle(metadata: Metadata, body: Body, rule: string): Article {
  const editor = metadata.editor ?? body.editor;
  return { ...metadata, editor, leadImage: leadImageOf(body.blocks), html: renderBlocks(body.blocks), rule };
}

/** An image as the blocks write it. */
const OWN_IMAGE = /<img src="([^"]+)"/;

function leadImageOf(blocks: readonly Block[]): string | undefined {
  const [, src] = blocks.map(({ html }) => OWN_IMAGE.exec(html)).find((match) => match !== null) ?? [];
  return src === undefined ? undefined : unescapeHtml(src);
}
