import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Article } from '../../src/article/types.js';
import { composePost } from '../../src/post/compose.js';
import { EXTRA_FIELDS } from '../../src/post/extra-fields.js';
import { DEFAULT_FORM, type PostForm } from '../../src/post/form.js';
import { PROFILES } from '../../src/post/profiles/index.js';

const article: Article = {
  url: 'https://finance.sina.com.cn/a/doc-inabc.shtml', title: '标题', date: new Date('2022-07-25T02:54:50Z'), updated: new Date('2022-07-25T03:00:00Z'),
  source: '某报', author: '张三', editor: '李四', keywords: ['经济', '2022 年'], description: 'a: b', html: '<p>一</p><p>二</p>', rule: 'x',
};
const documentOf = (form: Partial<PostForm>, change: Partial<Article> = {}): string =>
  composePost({ ...article, ...change }, { id: 'comos:nabc', form: { ...DEFAULT_FORM, ...form }, now: new Date(0) }).document;
const frontMatter = (form: Partial<PostForm>, change?: Partial<Article>): Record<string, unknown> => parse(documentOf(form, change).split('---\n')[1] ?? '', { version: '1.1' }) as Record<string, unknown>;
const bodyOf = (form: Partial<PostForm>, html: string): string => documentOf(form, { html }).split('---\n\n')[1] ?? '';
const profile = (id: string): { profile: PostForm['profile'] } => ({ profile: PROFILES.find((candidate) => candidate.id === id) ?? DEFAULT_FORM.profile });

describe('more front matter', () => {
  it('comes behind that of the profile, under keys that no generator takes for something else', () => {
    const all = frontMatter({ extra: EXTRA_FIELDS });
    expect(Object.keys(all).slice(7)).toEqual(['source_url', 'source_name', 'editor', 'tags', 'description', 'updated', 'article_id']);
    expect(all).toMatchObject({ source_url: article.url, source_name: '某报', editor: '李四', tags: ['经济', '2022 年'], description: 'a: b', updated: 'Mon, 25 Jul 2022 03:00:00 GMT', article_id: 'comos:nabc' });
  });

  it.each([['hugo', 'lastmod'], ['jekyll', 'last_modified_at'], ['astro', 'updatedDate']])('has the key that %s itself has for the last change: %s', (id, key) => {
    expect(frontMatter({ ...profile(id), extra: EXTRA_FIELDS })[key]).toBeDefined();
  });

  it('leaves out what the article does not have, and an update that is none', () => {
    const bare = frontMatter({ extra: EXTRA_FIELDS }, { source: undefined, editor: undefined, keywords: [], description: undefined, updated: article.date });
    expect(Object.keys(bare).slice(7)).toEqual(['source_url', 'article_id']);
  });

  it('says nothing twice', () => {
    expect(Object.keys(frontMatter({ ...profile('obsidian'), extra: EXTRA_FIELDS })).filter((key) => key === 'source_url')).toHaveLength(1);
  });

  it('writes tags for Obsidian as it takes them: without blanks and never a bare number', () => {
    expect(frontMatter({ ...profile('obsidian'), extra: EXTRA_FIELDS }, { keywords: ['2022 年', '2022', '#A股 & 港股'] }).tags).toEqual(['2022-年', 'A股-港股']);
  });

  it('leaves out a tag that Eleventy keeps for itself', () => {
    expect(frontMatter({ ...profile('eleventy'), extra: EXTRA_FIELDS }, { keywords: ['all', '经济'] }).tags).toEqual(['经济']);
  });
});

describe('what the user sets', () => {
  it('takes the place of the profile\'s own value, or comes last', () => {
    const set = new Map<string, string | boolean | string[]>([['author', '某站'], ['top', true], ['layout', 'yes']]);
    const read = frontMatter({ set });
    expect(Object.keys(read)).toEqual(['title', 'categories', 'headimg', 'author', 'comments', 'date', 'thumbnail', 'top', 'layout']);
    expect(read).toMatchObject({ author: '某站', top: true, layout: 'yes' });
  });

  it('replaces the categories', () => {
    expect(frontMatter({ categories: ['财经', '快讯'] })).toMatchObject({ categories: ['财经', '快讯'] });
  });

  it('chooses the author', () => {
    expect(frontMatter({})).toMatchObject({ author: '新浪财经' });
    expect(frontMatter({ author: { is: 'article' } })).toMatchObject({ author: '张三' });
    expect(frontMatter({ author: { is: 'article' } }, { author: undefined })).toMatchObject({ author: '某报' });
    expect(frontMatter({ author: { is: 'article' } }, { author: undefined, source: undefined })).toMatchObject({ author: '新浪财经' });
    expect(frontMatter({ author: { name: '编辑部' } })).toMatchObject({ author: '编辑部' });
  });

  it('allows comments, in any profile', () => {
    expect(frontMatter({ comments: true })).toMatchObject({ comments: true });
    expect(frontMatter({ ...profile('plain'), comments: true })).toMatchObject({ comments: true });
    expect(frontMatter(profile('plain'))).not.toHaveProperty('comments');
  });
});

