import type { Article } from '../article/types.js';
import type { FeedDefaults, FeedItem, ParsedFeed } from '../feeds/types.js';
import { toMarkdown } from '../markdown/to-markdown.js';
import { postFileName } from './file-name.js';
import { formatFrontMatter, type FrontMatter } from './front-matter.js';
import { htmlBody } from './html-body.js';
import { siteOf } from './sites.js';

export type BodyFormat = 'markdown' | 'html';

/** Where an article was found: a feed and its item. Absent for a page that was named by itself. */
export interface Origin {
  feed: Pick<ParsedFeed, 'title' | 'author' | 'image'>;
  defaults: FeedDefaults;
  item: FeedItem;
}

/** A finished post. */
export interface Post {
  title: string;
  date: Date;
  /** Preferred name; the output folder may have to make it unique. */
  fileName: string;
  /** The whole file: front matter, an empty line, the body, one newline at the end. */
  document: string;
}

/**
 * Puts an article into the form of a post.
 * @param id the article's identity, for a file name whose title has no usable character
 * @param now the date of a post whose feed and page both have none
 */
export function composePost(
  article: Article,
  { id, origin, body, now }: { id: string; origin?: Origin | undefined; body: BodyFormat; now: Date },
): Post {
  const fields = frontMatter(article, origin, now);
  const text = body === 'html' ? htmlBody(article.html) : toMarkdown(article.html);
  return {
    title: fields.title,
    date: fields.date,
    fileName: postFileName({ title: fields.title, date: fields.date, id }),
    document: `${formatFrontMatter(fields)}\n${text}\n`,
  };
}

function frontMatter(article: Article, origin: Origin | undefined, now: Date): FrontMatter {
  const site = siteOf(article.url, article.source);
  const image = article.leadImage ?? feedImage(origin) ?? site.image;
  return {
    title: chooseTitle(article.title, origin?.item.title ?? ''),
    categories: categoriesOf(origin) ?? site.categories,
    headimg: image,
    author: authorOf(origin) ?? site.name,
    comments: false,
    date: origin?.item.date ?? article.date ?? now,
    thumbnail: image,
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
