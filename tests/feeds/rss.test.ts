import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseFeed } from '../../src/feeds/parse.js';
import type { FeedItem } from '../../src/feeds/types.js';
import { FEED_URL, failureOf } from './failure.js';

const rss = (inner: string): string => `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>${inner}</channel></rss>`;

async function itemOf(inner: string): Promise<FeedItem | undefined> {
  return (await parseFeed(rss(`<item>${inner}</item>`), FEED_URL)).items[0];
}

afterEach(() => vi.unstubAllEnvs());

describe('RSS 2.0', () => {
  it('gives its items and what it says of itself', async () => {
    const text = rss(`
      <title>某报 &amp; 财经</title><link>https://example.com/</link>
      <image><url>/logo.png</url><title>x</title></image>
      <item>
        <title>第一条 &lt;快讯&gt;</title>
        <link>https://example.com/a/1.html</link>
        <guid isPermaLink="false">a-1</guid>
        <pubDate>Tue, 01 Sep 2026 00:00:00 GMT</pubDate>
        <dc:creator>张三</dc:creator>
        <author>editor@example.com</author>
        <category>财经</category><category domain="x"><![CDATA[银行]]></category><category /><category> </category>
        <description>摘要</description>
        <content:encoded><![CDATA[<p>正文 &amp; 更多</p>]]></content:encoded>
      </item>`);
    expect(await parseFeed(text, FEED_URL)).toEqual({
      title: '某报 & 财经',
      image: 'https://example.com/logo.png',
      items: [
        {
          guid: 'a-1',
          url: 'https://example.com/a/1.html',
          title: '第一条 <快讯>',
          date: new Date('2026-09-01T00:00:00Z'),
          author: '张三',
          categories: ['财经', '银行'],
          contentHtml: '<p>正文 &amp; 更多</p>',
        },
      ],
    });
  });

  it("of Sina's old form is cleaned", async () => {
    const item = await itemOf(`
      <title>
        <![CDATA[
          甲公司\t发布
          年报  摘要
        ]]>
      </title>
      <link>http://go.rss.sina.com.cn/redirect.php?url=http://finance.sina.com.cn/a/20160101/1200.shtml</link>
      <author>WWW.SINA.COM.CN</author>
      <guid>http://go.rss.sina.com.cn/redirect.php?url=http://finance.sina.com.cn/a/20160101/1200.shtml</guid>
      <category>
      </category><category />
      <pubDate>Fri, 01 Jan 2016 04:00:00 GMT</pubDate>
      <description><![CDATA[开头....]]></description>`);
    expect(item).toEqual({
      guid: 'http://go.rss.sina.com.cn/redirect.php?url=http://finance.sina.com.cn/a/20160101/1200.shtml',
      url: 'http://finance.sina.com.cn/a/20160101/1200.shtml',
      title: '甲公司 发布 年报  摘要',
      date: new Date('2016-01-01T04:00:00Z'),
      categories: [],
    });
  });

  it('keeps what is escaped twice as the feed says it', async () => {
    expect((await itemOf('<title>A &amp;amp; B&nbsp;&mdash;</title>'))?.title).toBe('A &amp; B\u00a0—');
  });

  it('has titles without control characters and line separators', async () => {
    expect((await itemOf('<title>甲\u0007乙\u0085丙\u2028丁\u2029</title>'))?.title).toBe('甲乙丙丁');
  });

  it.each([
    ['<link>x.html</link>', 'https://example.com/news/x.html'],
    ['<link/><guid>https://example.com/p</guid>', 'https://example.com/p'],
    ['<guid isPermaLink="true">https://example.com/p</guid>', 'https://example.com/p'],
    ['<guid isPermaLink="false">https://example.com/p</guid>', ''],
    ['<guid>a-1</guid>', ''],
    ['<link>javascript:alert(1)</link>', ''],
    ['<atom:link rel="self" href="https://example.com/self"/><link>https://example.com/p</link>', 'https://example.com/p'],
  ])('finds the address in %s', async (inner, url) => {
    expect((await itemOf(inner))?.url).toBe(url);
  });

  it.each([
    ['<pubDate>Tue, 01 Sep 2026 08:00:00</pubDate>', '2026-09-01T00:00:00.000Z'],
    ['<pubDate>2026-09-01 08:00</pubDate>', '2026-09-01T00:00:00.000Z'],
    ['<pubDate>soon</pubDate><dc:date>2026-09-01T00:00:00Z</dc:date>', '2026-09-01T00:00:00.000Z'],
    ['<pubDate>soon</pubDate>', undefined],
  ])("reads a date whatever the machine's zone: %s", async (inner, date) => {
    vi.stubEnv('TZ', 'America/New_York');
    expect((await itemOf(inner))?.date?.toISOString()).toBe(date);
  });

  it('takes mixed content, whose order is lost, for no content', async () => {
    expect(await itemOf('<content:encoded>甲<b>乙</b>丙</content:encoded>')).not.toHaveProperty('contentHtml');
  });

  it('may be empty', async () => {
    expect(await parseFeed(rss(''), FEED_URL)).toEqual({ items: [] });
    expect((await parseFeed(rss('<item/>'), FEED_URL)).items).toEqual([{ url: '', title: '', categories: [] }]);
  });
});

