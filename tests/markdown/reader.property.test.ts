import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMONMARK, OBSIDIAN, type Dialect } from '../../src/markdown/dialect.js';
import { toMarkdown } from '../../src/markdown/to-markdown.js';
import { blocks, running, table, text, wrapped } from '../support/arbitrary-html.js';
import { markedCharacters, render, renderFreely, visibleLines } from './visible.js';

function expectSameForReader(html: string): void {
  const markdown = toMarkdown(html);
  for (const rendered of [render(markdown), render(markdown, true), renderFreely(markdown)]) {
    expect(visibleLines(rendered), markdown).toEqual(visibleLines(html));
    expect(markedCharacters(rendered), markdown).toEqual(markedCharacters(html));
  }
  expectTidy(markdown);
}

/** Outside of blog generators punctuation may leave the bold text at whose edge it stands. */
function expectSameWords(html: string, dialect: Dialect): void {
  const markdown = toMarkdown(html, dialect);
  const letters = (source: string): string[] => markedCharacters(source).filter((character) => /^[\p{L}\p{N}]/u.test(character));
  const rendered = render(markdown);
  expect(visibleLines(rendered), markdown).toEqual(visibleLines(html));
  expect(letters(rendered), markdown).toEqual(letters(html));
  expectTidy(markdown);
}

function expectTidy(markdown: string): void {
  expect(markdown).not.toMatch(/^ *(?:> *)*<!--/m);
  expect(markdown).toBe(markdown.trim());
  expect(markdown).not.toMatch(/\n\n\n|\r/);
}

describe('a reader of the rendered post sees the words of the article, bold and italic where they were', () => {
  const PLACES: [string, fc.Arbitrary<string>][] = [
    ['a line of any text', wrapped(fc.constant('p'), text)],
    ['any nesting of inline elements', wrapped(fc.constant('p'), running)],
    ['any nesting of lists and quotes', blocks(2)],
    ['a table of anything', table],
  ];
  it.each(PLACES)('in %s', (_, html) => {
    fc.assert(fc.property(html, expectSameForReader), { numRuns: 500 });
  });

  it.each(PLACES)('in %s, for readers other than blog generators', (_, html) => {
    fc.assert(fc.property(html, fc.constantFrom(COMMONMARK, OBSIDIAN), expectSameWords), { numRuns: 300 });
  });

  it('in a heading of anything, which has no bold of its own', () => {
    fc.assert(fc.property(text, (words) => {
      const rendered = render(toMarkdown(`<h2><strong>${words}</strong></h2>`));
      expect(visibleLines(rendered)).toEqual(visibleLines(`<h2>${words}</h2>`));
      expect(rendered).not.toContain('<strong>');
    }), { numRuns: 500 });
  });

  it('whatever stands before, in and after a bold run', () => {
    const neighbour = fc.constantFrom('', '中', '。', '（', '“', '￥', '🙂', ' ', '　', 'a', '*', '-', '<br>');
    const run = fc.tuple(fc.constantFrom('strong', 'em'), neighbour, fc.constantFrom('中', '', '！'), neighbour).map(([tag, ...content]) => `<${tag}>${content.join('')}</${tag}>`);
    const html = fc.array(fc.oneof(neighbour, run), { maxLength: 7 }).map((parts) => `<p>${parts.join('')}</p>`);
    fc.assert(fc.property(html, expectSameForReader), { numRuns: 1000 });
  });
});
