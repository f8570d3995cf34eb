import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/article/extract.js';
import type { Article } from '../../src/article/types.js';

const SENTENCE = '这一段文字足够长，可以当作一篇文章的正文来读，没有别的意思，读完也不会记得什么，但它的确是一段话。';
const ENGLISH = 'This paragraph is long enough to be read as the text of an article, and it says nothing else, whoever may read it.';
const TITLE = '南岭冷链专列开行一周年';

interface Parts {
  head?: string;
  /** Between title and text. */
  line?: string;
  end?: string;
  url?: string;
  title?: string;
  text?: string;
  lang?: string;
}

const page = ({ head = '', line = '', end = '', title = TITLE, text = SENTENCE, lang = 'zh-CN' }: Parts): string =>
  `<html lang="${lang}"><head><title>${title}_某某网</title>${head}</head><body><div id="main"><h1>${title}</h1>${line}<div class="text"><p>${text}</p><p>${text}</p></div>${end}</div></body></html>`;
const extract = (parts: Parts): Article => {
  const url = parts.url ?? 'http://news.example.com/a/1.html';
  return extractArticle(page(parts), { name: url, url });
};
const dateOf = (parts: Parts): string | undefined => extract(parts).date?.toISOString();
const jsonLd = (json: string): string => `<script type="application/ld+json">${json}</script>`;

