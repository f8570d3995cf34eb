import type { SiteRule } from '../article/rules/rule.js';

/** What a configuration says; empty where there is none. */
export interface Config {
  /** Its file, where there is one. */
  file?: string;
  /** The user's own rules, to be tried before the built-in ones. */
  rules: readonly SiteRule[];
}
