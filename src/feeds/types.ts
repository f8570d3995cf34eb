import type { Validators } from '../validators.js';

/** One entry of a feed, whatever the feed's format was. */
export interface FeedItem {
  /** The publisher's own document id (`comos:...` in the roll API). */
  docid?: string;
  guid?: string;
  /** Absolute http(s) address of the article; empty if the feed gives none. */
  url: string;
  /** One line, trimmed, entities decoded. */
  title: string;
  /** When it was published. */
  date?: Date;
  /** When the item was last changed, where the feed tells that from its date. */
  updated?: Date;
  author?: string;
  /** As the feed has them, in its order; may be none. */
  categories: readonly string[];
  /** The article's full text as HTML where the feed carries it (`content:encoded`, Atom content). */
  contentHtml?: string;
}

/** An answer of a feed before it is parsed. */
export interface FeedText {
  /** Decoded; undefined if the feed has not changed since the answer that the validators came with. */
  text: string | undefined;
  validators?: Validators | undefined;
  /** Where the feed has moved for good; null if it is where it was asked for, undefined if that is not known. */
  movedTo?: string | null;
}

/** What one answer of a feed holds. */
export interface ParsedFeed {
  title?: string;
  author?: string;
  /** Absolute address of the feed's own picture. */
  image?: string;
  /** Milliseconds for which it asks to be left alone once it was read (RSS 2.0, `<ttl>`). */
  ttl?: number;
  /** In the order of the feed: mostly the newest first. */
  items: readonly FeedItem[];
}

/** How posts of a feed present themselves where the feed itself does not say. */
export interface FeedDefaults {
  title?: string;
  /** Categories in front of the feed's title, outermost first. */
  categories?: readonly string[];
  author?: string;
  /** Picture for articles without one. */
  image?: string;
}

/** A feed as the user named it, resolved to what can be read. */
export interface FeedSource {
  /** What the user typed, or the catalogue id: names the feed in every outcome and in the archive. */
  id: string;
  kind: 'http' | 'file' | 'stdin' | 'demo';
  /** Address of the first page (http, demo) or path of the file; `-` for standard input. */
  location: string;
  /** Authorization header for the user name and password that stood in its address. */
  authorization?: string;
  /** Extra request headers (the roll API wants a Referer). */
  headers?: Readonly<Record<string, string>>;
  /** Address of page `n` (from 1), where the feed has pages. */
  pageUrl?: (page: number) => string;
  defaults: FeedDefaults;
  /** Catalogue id of a live feed to name when this one is dead. */
  alternative?: string;
}
