import type { CheerioAPI } from 'cheerio';
import { parseDate } from '../dates.js';
import { absoluteUrl, withoutTracking } from '../url.js';
import { trimText } from './clean/inline.js';
import { findShownDate } from './shown-date.js';
import type { DocumentId, SiteRule } from './rules/rule.js';
import type { Field, Trace } from './trace.js';

/** What a page says of its article outside the article's text. */
export interface Metadata {
  url: string;
  id: string | undefined;
  title: string;
  date: Date | undefined;
  metaDate: Date | undefined;
  source: string | undefined;
  author: string | undefined;
  editor: string | undefined;
  keywords: readonly string[];
  description: string | undefined;
}

/** Places where pages of any site put their metadata (Open Graph, schema.org microdata, common class names). */
const ANY_PAGE = {
  date: [
    'meta[property="article:published_time"]@content',
    'meta[itemprop="datePublished"]@content',
    '[itemprop="datePublished"]@datetime',
    'meta[name="publishdate"]@content',
    'meta[name="pubdate"]@content',
    'time[datetime]@datetime',
  ],
  source: ['meta[property="og:site_name"]@content'],
  author: ['meta[name="author"]@content', 'meta[property="article:author"]@content'],
  keywords: ['meta[name="keywords"]@content', 'meta[name="Keywords"]@content'],
  description: ['meta[property="og:description"]@content', 'meta[name="description"]@content'],
} as const;

/** The time of the metadata alone, which may be minutes or hours from the one that the page shows. */
const META_DATE = [...ANY_PAGE.date.filter((place) => place.startsWith('meta')), 'meta[property="bytedance:published_time"]@content', 'meta[name="weibo: article:create_at"]@content'];

/** Reads a page's metadata by its rule, or by what any page may have where there is none. */
export function readMetadata($: CheerioAPI, rule: SiteRule | undefined, pageUrl: string, trace?: Trace): Metadata {
  const read = (field: Field, places: readonly string[] = []): string | undefined => firstText($, places, (place, text) => trace?.found(field, place, text));
  const title = (read('title', rule?.title) ?? pageTitle($, trace)).slice(0, TITLE_LENGTH);
  const source = read('source', rule ? rule.source : ANY_PAGE.source);
  // Many pages repeat their medium as author.
  const author = read('author', rule ? rule.author : ANY_PAGE.author);
  const editor = editorName(read('editor', rule?.editor));
  const description = read('description', ANY_PAGE.description);
  return {
    url: canonicalAddress($, pageUrl, trace),
    id: rule?.documentId && documentId($, rule.documentId),
    title,
    keywords: splitKeywords(read('keywords', rule ? rule.keywords : ANY_PAGE.keywords)).filter((word) => word !== title),
    date: firstDate($, rule?.date ?? ANY_PAGE.date, trace) ?? findShownDate($, trace),
    metaDate: firstDate($, META_DATE),
    source,
    author: author === source ? undefined : author,
    editor,
    description,
  };
}

interface PlacedText {
  text: string;
  place: string;
}

function* texts($: CheerioAPI, places: readonly string[]): Generator<PlacedText> {
  for (const place of places) {
    const [selector = '', attribute] = splitPlace(place);
    for (const element of $(selector)) {
      const text = attribute === undefined ? $(element).text() : ($(element).attr(attribute) ?? '');
      const line = trimText(text.slice(0, TEXT_LENGTH).replace(/\s+/g, (space) => (/[^ \u3000]/.test(space) ? ' ' : space)));
      if (line !== '') yield { text: line, place };
    }
  }
}

/** `selector@attribute` in its two parts; an `@` inside an attribute selector's quotes is not a separator. */
function splitPlace(place: string): string[] {
  const at = place.lastIndexOf('@');
  return at > place.lastIndexOf(']') && at > 0 ? [place.slice(0, at), place.slice(at + 1)] : [place];
}

