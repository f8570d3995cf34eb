import { load } from 'cheerio';

/**
 * The article's clean HTML inside `<div>`, as blogs take it in place of Markdown: no empty line, no indentation and no
 * comment inside (Markdown would begin anew there), braces as entities (template engines would read them), pictures
 * without referrer (Sina's picture host refuses foreign ones).
 */
export function htmlBody(html: string): string {
  const $ = load(html, null, false);
  $('img').attr('referrerpolicy', 'no-referrer');
  const lines = $.html().split('\n').filter((line) => line.trim() !== '');
  return `<div>\n${lines.join('\n')}\n</div>`.replaceAll('{', '&#123;').replaceAll('}', '&#125;');
}
