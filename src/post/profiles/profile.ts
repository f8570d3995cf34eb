import type { PostFields } from '../fields.js';
import type { FrontMatterValue } from '../value.js';

/** How posts look for one blog generator or reader: one file a profile. */
export interface Profile {
  /** What `--profile` takes. */
  id: string;
  /** The generator as people call it. */
  name: string;
  /** Where posts stand in a site: the first of these folders that is there, else the first. Empty for no site of its own. */
  folders: readonly string[];
  /** The keys of the front matter in their order. */
  keys: Readonly<Record<string, KeyValue>>;
  /** How a point in time is written; `zone` is the one that the site's own configuration sets. */
  date: (date: Date, zone: string | undefined) => FrontMatterValue;
}

/** What a key holds for an article; undefined if the key has no place there. */
export type KeyValue = (post: PostFields, time: (date: Date) => FrontMatterValue) => FrontMatterValue | undefined;
