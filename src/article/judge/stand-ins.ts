import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { NewsScrapeError } from '../../errors.js';
import { measure } from '../generic/measure.js';
import { bodyOf, elementsOf } from '../select.js';
import { CHECKS, NOTICES, QUESTIONS, TITLES, type StandIn } from './signs.js';

/** A page that shows more sentences than this is about such pages, not one of them, whatever its title. */
const STAND_IN_PROSE = 600;
/** What a page shows that says it is none. */
const NOTICE_LENGTH = 300;
/** A notice stands at the beginning of what is shown; on a page with a date it must be the beginning. */
const NOTICE_START = 60;
const DATED_NOTICE_START = 8;
/** A page under a check, or one that only leads elsewhere, shows next to nothing. */
const BARE = 120;
/** Sentences beside a form that asks who is there. */
const BESIDE_QUESTION = 60;
/** A page that only leads elsewhere has no more script than this. */
const SCRIPT_LENGTH = 2000;
const LEADS_AWAY = /(?:location(?:\.href)?\s{0,3}=|location\.(?:replace|assign)\s{0,3}\()\s{0,3}["']([^"']{1,500})["']/;

/**
 * Refuses a page that is not an article although its server says 200: by its whole title, by the first words of the
 * little that it shows, by the marks of a check for robots, by a form that asks who is there, because no search engine
 * may list it, or because it leads to the front page.
 * @param page.isDated true if it says when it was published, which such pages do not
 * @throws NewsScrapeError `page_blocked`, `page_is_error` or `page_empty`
 */
export function refuseStandIns($: CheerioAPI, page: { name: string; url: string; isDated: boolean }): void {
  const body = bodyOf($);
  if (!body) return;
  const { prose, text } = measure(body).of(body);
  const isBrief = text <= NOTICE_LENGTH && !page.isDated;
  const found = (prose <= STAND_IN_PROSE ? titleSign($, isBrief) : undefined)
    ?? (text <= BARE ? checkSign($) ?? redirectSign($, page.url) : undefined)
    ?? (isBrief ? noticeSign(shownText($, body), NOTICE_START) ?? questionSign($, body) ?? unlistedSign($) : undefined);
  if (found) refuse(found, page.name);
}

function refuse({ kind, sign }: Sign, url: string): never {
  if (kind === 'empty') throw new NewsScrapeError('page_empty', { url, characters: 0 });
  throw new NewsScrapeError(kind === 'blocked' ? 'page_blocked' : 'page_is_error', { url, sign });
}

interface Sign {
  kind: StandIn;
  sign: string;
}

function titleSign($: CheerioAPI, isBrief: boolean): Sign | undefined {
  const headings = ['title', 'h1', 'h2'].map((name) => $.text(elementsOf($, name).slice(0, 1)).slice(0, 300).replace(/\s+/gu, ' ').trim());
  const titles = headings.map((text) => [text, text.split(/\s?[_|｜]\s?|\s[-–—]\s|-{2}|-(?=[^-]{1,12}$)/u)[0] ?? '']);
  for (const [kind, pattern] of TITLES) {
    // A heading such as 登录 stands on many pages; the title of the page does not.
    const sign = (kind === 'blocked' && !isBrief ? titles.slice(0, 1) : titles).flat().find((title) => pattern.test(title));
    if (sign !== undefined) return { kind, sign };
  }
  return undefined;
}

function checkSign($: CheerioAPI): Sign | undefined {
  const check = CHECKS.find(([, selector]) => elementsOf($, selector).length > 0);
  return check && { kind: 'blocked', sign: check[0] };
}

/** A page on which little stands beside a form that asks for a password, or for what robots cannot read. */
function questionSign($: CheerioAPI, body: Element): Sign | undefined {
  if ($(QUESTIONS).length === 0) return undefined;
  const { prose } = measure(body, ({ name }) => name === 'form').of(body);
  return prose <= BESIDE_QUESTION ? { kind: 'blocked', sign: 'a form that asks who is there' } : undefined;
}

function unlistedSign($: CheerioAPI): Sign | undefined {
  return /noindex/i.test($('meta[name="robots" i]').attr('content') ?? '') ? { kind: 'error', sign: 'noindex' } : undefined;
}

/** The front page, or a page whose name says that it is about an error. */
function redirectSign($: CheerioAPI, url: string): Sign | undefined {
  const script = $('script').text();
  const refresh = $('meta[http-equiv="refresh" i]').attr('content') ?? '';
  const target = /url\s{0,3}=\s{0,3}["']?([^"'\s]{1,500})/i.exec(refresh)?.[1] ?? LEADS_AWAY.exec(script.length <= SCRIPT_LENGTH ? script : '')?.[1];
  const base = URL.canParse(url) ? url : 'http://localhost/';
  if (target === undefined || !URL.canParse(target, base)) return undefined;
  const { pathname, search } = new URL(target, base);
  const isAway = (/^\/(?:index\.\w{2,5})?$/.test(pathname) && search === '') || /\b(?:404|error|notfound)\b/i.test(pathname);
  return isAway ? { kind: 'error', sign: `leads to ${target}` } : undefined;
}

function noticeSign(text: string, start: number): Sign | undefined {
  for (const [kind, pattern] of NOTICES) {
    const match = pattern.exec(text);
    if (match && match.index <= start) return { kind, sign: match[0] };
  }
  return undefined;
}

/** The text that a page shows outside of its links, without its heading. */
function shownText($: CheerioAPI, body: Element): string {
  const copy = $(body).clone();
  copy.find('script, style, noscript, template, nav, header, footer, a').remove();
  copy.find('p, div, section, center, li, td, br, h1, h2, h3, h4').before(' ').after(' ');
  return copy.text().replace(/\s+/gu, ' ').trim();
}

/** In the place of a text on a page that is known to hold one, nothing longer is a notice. */
export const SHORT_NOTICE = 40;

/**
 * Refuses a text that tells why the article is not there.
 * @param longest longer texts are articles, which may begin with such words
 * @throws NewsScrapeError `page_blocked`, `page_is_error` or `page_empty`
 */
export function refuseNotices(blocks: readonly { text: string }[], url: string, longest = NOTICE_LENGTH / 2): void {
  const text = blocks.map((block) => block.text).join(' ').trim();
  const found = text.length <= longest ? noticeSign(text, DATED_NOTICE_START) : undefined;
  if (found) refuse(found, url);
}
