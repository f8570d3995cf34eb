import { load } from 'cheerio';
import { afterEach, describe, expect, it } from 'vitest';
import { readPager } from '../../src/article/pager.js';
import type { RawPage } from '../../src/article/read-page.js';
import type { SiteRule } from '../../src/article/rules/rule.js';
import type { Article } from '../../src/article/types.js';
import { readWholeArticle } from '../../src/article/whole-article.js';
import { NewsScrapeError } from '../../src/errors.js';
import { runCli } from '../support/cli.js';
import { financePage } from '../support/pages.js';
import { startWeb, type Web } from '../support/web.js';

const FIRST = 'http://news.example.cn/c/2010-05-25/103020341234.shtml';
const sentence = (page: number): string => `这是第${page}页的正文，写得足够长，读起来是完整的一段话。`;
const page = (body: string, head = ''): string => `<html><head><title>一篇很长的报道</title>${head}</head><body><h1>一篇很长的报道</h1><div id="text">${body}</div></body></html>`;
const next = (links: string, url = FIRST, first = FIRST, ordinal = 1): string | undefined => readPager(load(page(`<p>${links}</p>`)), url, { first, ordinal }).next;

/** Reads the pages of an address with numbers; what was asked for is added to `asked`. */
function read(pages: Readonly<Record<string, string>>, asked: string[] = [], first = FIRST): Promise<Article> {
  const raw = (url: string): RawPage => {
    const body = pages[url];
    if (body === undefined) throw new NewsScrapeError('http_status', { url, status: 404 });
    return { name: url, url, contentType: 'text/html; charset=utf-8', body: Buffer.from(body) };
  };
  return readWholeArticle(raw(first), (url) => {
    asked.push(url);
    return Promise.resolve(url).then(raw);
  });
}

