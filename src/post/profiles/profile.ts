import type { Dialect } from '../../markdown/dialect.js';
import type { Config, SiteFacts } from '../config.js';
import type { PostFields } from '../fields.js';
import type { FrontMatterValue } from '../value.js';
import type { ProfileId } from './ids.js';

/** How posts look for one blog generator or reader: one file a profile. */
export interface Profile {
  id: ProfileId;
  /** The generator as people call it. */
  name: string;
  /** How a site of the generator is known; none for a profile that has no sites. */
  site?: SiteSigns;
  /** Where posts stand in a site: the first of these folders that is there, else the first. Empty for the site itself. */
  folders: (config: Config) => readonly string[];
  /** The keys of the front matter in their order. */
  keys: Readonly<Record<string, KeyValue>>;
  /** How a point in time is written; `zone` is the one that the site's own configuration sets. */
  date: (date: Date, zone: string | undefined) => FrontMatterValue;
  /** How text is kept from being read as markup. */
  dialect: Dialect;
  /** The mark behind which a list of posts shows no more, and the key that tells the generator of it, if one must. */
  excerpt?: { mark: string; key?: string };
  /** Keys for fields that `--fields` adds, where they are not the usual ones. */
  extraKeys?: Readonly<Record<string, string>>;
  /** A keyword as the generator takes it for a tag; undefined for one that it does not take. */
  tag?: (keyword: string) => string | undefined;
  /** Addresses leave out the day in front of a file's name, so that two days share them. */
  sharesDays?: true;
  /** A file's name must begin with the day. */
  startsWithDay?: true;
  /**
   * From where a site serves pictures of its posts. Without it, and without a site, they stand among the posts.
   * @param posts the folder of the posts below the root
   */
  pictures?: (site: SiteFacts, posts: string) => SitePictures;
  /** Whether a site shows HTML that stands in a post; without this it always does. */
  keepsHtml?: (config: Config) => boolean;
}

/** What a key holds for an article; undefined if the key has no place there. */
export type KeyValue = (post: PostFields, time: (date: Date) => FrontMatterValue) => FrontMatterValue | undefined;

/** A folder below the root of a site, and the addresses that lead there. */
export interface SitePictures {
  folder: string;
  /** Renderers and themes put the path under which a site lives in front of some addresses, and not of others. */
  inMarkdown: string;
  inHtml: string;
  inFrontMatter: string;
  /** Why they may not be seen there all the same: a key with a value that cannot be read, or a folder that is not copied. */
  doubt?: { unreadable: string } | { notCopied: string };
}

/** The same address everywhere. */
export const everywhere = (folder: string, address: string): SitePictures => ({ folder, inMarkdown: address, inHtml: address, inFrontMatter: address });

/** The path of an address at which a site lives; of one that is only a path, that. */
export function pathOf(address: string): string {
  if (address.startsWith('/')) return address;
  return URL.canParse(address) ? new URL(address).pathname : '/';
}

/** What tells that a folder is the root of a generator's site; any one of these does. */
export interface SiteSigns {
  /** Configuration files, as paths below the root. */
  configs?: readonly ConfigFile[];
  /** A package among the dependencies of `package.json`. */
  package?: string;
  /** A name in the root that no other program uses. */
  entry?: string;
  /** The time zone in a configuration. */
  zone?: (config: Config) => string | undefined;
}

export interface ConfigFile {
  path: string;
  /** Tells the file from one of the same name that belongs to another generator; without it the name is enough. */
  is?: (config: Config, names: readonly string[]) => boolean;
  /** The name is one that any program may use: a damaged file of it says nothing. */
  isCommonName?: true;
}

/** Configuration files that need no look inside. */
export const configs = (...paths: string[]): ConfigFile[] => paths.map((path) => ({ path }));