describe('other versions of RSS', () => {
  it.each([
    '<rss version="0.91">',
    '<rss version="0.92">',
    '<rss>',
    '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://example.com/rss-0.91.dtd"><rss version="0.91">',
  ])('%s is read', async (start) => {
    const text = `${start}<channel><title>某报</title><item><title>一</title><link>http://a.example/1</link></item></channel></rss>`;
    const feed = await parseFeed(text, FEED_URL);
    expect(feed).toEqual({ title: '某报', items: [{ url: 'http://a.example/1', title: '一', categories: [] }] });
  });

  it('RSS 1.0 (RDF) is read', async () => {
    const text = `<?xml version="1.0"?><!-- made by hand -->
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <channel rdf:about="http://a.example/"><title>某报</title><image rdf:resource="http://a.example/logo.png"/></channel>
      <item rdf:about="http://a.example/1"><title>一</title><link>http://a.example/1?x</link>
        <dc:date>2026-09-01T08:00:00+08:00</dc:date><dc:creator>张三</dc:creator></item>
      <item rdf:about="http://a.example/2"><title>二</title></item>
      </rdf:RDF>`;
    expect(await parseFeed(text, FEED_URL)).toEqual({
      title: '某报',
      image: 'http://a.example/logo.png',
      items: [
        {
          ...{ guid: 'http://a.example/1', url: 'http://a.example/1?x', title: '一' },
          ...{ date: new Date('2026-09-01T00:00:00Z'), author: '张三', categories: [] },
        },
        { guid: 'http://a.example/2', url: 'http://a.example/2', title: '二', categories: [] },
      ],
    });
  });
});

describe('damaged XML', () => {
  it.each([
    ['bare &', rss('<title>A & B &#60; C&D <![CDATA[& E]]></title><item/>'), 'A & B < C&D & E'],
    ['a control character', rss('<title>A<![CDATA[B]]>&#8;&#x1f;C</title\u0008><item/>'), 'ABC'],
    ['junk in front', `<br />\n<b>Warning</b>: x in y on line 3${rss('<title>A</title><item/>')}`, 'A'],
    ['junk in front, no declaration', 'OK <rss version="2.0"><channel><title>A</title><item/></channel></rss>', 'A'],
  ])('is repaired: %s', async (_, text, title) => {
    expect(await parseFeed(text, FEED_URL)).toEqual({ title, items: [{ url: '', title: '', categories: [] }] });
  });

  it('may begin with BOM and white space', async () => {
    expect((await parseFeed(`\uFEFF\r\n  ${rss('<title>A</title>')}`, FEED_URL)).title).toBe('A');
  });

  it.each([
    rss('<title>A</title><item>').slice(0, -20),
    rss('<title>A</item>'),
    '<rss version="2.0"></rss>',
    '<?xml version="1.0"?><rss version="2.0"',
  ])('that cannot be repaired is named: %#', async (text) => {
    const error = await failureOf(text);
    expect(error).toMatchObject({ code: 'feed_malformed', params: { url: FEED_URL } });
    expect(error.message).not.toContain('\n');
  });
});
