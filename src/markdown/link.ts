import { escapeAlt, escapeDestination, type Dialect } from './dialect.js';
import type { RuleElement } from './dom.js';
import { LINK_START } from './signs.js';

/** What every renderer shows as it stands between angle brackets: markdown-it decodes `%41` and `xn--` there. */
const AUTOLINK = /^https?:\/\/(?!.*(?:xn--|&#?\w+;))[\w\-.]+(?::\d+)?(?:[/?#][\w\-.~:/?#@!$&'()*+,;=]*)?$/;

/** A link; `content` is its converted text. */
export function link(content: string, node: RuleElement): string {
  const href = node.getAttribute('href') ?? '';
  if (node.textContent === href && AUTOLINK.test(href)) return `<${href}>`;
  return `${LINK_START}${content}](${escapeDestination(href)})`;
}

/** An image, inline. */
export function image(node: RuleElement, dialect: Dialect): string {
  const alt = escapeAlt(node.getAttribute('alt') ?? '', dialect);
  return `![${alt}](${escapeDestination(node.getAttribute('src') ?? '')})`;
}
