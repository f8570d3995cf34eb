import { load, type CheerioAPI } from 'cheerio';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/article/read-page.js';
import type { Article } from '../../src/article/types.js';
import { toMarkdown } from '../../src/markdown/to-markdown.js';
import { readLabels, readPage as readPageBytes, type Label } from '../support/labels.js';

/**
 * Every `fixtures/expected/<name>.json` says what a careful reader takes from a page of `fixtures/`; a new pair is a
 * new page and a new expectation, nothing else.
 */
const labels = readLabels().map((label) => [label.file, label] as const);

const REFUSALS: Readonly<Record<string, string>> = {
  video_only: 'page_video_only',
  pictures_only: 'page_pictures_only',
  index_page: 'page_is_index',
  error_page: 'page_is_error',
  blocked: 'page_blocked',
  empty_body: 'page_empty',
};

const read = (label: Label): Article => {
  const { url } = label;
  return readPage({ name: url, url, contentType: 'text/html', body: readPageBytes(label) });
};

const squeeze = (text: string): string => text.replace(/[\s\u3000]+/gu, '');
const renderer = new MarkdownIt({ html: true });

/** Lines of text as a reader sees them, one for each line break and block that holds no other. */
function linesOf($: CheerioAPI, selector: string): string[] {
  $('br').replaceWith('\n');
  return $(selector).filter((_, element) => $(element).find('p,li,pre,td').length === 0).get()
    .flatMap((element) => $(element).text().split('\n')).map(squeeze).filter((line) => line !== '');
}

describe.each(labels.filter(([, { refused }]) => !refused))('page %s', (_name, expected) => {
  const article = read(expected);
  const $ = load(renderer.render(toMarkdown(article.html)));
  const lines = linesOf($, 'p,li,h2,h3,h4,h5,h6,pre');
  const rendered = squeeze($('body').text());

  it('has its metadata', () => {
    const { title, date, source, author, editor, keywords } = expected;
    expect({ ...article, date: article.date?.getTime() }).toMatchObject({ title, date: Date.parse(date ?? ''), keywords });
    expect([article.source, article.author, article.editor]).toEqual([source, author, editor]);
  });

  it('reads as its paragraphs in their order, and nothing else', () => {
    const captions = expected.images.map(({ caption }) => squeeze(caption));
    const beside = new Set([...captions, ...expected.optional.map(squeeze), ...expected.cells.flat().map(squeeze)]);
    const wanted = expected.paragraphs.flatMap((paragraph) => paragraph.split('\n')).map(squeeze);
    expect(lines.filter((line) => wanted.includes(line) || !beside.has(line))).toEqual(wanted);
  });

  it('has its pictures in their order, with their captions, and no other', () => {
    const bare = (src: string): string => src.replace(/^https?:/, '');
    expect($('img').get().map((image) => bare($(image).attr('src') ?? ''))).toEqual(expected.images.map(({ src }) => bare(src)));
    for (const { caption } of expected.images) expect(lines.join('\n')).toContain(squeeze(caption));
  });

  it('has its bold text and the cells of its tables', () => {
    const bold = $('strong, th, h2, h3').get().map((element) => squeeze($(element).text()));
    for (const run of expected.bold) expect(bold.some((text) => text.includes(squeeze(run)))).toBe(true);
    const cells = $('td, th').get().map((cell) => squeeze($(cell).text()));
    const texts = new Set([...cells, ...lines]);
    for (const cell of expected.cells.flat()) expect([...texts, '']).toContain(squeeze(cell));
  });

  it('has its links', () => {
    const links = $('a').get().map((link) => ({ text: squeeze($(link).text()), href: ($(link).attr('href') ?? '').replace(/^https?:/, '') }));
    const wanted = expected.links?.map(({ text, href }) => ({ text: squeeze(text), href: href.replace(/^https?:/, '') }));
    if (wanted) expect(links).toEqual(wanted);
  });

  it('has nothing of the page around it', () => {
    for (const junk of expected.junk) expect(rendered).not.toContain(squeeze(junk));
  });
});

describe.each(labels.filter(([, { refused }]) => refused))('page %s', (_name, expected) => {
  it(`is refused: ${expected.refused ?? ''}`, () => {
    expect(() => read(expected)).toThrow(expect.objectContaining({ code: REFUSALS[expected.refused ?? ''] }));
  });
});
