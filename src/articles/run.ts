import type { ArticleStore } from '../archive/store.js';
import type { SiteRule } from '../article/rules/rule.js';
import type { Filter } from '../feeds/filter.js';
import type { FeedSource } from '../feeds/types.js';
import type { Cost } from '../http/cost.js';
import type { Outcome } from '../outcome.js';
import type { PictureSource } from '../pictures/get-pictures.js';
import type { PostForm } from '../post/form.js';
import type { Sources } from '../sources.js';
import type { Listing } from './listing.js';
import type { SharedFetch } from './shared-fetch.js';

/** What to take from each feed, and in which form. */
export interface RunOptions {
  /** The newest so many articles of each feed. Without it and `since`: 30 in a feed's first run, later all new ones. */
  limit?: number | undefined;
  /** Only what is not older, as far as the feed tells. */
  since?: Date | undefined;
  /** What is not taken for its age or its title; posts that are there stay as they are. */
  filter?: Filter | undefined;
  /** True: all that the feeds list is marked as seen, and nothing is fetched. */
  catchUp?: boolean | undefined;
  form: PostForm;
  /** The user's own rules for pages. */
  rules?: readonly SiteRule[] | undefined;
  /** False: every page is parsed as a whole. */
  fastPath?: boolean | undefined;
  /** Which articles that an earlier run has settled are fetched again; none without. */
  again?: Again | undefined;
  /** Makes pictures that stand with their posts smaller. */
  shrink?: PictureSource['shrink'];
  /** Pages fetched at once; default 4. */
  concurrency?: number | undefined;
  /** Failures are tolerated until they happened in so many runs in a row; undefined for none. */
  tolerate?: number | undefined;
  /** Ends the run after the article in hand. */
  signal?: AbortSignal | undefined;
}

export interface Again {
  /** Those with a post of which their feed says that they have changed, or all. */
  take: 'changed' | 'all';
  /** True: what a person has edited is written over, and what a person has deleted is written again. */
  force: boolean;
}

/** What became of one article. */
export interface ArticleEvent {
  type: 'article';
  outcome: Outcome;
  /** False for an article that an earlier run, or another feed of this one, has met. */
  isNew: boolean;
  /** The feeds of this run that list it, as far as they have been read, in the order of the user; its own one without. */
  feeds?: readonly string[];
  /** True for a post that this run would have written again, were it not a person's now. */
  isKept?: boolean;
  /** The finished post of an article that was written or updated. */
  document?: string;
  /** What it took to get its page. */
  cost: Cost;
}

/** How something is fetched. */
export interface Way {
  sources: Sources;
  options: RunOptions;
}

/** What all feeds of a run share, and the way of one of them. */
export interface Run extends Way {
  store: ArticleStore;
  /** Articles that failed in this run: another feed that lists them does not ask again. */
  failed: Map<string, Outcome>;
  listing: Listing;
  /** The same run in the way of that feed. */
  as: (feed: Pick<FeedSource, 'id'>) => Run;
  /** By the names of articles: what is fetched, or was and is not settled yet. */
  fetches: Map<string, Promise<SharedFetch>>;
  /** Does what writes, one thing after another, whichever feed it is for; rejects once the run has ended. */
  alone: <Result>(task: () => Promise<Result>) => Promise<Result>;
  /** Ends what is fetched; what is being written comes to its end, and nothing more is written. */
  stop: () => void;
}
