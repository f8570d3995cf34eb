import TurndownService from 'turndown';
import { blockquote, heading, list, listItem, paragraph } from './block.js';
import { codeBlock, inlineCode } from './code.js';
import { GENERATORS, rewrite, type Dialect } from './dialect.js';
import { domOf, type RuleElement } from './dom.js';
import { HTML_MARK } from './html-table.js';
import { image, link } from './link.js';
import { normalize } from './normalize.js';
import { EM_END, EM_START, LINE_BREAK, STRONG_END, STRONG_START } from './signs.js';
import { table, tableCell, tableRow } from './table.js';

function createService(dialect: Dialect): TurndownService {
  const service = new TurndownService({ hr: '***' });
  service.escape = (text) => rewrite(text, dialect.inline);
  return service
    .addRule('paragraph', { filter: 'p', replacement: (content, node: RuleElement) => paragraph(content, node, dialect) })
    .addRule('heading', { filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], replacement: (content, node: RuleElement) => heading(content, node, dialect) })
    .addRule('blockquote', { filter: 'blockquote', replacement: blockquote })
    .addRule('list', { filter: ['ul', 'ol'], replacement: list })
    .addRule('listItem', { filter: 'li', replacement: listItem })
    .addRule('codeBlock', { filter: 'pre', replacement: codeBlock })
    .addRule('htmlTable', { filter: (node: RuleElement) => node.nodeName === 'PRE' && node.getAttribute(HTML_MARK) !== null, replacement: (_, { textContent }: RuleElement) => `\n\n${textContent ?? ''}\n\n` })
    .addRule('code', { filter: 'code', replacement: inlineCode })
    .addRule('link', { filter: 'a', replacement: link })
    .addRule('image', { filter: 'img', replacement: (_, node: RuleElement) => image(node, dialect) })
    .addRule('lineBreak', { filter: 'br', replacement: () => LINE_BREAK })
    .addRule('strong', { filter: 'strong', replacement: (content) => STRONG_START + content + STRONG_END })
    .addRule('emphasis', { filter: 'em', replacement: (content) => EM_START + content + EM_END })
    .addRule('subscript', { filter: 'sub', replacement: (content) => `<sub>${content}</sub>` })
    .addRule('superscript', { filter: 'sup', replacement: (content) => `<sup>${content}</sup>` })
    .addRule('tableCell', { filter: ['td', 'th'], replacement: (content, node: RuleElement) => tableCell(content, node, dialect) })
    .addRule('tableRow', { filter: 'tr', replacement: tableRow })
    .addRule('table', { filter: 'table', replacement: table });
}

const services = new Map<Dialect, TurndownService>();

function serviceFor(dialect: Dialect): TurndownService {
  const service = services.get(dialect) ?? createService(dialect);
  services.set(dialect, service);
  return service;
}

/**
 * Converts the clean HTML of an article (`Article.html`) to Markdown whose text a reader sees unchanged in whatever the
 * dialect is for: without one, in any CommonMark renderer and in the blog generators that add Liquid, Nunjucks, kramdown
 * or smart links of their own. Lines end in LF; blocks are one empty line apart; nothing empty stands at either end.
 * Syntax: https://spec.commonmark.org/0.31.2/, with the tables of https://github.github.com/gfm/.
 * @throws RangeError if the HTML is nested more than 200 levels deep.
 */
export function toMarkdown(html: string, dialect: Dialect = GENERATORS): string {
  return serviceFor(dialect).turndown(domOf(normalize(html, dialect)));
}
