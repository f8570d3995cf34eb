import { escapeAlt, escapeAttribute, escapeDestination, type Dialect } from './dialect.js';
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

/** An image, inline. Some hosts of pictures, Sina's among them, refuse readers who come from a foreign page. */
export function image(node: RuleElement, dialect: Dialect): string {
  const src = escapeDestination(node.getAttribute('src') ?? '');
  const alt = node.getAttribute('alt') ?? '';
  if (dialect.tagsPictures) return `<img src="${src}" alt="${escapeAttribute(alt)}" referrerpolicy="no-referrer">`;
  return `![${escapeAlt(alt, dialect)}](${src})`;
}
