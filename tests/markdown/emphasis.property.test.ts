import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/article/extract.js';
import { COMMONMARK, GENERATORS, HUGO, OBSIDIAN } from '../../src/markdown/dialect.js';
import { toMarkdown } from '../../src/markdown/to-markdown.js';
import { htmlBody } from '../../src/post/html-body.js';
import { markedCharacters, render } from './visible.js';

const SENTENCE = '这一段文字足够长，可以当作一篇文章的正文来读，没有别的意思。';
const WORD = fc.constantFrom('中', '3.5%', '“引', '文”', '（一）', '：', '。', '——', 'A股', '！', '*', '_', '🙂', '~', '&amp;', '甲乙');
const words = fc.array(WORD, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
const bold = fc.constantFrom<(inner: string) => string>(
  (inner) => `<strong>${inner}</strong>`, (inner) => `<b><font>${inner}</font></b>`, (inner) => `<font cms-style="strong-Bold">${inner}</font>`,
  (inner) => `<span style="font-weight:bold">${inner}</span>`, (inner) => `<em>${inner}</em>`, (inner) => `<i>${inner}</i>`, (inner) => `<a href="http://a.example/x"><b>${inner}</b></a>`,
);
const BOLD_BY_STYLE = /<(?:font cms-style|span style)="[^"]*">(.*?)<\/(?:font|span)>/g;
const run = fc.tuple(bold, words).map(([wrap, inner]) => wrap(inner));
/** Begins and ends with a letter, so that no paragraph is one that is known not to be the article. */
const running = fc.array(fc.oneof(words, run), { minLength: 1, maxLength: 6 }).map((parts) => `起${parts.join('')}止`);

/** The article as it comes out of a page with this in its body, and what of it stands behind the first sentence. */
function clean(inner: string): string {
  const page = `<h1 class="main-title">标题</h1><div class="date-source"><span class="date">2026年11月20日 09:30</span></div><div id="artibody"><p>${SENTENCE}</p>${inner}</div>`;
  const { html } = extractArticle(page, { name: 'x', url: 'http://finance.sina.com.cn/doc-ia.shtml' });
  return html.slice(`<p>${SENTENCE}</p>\n`.length);
}

const PLACES: [string, (inner: string) => string][] = [
  ['a paragraph', (inner) => `<p>${inner}</p>`],
  ['a list', (inner) => `<ul><li>${inner}</li><li>乙</li></ul>`],
  ['a quotation', (inner) => `<blockquote><p>${inner}</p></blockquote>`],
  ['a cell', (inner) => `<table><tr><td>项</td><td>值</td></tr><tr><td>${inner}</td><td>2</td></tr></table>`],
  ['a cell with a list', (inner) => `<table><tr><td>项</td><td>值</td></tr><tr><td><ul><li>${inner}</li></ul></td><td>2</td></tr></table>`],
  ['a caption', (inner) => `<div class="img_wrapper"><img src="http://i.example/1.jpg"><span class="img_descr">${inner}</span></div>`],
];

describe('every run of bold and italic text survives', () => {
  it.each(PLACES)('in %s of a page, in Markdown and in HTML', (_, place) => {
    fc.assert(fc.property(running, (inner) => {
      const source = place(inner);
      const html = clean(source);
      const wanted = markedCharacters(source.replace(BOLD_BY_STYLE, '<strong>$1</strong>'));
      expect(markedCharacters(html)).toEqual(wanted);
      expect(markedCharacters(htmlBody(html))).toEqual(wanted);
    }), { numRuns: 200 });
  });

  it.each(PLACES)('in %s, as a renderer shows it', (name, place) => {
    fc.assert(fc.property(running, fc.constantFrom(GENERATORS, HUGO, COMMONMARK, OBSIDIAN), (inner, dialect) => {
      const html = clean(place(inner));
      const markdown = toMarkdown(html, dialect);
      // All of a caption is in italics.
      const letters = (source: string): string[] => markedCharacters(source).filter((character) => /^[\p{L}\p{N}]/u.test(character)).map((character) => (name === 'a caption' ? character.replace(/ em$/, '') : character));
      expect(letters(render(markdown)), markdown).toEqual(letters(html));
    }), { numRuns: 200 });
  });
});