function firstText($: CheerioAPI, places: readonly string[], tell?: (place: string, text: string) => void): string | undefined {
  for (const { text, place } of texts($, places)) {
    tell?.(place, text);
    return text;
  }
  return undefined;
}

function firstDate($: CheerioAPI, places: readonly string[], trace?: Trace): Date | undefined {
  for (const { text, place } of texts($, places)) {
    const date = parseDate(text);
    if (!date) continue;
    trace?.found('date', place, text);
    return date;
  }
  return undefined;
}

function documentId($: CheerioAPI, { places, forms }: DocumentId): string | undefined {
  for (const { text } of texts($, places)) {
    const form = forms.find(([pattern]) => pattern.test(text));
    if (form) return text.replace(...form);
  }
  return undefined;
}

/** The page's own canonical address if it is on the same site, else the address it was read from. */
function canonicalAddress($: CheerioAPI, pageUrl: string, trace: Trace | undefined): string {
  const [own] = texts($, ['link[rel="canonical"]@href', 'meta[property="og:url"]@content']);
  const decoded = own && /^https?%3A/i.test(own.text) ? decodeAddress(own.text) : own?.text;
  const canonical = absoluteUrl(decoded ?? '', pageUrl);
  const page = absoluteUrl(pageUrl, '');
  const isPage = canonical !== undefined && (!page || (canonical.pathname !== '/' && sameSite(canonical, page)));
  const chosen = isPage ? canonical : page;
  if (own && isPage) trace?.found('url', own.place, own.text);
  return chosen ? withoutTracking(chosen).href : '';
}

/** An address that was percent-encoded as a whole; empty where the encoding is broken. */
function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return '';
  }
}

/** True if both hosts end in the same two labels: `k.sina.com.cn` and `news.sina.com.cn` share `com.cn`, so three there. */
function sameSite(a: URL, b: URL): boolean {
  const site = ({ hostname }: URL): string => {
    const labels = hostname.split('.');
    const short = (labels.at(-2)?.length ?? 0) <= 3 && (labels.at(-1)?.length ?? 0) === 2;
    return labels.slice(short ? -3 : -2).join('.');
  };
  return site(a) === site(b);
}

function editorName(text: string | undefined): string | undefined {
  // An editor's code, such as SF142, stands behind the name.
  const name = text?.replace(/^.{0,40}?责任编辑\s?[：:]?/u, '').trim().replace(/(?<!\s)\s+[A-Z]{1,3}\d+$/, '');
  return name === '' ? undefined : name;
}

function splitKeywords(text: string | undefined): string[] {
  const words = (text ?? '').split(/[,，;；、|]/u).map(trimText).filter((word) => word !== '');
  return [...new Set(words)];
}

/** Longer than any value of a page's metadata. */
const TEXT_LENGTH = 5000;
/** Longer than any title; what is cut is no title but a page gone wrong. */
const TITLE_LENGTH = 1000;

/**
 * The title of a page that no rule knows: the h1 that its `<title>` begins with (another h1 may be the site's logo),
 * else og:title, else the `<title>` without the names of section and site that follow it, else any h1.
 */
function pageTitle($: CheerioAPI, trace: Trace | undefined): string {
  const full = firstText($, ['title'])?.slice(0, TITLE_LENGTH) ?? '';
  const heading = [...texts($, ['h1', 'h2'])].find(({ text }) => text.length > 4 && full.startsWith(text));
  const parts = full.split(/\s?[_|｜]\s?|\s[-–—]\s|-(?=[^-]{1,10}(?:网|频道|新闻|客户端|在线)(?:-|$))/u);
  const own = [parts[0], full].find((text) => text !== undefined && text !== '');
  const [meta] = texts($, ['meta[property="og:title"]@content', 'meta[name="twitter:title"]@content']);
  const [any] = texts($, ['h1']);
  const title = heading ?? meta ?? (own === undefined ? any : { text: own, place: 'title' });
  if (title) trace?.found('title', title.place, title.text);
  return title?.text ?? '';
}
