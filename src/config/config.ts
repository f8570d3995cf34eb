import type { SiteRule } from '../article/rules/rule.js';
import type { ConfigMistake } from '../error-params.js';

/** A value of an option, and the line of the file that gives it. */
export interface Setting {
  value: unknown;
  line: number;
}

/** Values of options, by the property of the command's options. */
export type Settings = ReadonlyMap<string, Setting>;

/** A feed that a configuration names. */
export interface ConfiguredFeed {
  /** As it is written there: an id of the catalogue, a URL, or a file. */
  feed: string;
  name: string | undefined;
  groups: readonly string[];
  settings: Settings;
  line: number;
}

/** What a configuration says; empty where there is none. */
export interface Config {
  /** Its file, where there is one. */
  file?: string;
  defaults: Settings;
  /** Options of groups; a group of which only feeds tell has none. */
  groups: ReadonlyMap<string, Settings>;
  feeds: readonly ConfiguredFeed[];
  /** The user's own rules for pages, to be tried before the built-in ones. */
  rules: readonly SiteRule[];
  /** What an earlier version of the file's form had otherwise. */
  warnings: readonly ConfigMistake[];
}

export const EMPTY_CONFIG: Config = { defaults: new Map(), groups: new Map(), feeds: [], rules: [], warnings: [] };
