import type { Article } from '../article/types.js';
import type { FeedDefaults, FeedItem, ParsedFeed } from '../feeds/types.js';
import type { PostForm } from './form.js';
import type { LocalPicture } from './pictures.js';
import { withoutSecrets } from '../url.js';
import { siteOf } from './sites.js';

/** Where an article was found: a feed and its item. Absent for a page that was named by itself. */
export interface Origin {
  feed: Pick<ParsedFeed, 'title' | 'author' | 'image'>;
  defaults: FeedDefaults;
  item: FeedItem;
  /** The feed as the user named it. */
  name?: string | undefined;
}

/** What is known of an article besides what its page says. */
export interface Circumstances {
  /** The article's identity. */
  id: string;
  origin?: Origin | undefined;
  form?: PostForm;
  /** The date of a post whose feed and page both have none. */
  now: Date;
  /** Those that stand with the post. */
  pictures?: readonly LocalPicture[];
}

/** What a post says of its article, before a profile puts it under its own keys. */
export interface PostFields {
  /** The article's identity, empty if it has none. */
  id: string;
  /** The feed as the user named it; empty for a page that was named by itself. */
  feed: string;
  title: string;
  date: Date;
  /** When it was last changed, if that was after its date. */
  updated?: Date | undefined;
  /** Outermost first. */
  categories: readonly string[];
  author: string;
  /** Absolute address of the picture that stands for the article, or empty. */
  cover: string;
  comments: boolean;
  /** Absolute address of the article, without what is secret in it; empty if unknown. */
  url: string;
  /** The medium that the page names as its source. */
  source?: string | undefined;
  editor?: string | undefined;
  keywords: readonly string[];
  description?: string | undefined;
}

/** Joins what feed, page and site say of an article with what the form wants instead. */
export function readFields(article: Article, { id, origin, form, now }: Required<Omit<Circumstances, 'pictures'>>): PostFields {
  const { url, source, editor, keywords, description } = article;
  const site = siteOf(url, source);
  return {
    id,
    feed: origin?.name ?? '',
    title: chooseTitle(article.title, origin?.item.title ?? ''),
    ...datesOf(article, origin, now),
    categories: form.categories ?? categoriesOf(origin) ?? site.categories,
    author: chooseAuthor(form.author, article, authorOf(origin) ?? site.name),
    cover: form.images === 'none' ? '' : (article.leadImage ?? feedImage(origin) ?? site.image),
    comments: form.comments ?? false,
    url: withoutSecrets(url),
    source,
    editor,
    keywords,
    description,
  };
}

function datesOf(article: Article, origin: Origin | undefined, now: Date): Pick<PostFields, 'date' | 'updated'> {
  const date = origin?.item.date ?? article.date ?? now;
  const updated = article.updated ?? origin?.item.updated;
  return { date, updated: updated && updated > date ? updated : undefined };
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

function chooseAuthor(wish: PostForm['author'], { author, source }: Article, medium: string): string {
  if (wish === undefined) return medium;
  if ('name' in wish) return wish.name;
  return wish.is === 'article' ? (author ?? source ?? medium) : medium;
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
