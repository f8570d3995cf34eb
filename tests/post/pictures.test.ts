import { load } from 'cheerio/slim';
import { describe, expect, it } from 'vitest';
import { composePost } from '../../src/post/compose.js';
import type { ImageMode } from '../../src/post/image-modes.js';
import { DEFAULT_PROFILE, PROFILES } from '../../src/post/profiles/index.js';
import { render, visibleLines } from '../markdown/visible.js';

const PICTURE = 'https://n.sinaimg.cn/a/b%20c.jpg?x=1&y=2';
const HTML =
  `<p>开头<strong>重点</strong></p><figure><img src="${PICTURE}" alt="说明"><figcaption>港口 | 一景</figcaption></figure>` +
  `<p><img src="https://n.sinaimg.cn/2.png" alt='a "b" {{ c }} *d* | &amp;lt;'>后文<em>斜体</em></p>` +
  `<table><tr><td>一</td><td><img src="https://n.sinaimg.cn/3.png" alt="x | y">三</td></tr></table><ul><li><img src="https://n.sinaimg.cn/4.png" alt=""></li></ul>`;

const documentOf = (images: ImageMode | undefined, id = 'hexo', html = HTML): string => {
  const profile = PROFILES.find((candidate) => candidate.id === id);
  if (!profile) throw new Error(id);
  const article = { url: 'https://example.com/a', title: '标题', keywords: [], html, leadImage: PICTURE, rule: 'x' };
  return composePost(article, { id: 'x', form: { profile, body: 'markdown', images }, now: new Date(0) }).document;
};
const bodyOf = (document: string): string => document.slice(document.indexOf('\n---\n') + 5);
const shown = (images: ImageMode | undefined, id?: string): string => render(bodyOf(documentOf(images, id)));
const sources = (html: string): (string | undefined)[] => load(html)('img').toArray().map(({ attribs }) => attribs.src);

describe('pictures', () => {
  it('are linked without a wish', () => {
    expect(documentOf(undefined)).toBe(documentOf('link'));
    expect(sources(shown('link'))).toHaveLength(4);
    expect(bodyOf(documentOf('link'))).not.toContain('<img');
  });

  it.each(PROFILES.map(({ id }) => id))('are tags without a referrer in %s if asked, and the text around them stays Markdown', (id) => {
    const $ = load(shown('html', id));
    expect($('img').toArray().map(({ attribs }) => attribs.src)).toEqual(sources(shown('link', id)));
    for (const { attribs } of $('img').toArray()) expect(attribs.referrerpolicy).toBe('no-referrer');
    expect($('img').eq(1).attr('alt')).toBe('a b {{ c }} *d* | &lt;');
    expect(bodyOf(documentOf('html', id))).not.toMatch(/\{\{/);
    expect($('em').text()).toContain('斜体');
    expect($('td img').attr('alt')).toBe('x | y');
    expect(visibleLines(shown('html', id)).join('').replace(/\s/g, '')).toBe(visibleLines(shown('link', id)).join('').replace(/\s/g, ''));
  });

  it('are nowhere with none, and nothing is left of what stood around them', () => {
    const document = documentOf('none');
    expect(document).not.toMatch(/sinaimg|港口|!\[/);
    expect(document).toContain("headimg: ''\n");
    expect(visibleLines(render(bodyOf(document)))).toEqual(['开头重点', '后文斜体', '一', '三']);
    expect(documentOf('none', 'jekyll')).not.toContain('image:');
  });

  it.each(['markdown', 'html', 'tags', 'cell'] as const)('have no description that could be HTML to a theme: %s', (where) => {
    const figure = `<figure><img src="${PICTURE}" alt="x"><figcaption>图&lt;img src=x onerror="a()"&gt;&amp;lt;b&amp;gt;</figcaption></figure><p><img src="${PICTURE}" alt='二" onclick="b()'></p>`;
    const html = where === 'cell' ? `<table><tr><td>甲</td><td><ul><li>乙</li></ul>${figure}</td></tr></table>` : figure;
    const article = { url: 'https://example.com/a', title: '标题', keywords: [], html, rule: 'x' };
    const form = { profile: DEFAULT_PROFILE, body: where === 'html' ? where : 'markdown', images: where === 'tags' ? 'html' : 'link' } as const;
    const $ = load(render(composePost(article, { id: 'x', form, now: new Date(0) }).document.split('\n---\n')[1] ?? ''));
    const descriptions = $('img').toArray().map(({ attribs }) => attribs.alt ?? '');
    expect(descriptions).toHaveLength(2);
    for (const description of descriptions) expect(description).not.toMatch(/["<>]/);
    expect($.text()).toContain('图<img src=x onerror="a()">&lt;b&gt;');
  });

  it('leave no empty paragraph or item behind', () => {
    expect(bodyOf(documentOf('none', 'plain', '<p><a href="https://e.com/"><img src="https://e.com/1.png" alt=""></a></p><ul><li><img src="https://e.com/2.png" alt=""></li><li>二</li></ul>'))).toBe('\n- 二\n');
  });
});
