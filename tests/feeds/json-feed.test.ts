import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../src/feeds/parse.js';
import { FEED_URL } from './failure.js';

const feed = (members: object, version = 'https://jsonfeed.org/version/1.1'): string => JSON.stringify({ version, ...members });

describe('a JSON Feed', () => {
  it('gives its items and what it says of itself', async () => {
    const text = feed({
      title: '某报\n财经',
      authors: [{ name: '某报社' }],
      icon: '/icon.png',
      items: [
        {
          id: 'a-1',
          url: 'a/1.html',
          title: ' 第一条 ',
          date_published: '2026-09-01T08:00:00+08:00',
          authors: [{ name: '张三' }],
          tags: ['财经', ' ', '银行'],
          content_html: '<p>正文</p>',
        },
      ],
    });
    expect(await parseFeed(text, FEED_URL)).toEqual({
      title: '某报 财经',
      author: '某报社',
      image: 'https://example.com/icon.png',
      items: [
        {
          guid: 'a-1',
          url: 'https://example.com/news/a/1.html',
          title: '第一条',
          date: new Date('2026-09-01T00:00:00Z'),
          author: '张三',
          categories: ['财经', '银行'],
          contentHtml: '<p>正文</p>',
        },
      ],
    });
  });

  it('may be of version 1.0', async () => {
    const text = feed({ author: { name: '某报社' }, favicon: '/f.ico', items: [{ id: 7, author: { name: '李四' } }] }, 'http://www.jsonfeed.org/version/1');
    expect(await parseFeed(text, FEED_URL)).toEqual({
      author: '某报社',
      image: 'https://example.com/f.ico',
      items: [{ guid: '7', url: '', title: '', author: '李四', categories: [] }],
    });
  });

  it('may have items without title, address or first date', async () => {
    const items = [{ external_url: 'https://other.example/x', date_modified: '2026-09-01', content_text: '1 < 2' }, 'no item'];
    expect((await parseFeed(feed({ items }), FEED_URL)).items).toEqual([
      { url: 'https://other.example/x', title: '', date: new Date('2026-08-31T16:00:00Z'), updated: new Date('2026-08-31T16:00:00Z'), categories: [] },
    ]);
  });

  it('may be empty', async () => {
    expect(await parseFeed(feed({}), FEED_URL)).toEqual({ items: [] });
  });
});
