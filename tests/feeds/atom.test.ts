import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../src/feeds/parse.js';
import type { FeedItem } from '../../src/feeds/types.js';
import { FEED_URL } from './failure.js';

const atom = (inner: string): string => `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${inner}</feed>`;

async function entryOf(inner: string): Promise<FeedItem | undefined> {
  return (await parseFeed(atom(`<entry>${inner}</entry>`), FEED_URL)).items[0];
}

describe('Atom', () => {
  it('gives its entries and what it says of itself', async () => {
    const text = atom(`
      <title type="text">某报</title><author><name>某报社</name><email>x@example.com</email></author>
      <icon>/icon.png</icon><logo>/logo.png</logo><updated>2026-09-02T00:00:00Z</updated>
      <entry>
        <id>tag:example.com,2026:1</id>
        <title type="html">第一条 &lt;快讯&gt;</title>
        <link rel="self" href="https://example.com/1.atom"/>
        <link rel="enclosure" href="https://example.com/1.mp3"/>
        <link rel="alternate" type="text/html" href="/1.html"/>
        <published>2026-09-01T08:00:00+08:00</published><updated>2026-09-02T08:00:00+08:00</updated>
        <author><name>张三</name></author>
        <category term="finance" label="财经"/><category term="bank"/><category/>
        <summary>摘要</summary>
        <content type="html">&lt;p&gt;正文&lt;/p&gt;</content>
      </entry>`);
    expect(await parseFeed(text, FEED_URL)).toEqual({
      title: '某报',
      author: '某报社',
      image: 'https://example.com/logo.png',
      items: [
        {
          guid: 'tag:example.com,2026:1',
          url: 'https://example.com/1.html',
          title: '第一条 <快讯>',
          date: new Date('2026-09-01T00:00:00Z'),
          updated: new Date('2026-09-02T00:00:00Z'),
          author: '张三',
          categories: ['财经', 'bank'],
          contentHtml: '<p>正文</p>',
        },
      ],
    });
  });

  it.each([
    ['<link href="x.html"/>', 'https://example.com/news/x.html'],
    ['<link rel="via" href="http://a.example/"/>', 'http://a.example/'],
    ['<link>http://a.example/text</link>', 'http://a.example/text'],
    ['<id>http://a.example/id</id>', ''],
    ['', ''],
  ])('finds the address in %j', async (inner, url) => {
    expect((await entryOf(inner))?.url).toBe(url);
  });

  it('survives entries without any element', async () => {
    const feed = await parseFeed(atom('<entry/><entry>text</entry><entry><title>一</title></entry>'), FEED_URL);
    expect(feed.items.map(({ title }) => title)).toEqual(['', '', '一']);
    expect(await parseFeed('<feed/>', FEED_URL)).toEqual({ items: [] });
  });

  it.each([
    ['<updated>2026-09-01T00:00:00Z</updated>', '2026-09-01T00:00:00.000Z'],
    ['<published>2026年9月1日 08:00</published>', '2026-09-01T00:00:00.000Z'],
    ['<published>soon</published>', undefined],
  ])('survives any date: %s', async (inner, date) => {
    expect((await entryOf(inner))?.date?.toISOString()).toBe(date);
  });

  it('keeps inline XHTML in its order', async () => {
    const entry = await entryOf('<content type="xhtml"><div>甲<b>乙</b>丙 &amp; <![CDATA[<丁>]]></div></content>');
    expect(entry?.contentHtml).toBe('<div>甲<b>乙</b>丙 &amp; <![CDATA[<丁>]]></div>');
  });

  it.each(['<content>plain</content>', '<content type="text">a &lt; b</content>', '<content type="xhtml" src="x"/>', '<content type="image/png">AAAA</content>'])(
    'takes only HTML for HTML: %s',
    async (inner) => {
      expect(await entryOf(inner)).not.toHaveProperty('contentHtml');
    },
  );
});