describe('the date of a page that no rule knows', () => {
  const NINE = '2018-10-12T01:05:00.000Z';
  it.each<[string, Parts]>([
    ['article:published_time', { head: '<meta property="article:published_time" content="2018-10-12T09:05:00+08:00">' }],
    ['og:release_date', { head: '<meta property="og:release_date" content="2018-10-12T09:05:00+08:00">' }],
    ['PubDate', { head: '<meta name="PubDate" content="2018-10-12 09:05">' }],
    ['weibo', { head: '<meta name="weibo: article:create_at" content="2018-10-12 09:05:00">' }],
    ['_pubtime_', { head: '<meta name="_pubtime_" content="2018/10/12 09:05:00">' }],
    ['sailthru', { head: '<meta name="sailthru.date" content="Fri, 12 Oct 2018 01:05:00 +0000">' }],
    ['parsely', { head: '<meta name="parsely-pub-date" content="2018-10-12T01:05:00Z">' }],
    ['microdata', { line: '<span itemprop="datePublished" content="2018-10-12T09:05:00+08:00">上周五</span>' }],
    ['<time>', { line: '<time datetime="2018-10-12T09:05:00+08:00">十月十二日</time>' }],
    ['epoch milliseconds of an attribute', { line: '<span id="news-time" data-val="1539306300000">10-12</span>' }],
    ['JSON-LD', { head: jsonLd('{"@type":"NewsArticle","datePublished":"2018-10-12T09:05:00+08:00"}') }],
    ['JSON-LD in @graph', { head: jsonLd('{"@graph":[{"@type":"WebSite"},{"@type":["Article"],"datePublished":"2018-10-12T09:05:00+08:00"}]}') }],
    ['JSON-LD in a list, with a line break in a string', { head: jsonLd('[{"@type":"NewsArticle","headline":"a\nb","datePublished":"2018-10-12T09:05:00+08:00"}]') }],
    ['pubDate of Baidu, without a zone', { head: jsonLd('{"@context":"https://example.com/cambrian.jsonld","pubDate":"2018-10-12T09:05:00"}') }],
    ['shown with a label', { line: '<div>发布时间：2018-10-12 09:05 来源：某报</div>' }],
    ['shown in Chinese', { line: '<p>2018年10月12日09:05</p>' }],
    ['shown in an item of a list', { line: '<ul><li>2018-10-12 09:05</li></ul>' }],
    ['shown in parts', { line: '<i>2018</i><b><em>10</em>/<em>12</em></b><i>09:05:00</i>' }],
    ['kept in a script', { head: '<script>var a = {"publishTime":"2018-10-12 09:05:00"};</script>' }],
    ['kept as an epoch in a script', { head: '<script>var ct = "1539306300";</script>' }],
    ['shown in twelve hours', { line: '<p>2018年10月12日 星期五 上午9:05</p>' }],
    ['shown behind that of a change', { line: '<p>更新时间：2018-10-13 11:00　发布时间：2018-10-12 09:05</p>' }],
    ['shown behind that of a change, in elements', { line: '<span>更新于</span><span>2018-10-13 11:00</span><span>发布于</span><span>2018-10-12 09:05</span>' }],
    ['shown in English behind that of a change', { line: '<p>Updated: 2018-10-13 11:00</p><p>Published: 2018-10-12 09:05</p>' }],
    ['shown as that of a change alone', { line: '<p>更新时间：2018-10-12 09:05</p>' }],
    ['<time> without an attribute', { end: '<time>2018-10-12 09:05</time>' }],
    ['epoch seconds of an attribute', { line: '<span class="t" data-timestamp="1539306300"></span>' }],
    ['epoch milliseconds of another attribute', { line: '<span class="t" data-publish-time="1539306300000">刚刚</span>' }],
    ['shown without the year that the address has', { line: '<p>10月12日 09:05</p>', url: 'http://news.example.com/2018-10-12/a.html' }],
    ['shown without the year that a meta has', { line: '<p>10-12 09:05</p>', head: '<meta name="publishdate" content="2018-10-12">' }],
    ['below the text', { end: '<div>发布时间：2018-10-12 09:05　审核：某某</div>' }],
  ])('is read from %s', (_name, parts) => expect(dateOf(parts)).toBe(NINE));

  it.each<[string, string, Parts]>([
    ['is the one shown where a meta has the day alone', NINE, { head: '<meta name="publishdate" content="2018-10-12">', line: '<p>2018-10-12 09:05</p>' }],
    ['is the one shown where a meta has midnight', NINE, { head: '<meta property="article:published_time" content="2018-10-12T00:00:00+08:00">', line: '<p>2018-10-12 09:05</p>' }],
    ['is the one shown where a meta without a zone says something else', NINE, { head: '<meta name="pubdate" content="2018-10-12 11:30">', line: '<p>2018-10-12 09:05</p>' }],
    ['is the one shown where a meta calls the same clock UTC', NINE, { head: '<meta property="article:published_time" content="2018-10-12T09:05:00Z">', line: '<p>2018-10-12 09:05</p>' }],
    ['is that of the meta where it names its zone', '2018-10-12T01:04:00.000Z', { head: '<meta property="article:published_time" content="2018-10-12T09:04:00+08:00">', line: '<p>2018-10-12 09:30</p>' }],
    ['is never that of a change', NINE, { head: '<meta property="article:modified_time" content="2026-10-12T09:04:00+08:00">', line: '<p>2018-10-12 09:05</p>' }],
    ['is not that of a list before or behind the article', NINE, { line: '<p>2018-10-12 09:05</p>', end: '<ul><li>2019-01-01 08:00 另一篇</li></ul>' }],
    ['is not one that the text speaks of', '2018-10-11T16:00:00.000Z', { text: `据测定，2017年3月5日15:10发生的事。${SENTENCE}`, url: 'http://news.example.com/2018/10/12/a.html' }],
    ['is of the year before, shown without it at its end', '2017-12-31T15:50:00.000Z', { line: '<p>12-31 23:50</p>', url: 'http://news.example.com/2018-01-01/a.html' }],
    ['is not that of a score', '2018-10-11T16:00:00.000Z', { line: '<p>主场 3-2 19:30 开球</p>', url: 'http://news.example.com/2018-10-12/a.html' }],
    ['is the day below the text', '2018-10-11T16:00:00.000Z', { end: '<p>发布日期：2018-10-12 责任编辑：某某</p>' }],
  ])('%s', (_name, expected, parts) => expect(dateOf(parts)).toBe(expected));

  it.each(['/2018/10/12/a.html', '/20181012/a.html', '/2018-10/12/c_123.htm', '/sywh/201810/t20181012_371.htm', '/2018-10-12/doc-1.html'])('is the day in %s if nothing else tells, at midnight in China', (path) => {
    expect(dateOf({ url: `http://news.example.com${path}` })).toBe('2018-10-11T16:00:00.000Z');
  });

  it.each<[string, string, Partial<Parts>]>([
    ['UTC on a page in another language', '2018-10-12T09:05:00.000Z', {}],
    ['that of China on a Chinese site in another language', '2018-10-12T01:05:00.000Z', { url: 'http://news.example.cn/a.html' }],
  ])('without a zone is %s', (_name, expected, parts) => {
    expect(dateOf({ lang: 'en', title: 'A year of cold trains', text: ENGLISH, line: '<p>2018-10-12 09:05</p>', ...parts })).toBe(expected);
  });

  it('without a year is the last one before the page was seen', () => {
    const seen = (seenAt: string | undefined): string | undefined => extractArticle(page({ line: '<p>11月20日 09:30</p>' }), { name: 'x', url: 'http://news.example.com/a.html', seenAt: seenAt === undefined ? undefined : new Date(seenAt) }).date?.toISOString();
    expect(seen('2026-11-24T00:00:00Z')).toBe('2026-11-20T01:30:00.000Z');
    expect(seen('2027-01-02T00:00:00Z')).toBe('2026-11-20T01:30:00.000Z');
    expect(seen('2026-11-20T01:00:00Z')).toBe('2026-11-20T01:30:00.000Z');
    expect(seen('2026-11-10T00:00:00Z')).toBe('2025-11-20T01:30:00.000Z');
    expect(seen(undefined)).toBeUndefined();
  });

  it('is read in English', () => {
    const parts = { lang: 'en', title: 'A year of cold trains', text: ENGLISH };
    expect(dateOf({ ...parts, line: '<p>Published October 12, 2018 at 9:05 p.m. EDT</p>' })).toBe('2018-10-13T01:05:00.000Z');
    expect(dateOf({ ...parts, line: '<p>Fri 12 Oct 2018 10.05 BST</p>' })).toBe('2018-10-12T09:05:00.000Z');
  });
});

