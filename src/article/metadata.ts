import type { CheerioAPI } from 'cheerio';
import { parseDate } from '../dates.js';
import type { PageFacts } from './metadata/page-facts.js';
import { firstText, splitKeywords, texts } from './metadata/places.js';
import { TITLE_LENGTH } from './metadata/title.js';
import type { DocumentId, SiteRule } from './rules/rule.js';
import type { Field } from './explanation.js';
import type { Trace } from './trace.js';

/** What a page says of its article outside the article's text. */
export interface Metadata {
  url: string;
  id: string | undefined;
  title: string;
  date: Date | undefined;
  metaDate: Date | undefined;
  updated: Date | undefined;
  source: string | undefined;
  author: string | undefined;
  editor: string | undefined;
  keywords: readonly string[];
  description: string | undefined;
}

/** The time of the metadata alone, which may be minutes or hours from the one that the page shows. */
const META_DATE = [
  'meta[property="article:published_time"]@content',
  'meta[itemprop="datePublished"]@content',
  'meta[name="publishdate"]@content',
  'meta[name="pubdate"]@content',
  'meta[property="bytedance:published_time"]@content',
  'meta[name="weibo: article:create_at"]@content',
];

/** What a built-in rule does not name is not read elsewhere either: what other places say is the platform's. */
const NOTHING = { source: undefined, author: undefined, editor: undefined, keywords: [] };
const UPDATED = [
  'meta[property="article:modified_time"]@content',
  'meta[property="og:updated_time"]@content',
  'meta[itemprop="dateModified"]@content',
];

/** Reads a page's metadata by its rule, and what the rule does not find, or where there is none, as on any page. */
export function readMetadata($: CheerioAPI, rule: SiteRule | undefined, facts: PageFacts, trace?: Trace): Metadata {
  const common = { url: facts.url, metaDate: firstDate($, META_DATE), updated: firstDate($, UPDATED), description: facts.description() };
  if (!rule) return { ...common, ...facts.all(), id: undefined };
  const read = (field: Field, places: readonly string[] = []): string | undefined => firstText($, places, (place, text) => trace?.found(field, place, text));
  const any = rule.isOwn ? facts.all() : NOTHING;
  const title = (read('title', rule.title) ?? facts.title()).slice(0, TITLE_LENGTH);
  const inScript = rule.inScript?.($) ?? {};
  const source = (read('source', rule.source) ?? inScript.source)?.replace(/^来源\s?[：:]\s?/u, '') ?? any.source;
  const author = read('author', rule.author) ?? any.author;
  const keywords = keywordsAt($, rule.keywords, trace);
  return {
    ...common,
    id: documentId($, rule.documentId),
    title,
    keywords: (keywords.length > 0 ? keywords : any.keywords).filter((word) => word !== title),
    date: firstDate($, rule.date, trace) ?? inScript.date ?? facts.date(),
    source,
    // Many pages repeat their medium as author.
    author: author === source ? undefined : author,
    editor: editorName(read('editor', rule.editor)) ?? any.editor,
  };
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

/** The keywords at the first place that has any; each may stand in an element of its own. */
function keywordsAt($: CheerioAPI, places: readonly string[] = [], trace?: Trace): string[] {
  const [first, ...others] = texts($, places);
  if (!first) return [];
  trace?.found('keywords', first.place, first.text);
  const beside = others.filter(({ place }) => place === first.place);
  return [...new Set([first, ...beside].flatMap(({ text }) => splitKeywords(text)))];
}

function documentId($: CheerioAPI, { places, forms }: DocumentId = { places: [], forms: [] }): string | undefined {
  for (const { text } of texts($, places)) {
    const form = forms.find(([pattern]) => pattern.test(text));
    if (form) return text.replace(...form);
  }
  return undefined;
}

function editorName(text: string | undefined): string | undefined {
  // An editor's code, such as SF142, stands behind the name.
  const name = text?.replace(/^.{0,40}?责任编辑\s?[：:]?/u, '').trim().replace(/(?<!\s)\s+[A-Z]{1,3}\d+$/, '');
  return name === '' ? undefined : name;
}
