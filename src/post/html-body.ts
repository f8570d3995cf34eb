import { load } from 'cheerio';
import { safeAlt } from '../markdown/figure.js';

/** Stands for `<` while HTML is written, which leaves it as it is in attributes. */
const LESS_THAN = '\u0001';

/**
 * The article's clean HTML inside `<div>`, as blogs take it in place of Markdown: no empty line, no indentation and no
 * comment inside (Markdown would begin anew there), braces as entities (template engines would read them), pictures
 * without referrer (Sina's picture host refuses foreign ones).
 */
export function htmlBody(html: string): string {
  const $ = load(html, null, false);
  $('img').attr('referrerpolicy', 'no-referrer').attr('alt', (_, alt: string | undefined) => safeAlt(alt ?? ''));
  $('img, a').each((_, { attribs }) => {
    // A generator that looks for its mark in the source takes `<!-- more -->` in an attribute for it.
    for (const [name, value] of Object.entries(attribs)) attribs[name] = value.replaceAll('<', LESS_THAN);
  });
  const lines = $.html().split('\n').filter((line) => line.trim() !== '');
  return `<div>\n${lines.join('\n')}\n</div>`.replaceAll(LESS_THAN, '&lt;').replaceAll('{', '&#123;').replaceAll('}', '&#125;');
}
