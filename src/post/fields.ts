import type { Article } from '../article/types.js';
import type { FeedDefaults, FeedItem, ParsedFeed } from '../feeds/types.js';
import { siteOf } from './sites.js';

/** Where an article was found: a feed and its item. Absent for a page that was named by itself. */
export interface Origin {
  feed: Pick<ParsedFeed, 'title' | 'author' | 'image'>;
  defaults: FeedDefaults;
  item: FeedItem;
}

/** What a post says of its article, before a profile puts it under its own keys. */
export interface PostFields {
  title: string;
  date: Date;
  /** Outermost first. */
  categories: readonly string[];
  author: string;
  /** Absolute address of the picture that stands for the article, or empty. */
  cover: string;
  comments: boolean;
  /** Absolute address of the article, empty if unknown. */
  url: string;
  /** The medium that the page names as its source. */
  source?: string | undefined;
  editor?: string | undefined;
  keywords: readonly string[];
  description?: string | undefined;
}

/** Joins what feed, page and site say of an article. `now` is the date of a post whose feed and page both have none. */
export function readFields(article: Article, origin: Origin | undefined, now: Date): PostFields {
  const site = siteOf(article.url, article.source);
  return {
    title: chooseTitle(article.title, origin?.item.title ?? ''),
    date: origin?.item.date ?? article.date ?? now,
    categories: categoriesOf(origin) ?? site.categories,
    author: authorOf(origin) ?? site.name,
    cover: article.leadImage ?? feedImage(origin) ?? site.image,
    comments: false,
    url: article.url,
    source: article.source,
    editor: article.editor,
    keywords: article.keywords,
    description: article.description,
  };
}

const feedImage = (origin: Origin | undefined): string | undefined => origin && (origin.defaults.image ?? origin.feed.image);

function categoriesOf(origin: Origin | undefined): string[] | undefined {
  if (!origin) return undefined;
  const { defaults, feed, item } = origin;
  const title = defaults.title ?? feed.title;
  const all = [...(defaults.categories ?? []), ...(title ? [title] : []), ...item.categories];
  return all.length > 0 ? [...new Set(all)] : undefined;
}

function authorOf(origin: Origin | undefined): string | undefined {
  return origin && (origin.defaults.author ?? origin.item.author ?? origin.feed.author);
}

/** The feed's title, as the feed's readers know the article, unless the feed cut it short. */
function chooseTitle(ofPage: string, ofItem: string): string {
  const stem = ofItem.replace(/(?<![.…])(\.{3,}|…+)$/u, '');
  const isCut = stem !== ofItem && ofPage.length > ofItem.length && ofPage.startsWith(stem);
  return oneLine(ofItem === '' || isCut ? ofPage : ofItem);
}

/** Longer than any headline; patterns and file names need not cope with more. */
const TITLE_LENGTH = 1000;

/** A title is one line of visible text. */
function oneLine(title: string): string {
  return title.slice(0, TITLE_LENGTH).toWellFormed().replace(/[\p{Cc}\u2028\u2029\ufeff]+/gu, ' ').trim();
}
