import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { bodyTexts } from '../text-nodes.js';
import type { Field } from '../explanation.js';
import { needWholePage } from '../fast/index.js';
import { elementsOf } from '../select.js';
import type { Trace } from '../trace.js';
import { readByline, type Byline } from './byline.js';
import { readJsonLd, type JsonLd } from './json-ld.js';
import { metaTexts, readMetas, type Metas } from './metas.js';
import { findDate, isDatedItself, type DateSources } from './page-date.js';
import { splitKeywords } from './places.js';
import { TITLE_LENGTH, findTitle, type Title } from './title.js';
import { zoneHoursOf } from './zone.js';

interface Facts {
  title: string;
  date: Date | undefined;
  source: string | undefined;
  author: string | undefined;
  editor: string | undefined;
  keywords: readonly string[];
}

const SOURCE_NAMES = ['source', 'contentsource', 'mediaid', 'og:site_name', 'application-name'];
const AUTHOR_NAMES = ['author', 'article:author', 'dc.creator', 'parsely-author', 'sailthru.author', 'byl'];
const KEYWORD_NAMES = ['keywords', 'news_keywords', 'parsely-tags', 'article:tag'];
const DESCRIPTION_NAMES = ['og:description', 'description', 'twitter:description'];
/** An author longer than this is a sentence. */
const AUTHOR_LENGTH = 60;

const EDITOR = /^\s*(?:[【[（(]\s*)?(?:责任编辑|责编|编辑)\s?[：:]\s*(?<name>\p{Script=Han}{2,4}(?:[、 ]\p{Script=Han}{2,4}){0,2}(?:_\w{1,12})?|[A-Za-z]{1,4}\d{1,6})\s*(?:[】\]）)]\s*)?$/u;
const EDITOR_LENGTH = 60;

/** What a page that no rule knows says of its article: in metadata, in JSON-LD, and beside its title. */
export class PageFacts {
  private readonly metas: Metas;
  private readonly jsonLd: JsonLd | undefined;
  private found: { title: Title; byline: Byline } | undefined;
  private dated: boolean | undefined;

  /** @param seenAt the page was published no later than this */
  constructor(private readonly $: CheerioAPI, readonly url: string, private readonly trace: Trace | undefined, private readonly seenAt?: Date) {
    this.metas = readMetas($);
    this.jsonLd = readJsonLd($);
  }

  /** The element that shows the title. */
  heading(): Element | undefined {
    return this.head().title.heading;
  }

  /** How the site calls itself: in its metadata, and behind the title of its pages. */
  siteNames(): string[] {
    const suffix = this.fullTitle().slice(0, TITLE_LENGTH).replace(this.head().title.text, '');
    const names = [...(this.metas.get('og:site_name') ?? []), ...suffix.split(/[\s_|｜—–-]+/u)].map((name) => name.replace(/(?:新闻)?网$/u, ''));
    return [...new Set(names)].filter((name) => name.length >= 2);
  }

  /** The article's text in the page's JSON-LD. */
  articleBody(): string | undefined {
    return this.jsonLd?.body;
  }

  /** With all that stands behind it. */
  private fullTitle(): string {
    return this.$.text(elementsOf(this.$, 'title').slice(0, 1));
  }

  title(): string {
    const { title } = this.head();
    if (title.text !== '') this.trace?.found('title', title.place, title.text);
    return title.text;
  }

  date(): Date | undefined {
    return findDate(this.$, this.dateSources(), this.trace);
  }

  /** True if the page itself says when it was published. */
  isDated(): boolean {
    this.dated ??= findDate(this.$, { ...this.dateSources(), url: '' }) !== undefined;
    return this.dated;
  }

  /** True if its metadata, or what stands behind its title, names a day: not only what the page lists has one. */
  isDatedItself(): boolean {
    return isDatedItself(this.dateSources());
  }

  /** True if the page calls itself an article. */
  isArticle(): boolean {
    const types = this.metas.get('og:type') ?? [];
    return types.some((type) => /^(?:news)?article$|^news$/i.test(type)) || this.metas.has('article:published_time') || this.jsonLd?.datePublished !== undefined;
  }

  /** True if the page says that its text is not for everybody. */
  isPaid(): boolean {
    return this.jsonLd?.isPaid ?? false;
  }

  private dateSources(): DateSources {
    const { title, byline } = this.head();
    const zoneHours = zoneHoursOf(this.$, this.url, title.text);
    return { metas: this.metas, declared: this.jsonLd?.datePublished, byline, url: this.url, zoneHours, seenAt: this.seenAt };
  }

  description(): string | undefined {
    return this.meta('description', DESCRIPTION_NAMES) ?? this.jsonLd?.description;
  }

  all(): Facts {
    const { byline } = this.head();
    const title = this.title();
    const source = this.tell('source', 'beside the title', byline.source) ?? this.meta('source', SOURCE_NAMES)?.replace(/^来源\s?[：:]\s?/u, '');
    const editor = this.tell('editor', 'beside the title', byline.editor) ?? this.editorBelow();
    const keywords = KEYWORD_NAMES.map((name) => this.metas.get(name) ?? []).find((texts) => texts.length > 0) ?? this.jsonLd?.keywords ?? [];
    return {
      title,
      date: this.date(),
      source,
      author: this.author(byline, source),
      editor,
      keywords: [...new Set(keywords.flatMap(splitKeywords))].filter((word) => word !== title),
    };
  }

  /** Many pages give their medium, the number of an account or its address as author. */
  private author(byline: Byline, source: string | undefined): string | undefined {
    const shown = this.tell('author', 'beside the title', byline.author);
    const suffix = this.fullTitle().replace(this.head().title.text, '');
    const isSite = (text: string): boolean => text === source || (suffix.includes(text) && !suffix.includes(`by ${text}`)) || (this.metas.get('og:site_name') ?? []).includes(text);
    const declared = [...metaTexts(this.metas, AUTHOR_NAMES), { text: (this.jsonLd?.authors ?? []).join(' '), place: 'JSON-LD author' }];
    const named = declared.find(({ text }) => text !== '' && text.length <= AUTHOR_LENGTH && !/^\d+$|^https?:|@/.test(text) && !isSite(text));
    return shown ?? (named && this.tell('author', named.place, named.text));
  }

  /** The editor in a line of its own, wherever it stands. */
  private editorBelow(): string | undefined {
    const named = bodyTexts(this.$).map(({ data }) => (data.length > EDITOR_LENGTH ? undefined : EDITOR.exec(data)?.groups?.name)).find((name) => name !== undefined);
    return this.tell('editor', 'a line of its own', named);
  }

  private meta(field: Field, names: readonly string[]): string | undefined {
    for (const { text, place } of metaTexts(this.metas, names)) return this.tell(field, place, text);
    return undefined;
  }

  private tell(field: Field, place: string, text: string | undefined): string | undefined {
    if (text !== undefined) this.trace?.found(field, place, text);
    return text;
  }

  private head(): { title: Title; byline: Byline } {
    if (!this.found) {
      needWholePage(this.$);
      const title = findTitle(this.$, this.jsonLd?.headline);
      this.found = { title: { ...title, text: title.text.slice(0, TITLE_LENGTH) }, byline: readByline(this.$, title.heading) };
    }
    return this.found;
  }
}