describe('the line that names the source', () => {
  it('stands at the end, in Markdown and in HTML', () => {
    expect(bodyOf({ sourceLink: true }, '<p>一</p>')).toBe('一\n\n来源：[某报](https://finance.sina.com.cn/a/doc-inabc.shtml)\n');
    expect(bodyOf({ sourceLink: true, body: 'html' }, '<p>一</p>')).toMatch(/<p>来源：<a href="https:[^"]*">某报<\/a><\/p>\n<\/div>\n$/);
  });

  it('names the site where the page names no medium, and links nothing where the address is unknown', () => {
    expect(documentOf({ sourceLink: true }, { source: undefined })).toContain('来源：[新浪财经](');
    expect(documentOf({ sourceLink: true }, { url: '' })).toMatch(/\n来源：某报\n$/);
  });
});

describe('the mark that ends an excerpt', () => {
  const html = '<figure><img src="https://a.cn/1.png"></figure><p>一</p><ul><li><p>甲</p></li></ul><p>二</p><table><tr><td>x</td><td>y</td></tr></table><p>三</p>';

  it.each([['hexo', '<!-- more -->'], ['hugo', '<!--more-->'], ['jekyll', '<!-- more -->'], ['eleventy', '<!-- more -->']])('of %s stands on a line of its own after that paragraph: %s', (id, mark) => {
    const body = bodyOf({ ...profile(id), excerpt: 2 }, html);
    expect(body).toContain(`二\n\n${mark}\n\n|`);
    expect(body.split(mark)).toHaveLength(2);
  });

  it('stands between two blocks of HTML, not in one', () => {
    expect(bodyOf({ excerpt: 1, body: 'html' }, html)).toMatch(/<p>一<\/p>\n<\/div>\n\n<!-- more -->\n\n<div>\n/);
  });

  it('is left out where nothing would stand behind it', () => {
    expect(bodyOf({ excerpt: 3 }, html)).not.toContain('more');
    expect(bodyOf({ excerpt: 9 }, html)).not.toContain('more');
  });

  it('is told to Jekyll, which has none by itself', () => {
    expect(frontMatter({ ...profile('jekyll'), excerpt: 1 })).toMatchObject({ excerpt_separator: '<!-- more -->' });
    expect(frontMatter(profile('jekyll'))).not.toHaveProperty('excerpt_separator');
  });
});

describe('headings from bold lines', () => {
  const headings = (html: string): string => bodyOf({ headingFromBold: true }, html).trim();

  it('are made of whole short lines, by their numbers', () => {
    expect(headings('<p><strong>一、总体情况</strong></p><p><strong>（一）收入</strong></p><p><strong>1．</strong><strong>利润</strong></p>')).toBe('## 一、总体情况\n\n### （一）收入\n\n### 1．利润');
  });

  it.each([
    ['part of a paragraph', '<p><strong>要点：</strong>正文</p>'],
    ['two lines', '<p><strong>一<br>二</strong></p>'],
    ['a sentence', '<p><strong>这是一句话。</strong></p>'],
    ['a picture', '<p><strong><img src="https://a.cn/1.png"></strong></p>'],
    ['a long text', `<p><strong>${'长'.repeat(60)}</strong></p>`],
    ['an item', '<ul><li><strong>一</strong></li></ul>'],
  ])('are not made of %s', (_, html) => expect(headings(html)).toBe(bodyOf({}, html).trim()));

  it('are made only where the user wants them', () => expect(bodyOf({}, '<p><strong>一、情况</strong></p>')).toBe('**一、情况**\n'));
});
