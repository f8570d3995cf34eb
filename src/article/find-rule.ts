import type { CheerioAPI } from 'cheerio';
import { parseHttpUrl } from '../url.js';
import { canonicalAddress } from './metadata/canonical.js';
import type { SiteRule } from './rules/rule.js';
import { elementsOf } from './select.js';
import type { Trace } from './trace.js';

/**
 * The first rule that holds for a page.
 * @param pageUrl the page's address; empty for a file, which then counts as from the address that it names for itself
 */
export function findRule($: CheerioAPI, rules: readonly SiteRule[], pageUrl: string, trace: Trace | undefined): SiteRule | undefined {
  const host = parseHttpUrl(pageUrl || canonicalAddress($, ''))?.hostname ?? '';
  const holds = (condition: Condition): boolean => condition.holds($, host);
  const rule = rules.find((candidate) => conditionsOf(candidate).every(holds));
  if (trace) for (const candidate of rules) for (const { words } of conditionsOf(candidate).filter(holds)) trace.found('when', words, candidate.id);
  if (rule) trace?.found('rule', rule.sample, rule.id);
  return rule;
}

/** Something that a rule asks of a page. */
interface Condition {
  /** A selector, or `host example.com`. */
  words: string;
  holds: ($: CheerioAPI, host: string) => boolean;
}

/** All that a rule asks of a page. */
export function conditionsOf({ hosts = [], when }: SiteRule): Condition[] {
  const selectors = when.map((selector): Condition => ({ words: selector, holds: ($) => elementsOf($, selector).length > 0 }));
  const isOneOf = (host: string): boolean => hosts.some((name) => host === name || host.endsWith(`.${name}`));
  return hosts.length === 0 ? selectors : [{ words: `host ${hosts.join(' or ')}`, holds: (_, host) => isOneOf(host) }, ...selectors];
}