describe('the page that continues an article', () => {
  const of = (name: string): string => `http://news.example.cn/c/2010-05-25/${name}`;

  it.each([
    ['is the one labelled so', '<a href="103020341234_2.shtml">[2]</a> <a href="103020341234_3.shtml">[3]</a> <a href="103020341234_2.shtml">[下一页]</a>', of('103020341234_2.shtml')],
    ['is the one with the next number', '<span>1</span><a href="103020341234_3.shtml">3</a><a href="103020341234_2.shtml">2</a>', of('103020341234_2.shtml')],
    ['may have a dash', '<a href="103020341234-2.shtml">下页 &gt;</a>', of('103020341234-2.shtml')],
    ['may be counted from nothing', '<a href="103020341234_1.shtml">2</a><a href="103020341234_2.shtml">3</a>', of('103020341234_1.shtml')],
    ['may be a parameter', '<a href="?page=2">下一页</a>', `${FIRST}?page=2`],
    ['may be named by rel', '<a rel="next" href="103020341234_2.shtml">继续阅读</a>', of('103020341234_2.shtml')],
  ])('%s', (_name, links, expected) => expect(next(links)).toBe(expected));

  it.each([
    ['the next article', '<a href="103020341235.shtml">下一页</a> <a href="103020341235_2.shtml">下一页</a>'],
    ['an article that the site names as next', '<a rel="next" href="/c/2010-05-26/another.shtml">下一篇：春灌提前</a>'],
    ['a page of another host', '<a href="http://other.example.cn/c/2010-05-25/103020341234_2.shtml">下一页</a>'],
    ['a page with a label of its own', '<a href="103020341234_2.shtml">图集</a>'],
    ['a list of comments', '<a href="103020341234.shtml?cid=7&page=2">下一页</a>'],
    ['a script', '<a href="javascript:go(2)">下一页</a><a href="#p2">2</a>'],
    ['a number that is no page', '<a href="103020341234_540001.shtml">下一页</a>'],
  ])('is not %s', (_name, links) => expect(next(links)).toBeUndefined());

  it('of a set of slides is none, since the next number is the next set', () => {
    const slides = 'http://slide.example.cn/slide_9_61223_540000.html';
    expect(next('<a href="slide_9_61223_540001.html">下一页</a>', slides, slides)).toBeUndefined();
  });

  it('follows the one in hand, however few the pager shows', () => {
    expect(next('<a href="103020341234_2.shtml">上一页</a> <a href="103020341234_4.shtml">下一页</a>', of('103020341234_3.shtml'), FIRST, 3)).toBe(of('103020341234_4.shtml'));
    expect(next('<a href="103020341234.shtml">1</a> <a href="103020341234_2.shtml">2</a>', of('103020341234_3.shtml'), FIRST, 3)).toBeUndefined();
  });

  it.each(['http://blog.example.cn/story/', 'http://blog.example.cn/story'])('of %s is a folder', (url) => {
    expect(next('<a href="/story/2/">2</a>', url, url)).toBe('http://blog.example.cn/story/2/');
  });

  it('is sought in no time among many links', () => {
    const links = '<a href="?page=2">2</a>'.repeat(20_000);
    const start = performance.now();
    next(links);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('the link that a rule of the user\'s names', () => {
  const rule: SiteRule = { id: 'own', sample: FIRST, isOwn: true, when: ['#text'], body: '#text', title: [], date: [], nextPage: ['a.more', 'a.on'] };
  const pages = new Map([
    [FIRST, page(`<p>${sentence(1)}</p><a class="on" href="/part/b">继续</a><a href="103020341234_2.shtml">2</a>`)],
    ['http://news.example.cn/part/b', page(`<p>${sentence(2)}</p><a href="/c/2010-05-25/103020341234_2.shtml">下一页</a>`)],
  ]);
  const raw = (url: string): RawPage => ({ name: url, url, contentType: 'text/html; charset=utf-8', body: Buffer.from(pages.get(url) ?? '') });

  it('leads on, in place of the pager, and is no text', async () => {
    const { html } = await readWholeArticle(raw(FIRST), (url) => Promise.resolve(raw(url)), { rules: [rule] });
    expect(html).toBe(`<p>${sentence(1)}</p>\n<p>${sentence(2)}</p>`);
  });
});

describe('an article on several pages', () => {
  const second = FIRST.replace('.shtml', '_2.shtml');
  const third = FIRST.replace('.shtml', '_3.shtml');
  const pager = (...links: string[]): string => `<div class="pagebox">${links.join(' ')}</div>`;
  const link = (url: string, label: string): string => `<a href="${url}">${label}</a>`;
  const three = {
    [FIRST]: page(`<p>${sentence(1)}</p><p>${sentence(11)}</p>${pager('<b>1</b>', link(second, '2'), link(third, '3'), link(second, '下一页'))}`),
    [second]: page(`<p>${sentence(2)}</p><p>${sentence(22)}</p>${pager(link(FIRST, '上一页'), link(FIRST, '1'), '2', link(third, '3'), link(third, '下一页'))}`),
    [third]: page(`<p>${sentence(3)}</p><img src="/three.jpg"><p>完。</p>${pager(link(second, '上一页'), link(FIRST, '1'), link(second, '2'), '<b>3</b>')}`),
  };

  it('has all of them in order, and none of their pagers', async () => {
    const asked: string[] = [];
    const { html, leadImage, nextPage } = await read(three, asked);
    expect(load(html).text().split('\n')).toEqual([1, 11, 2, 22, 3].map(sentence).concat('', '完。'));
    expect(asked).toEqual([second, third]);
    expect([leadImage, nextPage]).toEqual(['http://news.example.cn/three.jpg', undefined]);
  });

  it('fails with the reason of the page that is missing', async () => {
    await expect(read(Object.fromEntries(Object.entries(three).slice(0, 2)))).rejects.toMatchObject({ code: 'http_status', params: { url: third } });
  });

  it('fails with that of a page that is no article', async () => {
    const blocked = '<html><head><title>安全验证</title></head><body><p>请完成安全验证后继续访问本页面。</p></body></html>';
    await expect(read({ ...three, [second]: blocked })).rejects.toMatchObject({ code: 'page_blocked', params: { url: second } });
  });

  it('may have a last page without a title, of a few words or a picture', async () => {
    const last = `<div id="text"><img src="/map.jpg" alt="示意图"><p>图为示意图。</p></div>`;
    expect((await read({ ...three, [third]: last })).html).toContain('/map.jpg');
  });

  it('ends where a page repeats an earlier one, or leads back', async () => {
    const asked: string[] = [];
    const endless = page(`<p>${sentence(1)}</p><p>${sentence(2)}</p>${link(second, '下一页')}${link(third, '下一页')}`);
    const { html } = await read({ [FIRST]: endless, [second]: endless }, asked);
    expect([load(html).text(), asked]).toEqual([`${sentence(1)}\n${sentence(2)}`, [second]]);
  });

  it('fails where the pages do not end', async () => {
    const pages = Object.fromEntries(Array.from({ length: 60 }, (_, index) => {
      const number = index + 1;
      const url = number === 1 ? FIRST : FIRST.replace('.shtml', `_${number}.shtml`);
      return [url, page(`<p>${sentence(number)}</p><p>${sentence(100 + number)}</p>${link(FIRST.replace('.shtml', `_${number + 1}.shtml`), '下一页')}`)];
    }));
    const asked: string[] = [];
    await expect(read(pages, asked)).rejects.toMatchObject({ code: 'page_unreadable' });
    expect(asked).toHaveLength(49);
  });
});

describe('the program', () => {
  let web: Web | undefined;
  afterEach(() => web?.close());

  const url = 'http://finance.sina.com.cn/stock/20100525/10308001234.shtml';
  const part = (text: string, links: string): string => financePage({ title: '春灌', text: `${text}</p><span id="_function_code_page"><p align="right">${links}</p></span><p>` });
  const parts: Readonly<Record<string, string>> = {
    '/stock/20100525/10308001234.shtml': part(sentence(1), '[1] <a href="10308001234_2.shtml">[2]</a> <a href="10308001234_2.shtml">[下一页]</a>'),
    '/stock/20100525/10308001234_2.shtml': part(sentence(2), '<a href="10308001234.shtml">[上一页]</a> <a href="10308001234.shtml">[1]</a> [2]'),
  };

  it('prints an article with all its pages', async () => {
    web = await startWeb(({ pathname }) => parts[pathname]);
    const { stdout, code } = await runCli(['article', url], { env: web.env });
    expect([code, stdout.slice(stdout.lastIndexOf('---\n') + 4)]).toEqual([0, `\n${sentence(1)}\n\n${sentence(2)}\n`]);
  });

  it('prints nothing of an article of which a page is missing', async () => {
    web = await startWeb(({ pathname }) => (pathname.includes('_2') ? undefined : parts[pathname]));
    const { stdout, stderr, code } = await runCli(['article', url], { env: web.env });
    expect([stdout, code]).toEqual(['', 3]);
    expect(stderr).toContain('10308001234_2.shtml');
  });
});