describe('the title of a page that no rule knows', () => {
  it.each([
    ['behind two dashes', '女儿出嫁了--文化--某某网', '女儿出嫁了', '<h1>某某网</h1>'],
    ['in any element that shows it', '街道开展调研工作 东区办事处_某某网', '街道开展调研工作', '<b>街道开展调研工作</b>'],
    ['in full where <title> is cut short', '街道开展调研工作并……_某某网', '街道开展调研工作并召开座谈会', '<h1>街道开展调研工作并召开座谈会</h1>'],
    ['with the spaces of its heading', '街道 开展调研工作_某某网', '街道开展调研工作', '<h2>街道开展调研工作</h2>'],
    ['that is short', '立冬_某某网', '立冬', '<h1>立冬</h1>'],
    ['that begins with the name of a series', '财经早餐会：今天开市_某某网', '财经早餐会：今天开市', '<h1>财经早餐会</h1>'],
  ])('is the one %s', (_name, full, title, heading) => {
    expect(extractArticle(`<title>${full}</title><body>${heading}<div><p>${SENTENCE}</p></div>`, { name: 'x', url: '' }).title).toBe(title);
  });

  it('is the headline of JSON-LD where no heading shows it', () => {
    const html = `<title>某某网</title>${jsonLd('{"@type":"NewsArticle","headline":"街道开展调研工作"}')}<div><p>${SENTENCE}</p></div>`;
    expect(extractArticle(html, { name: 'x', url: '' }).title).toBe('街道开展调研工作');
  });
});

describe('what stands beside the title', () => {
  it.each<[string, Parts, Partial<Article>]>([
    ['labelled in one line', { line: '<p>2018-10-12 09:05 来源：南岭日报 作者：张三 编辑：李四</p>' }, { source: '南岭日报', author: '张三', editor: '李四' }],
    ['labelled in elements', { line: '<p>来源：<a href="/x">南岭日报</a></p><p><span>作者：</span><span>张三</span></p>' }, { source: '南岭日报', author: '张三' }],
    ['without a label, in elements that say so', { line: '<span class="source">南岭日报</span><span class="author">张三</span>' }, { source: '南岭日报', author: '张三' }],
    ['without a label, behind the time', { line: '<p>2018-10-12 09:05　<a href="/x">南岭日报</a> 张三</p>' }, { source: '南岭日报' }],
    ['without a label, behind a bar', { line: '<p>2018/10/12 09:05 | 南岭日报</p>' }, { source: '南岭日报' }],
    ['without a label, before the day', { line: '<span>南岭日报</span><span>2018-10-12 09:05</span>' }, { source: '南岭日报' }],
    ['that is the name of a section', { line: '<p>2018-10-12 09:05 | 时政新闻</p>' }, { source: undefined }],
    ['labelled as on old pages', { line: '<font>来源于：南岭日报</font>' }, { source: '南岭日报' }],
    ['with an empty label', { line: '<p>来源：</p><p>作者：张三</p>' }, { source: undefined, author: '张三' }],
    ['as the number of an account and the name of the site', { head: '<meta name="author" content="104363"><meta property="article:author" content="某某网">' }, { author: undefined }],
  ])('is read %s', (_name, parts, expected) => expect(extract(parts)).toMatchObject(expected));
});
