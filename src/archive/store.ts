import type { FeedHealth, FeedMark } from './feed-line.js';
import type { PostFile } from './post-files.js';
import type { RunLine } from './run-history.js';
import type { PictureBytes } from './picture-files.js';
import type { ArchiveRecord, WrittenRecord } from './record.js';

/** What a run knows of earlier articles, and where it puts new ones. */
export interface ArticleStore {
  /** The record of an article by any of its names. */
  find(id: string, aliases: readonly string[]): ArchiveRecord | undefined;
  /** Every article, in the order of the first sight. */
  records(): Iterable<ArchiveRecord>;
  /** The articles of a feed that failed and are to be tried again. */
  pending(feed: string): Iterable<ArchiveRecord>;
  /** Notes an article for which nothing is written. */
  remember(record: ArchiveRecord): Promise<void>;
  /**
   * Puts a post under `fileName`, or a unique form of it where another article or a person has that name, with the
   * pictures that its record names.
   * @returns the record, with the name that the post got
   */
  save(record: ArchiveRecord, fileName: string, document: string, pictures: PictureBytes): Promise<ArchiveRecord>;
  /** How the post of a written article is now. */
  look(record: ArchiveRecord): Promise<PostFile>;
  /**
   * Puts a document in the place of the post that the record names, whatever is there, and remembers the record. Where
   * another article's post has got that name since, it takes a unique form of it. The earlier pictures that the record
   * does not name go.
   * @returns the record, with the name that the post has
   */
  rewrite(record: WrittenRecord, document: string, pictures: PictureBytes): Promise<WrittenRecord>;
  /** A picture of a post as it was written; undefined if it is not there any more. */
  readPicture(path: string): Promise<Uint8Array | undefined>;
  /** How far a feed has been read; undefined before its first run. */
  markOf(feed: string): FeedMark | undefined;
  setMark(mark: FeedMark): Promise<void>;
  /** Whether a feed works; undefined if it was never seen to. */
  healthOf(feed: string): FeedHealth | undefined;
  setHealth(feed: string, health: FeedHealth): Promise<void>;
  /** Until when the server of a feed wants to be left alone, as an ISO 8601 instant in UTC; it may have passed. */
  restOf(feed: string): string | undefined;
  setRest(feed: string, until: string): Promise<void>;
  /** Notes what a run came to, for people. */
  noteRun(run: RunLine): Promise<void>;
  close(): Promise<void>;
}

/** Rules for file names that a store applies but does not make. */
export interface Naming {
  /** The same name made unique for this article. */
  unique: (name: string, id: string) => string;
  /** Equal for names that some file system takes for one. */
  key: (name: string) => string;
}

/**
 * Tries the preferred name, then its unique forms, until `claim` takes one.
 * @returns the name that was taken
 */
export async function claimName(
  preferred: string,
  id: string,
  naming: Naming,
  claim: (name: string) => boolean | Promise<boolean>,
): Promise<string> {
  let name = preferred;
  for (let attempt = 1; !(await claim(name)); attempt += 1) {
    name = naming.unique(preferred, attempt === 1 ? id : `${id}#${attempt}`);
  }
  return name;
}
