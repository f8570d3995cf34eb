import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Article } from '../../src/article/types.js';
import { composePost } from '../../src/post/compose.js';
import type { Origin } from '../../src/post/fields.js';

const article: Article = { url: 'https://finance.sina.com.cn/a/doc-iabc.shtml', title: '页面标题很长很长', keywords: [], html: '<p>正文</p>', rule: 'x', date: new Date('2022-07-25T02:00:00Z') };
const now = new Date('2030-01-01T00:00:00Z');
const origin = (change: Partial<Origin> = {}): Origin => ({ feed: { title: '某订阅' }, defaults: {}, item: { url: article.url, title: '标题', categories: [] }, ...change });
const fields = (page: Article, from?: Origin): unknown => parse(composePost(page, { id: 'x', origin: from, now }).document.split('---\n')[1] ?? '');

describe('a post', () => {
  it('has the item\'s date, else the page\'s, else that of the run', () => {
    const dated = origin({ item: { ...origin().item, date: new Date('2022-07-25T02:54:50Z') } });
    expect(fields(article, dated)).toMatchObject({ date: 'Mon, 25 Jul 2022 02:54:50 GMT' });
    expect(fields(article, origin())).toMatchObject({ date: 'Mon, 25 Jul 2022 02:00:00 GMT' });
    expect(fields({ ...article, date: undefined }, origin())).toMatchObject({ date: now.toUTCString() });
  });

  it('has the feed\'s title, or the page\'s where the feed cut it short or has none', () => {
    const titled = (title: string): Origin => origin({ item: { ...origin().item, title } });
    expect(fields(article, titled('别的标题'))).toMatchObject({ title: '别的标题' });
    expect(fields(article, titled('页面标题...'))).toMatchObject({ title: article.title });
    expect(fields(article, titled('等等……'))).toMatchObject({ title: '等等……' });
    expect(fields(article, titled(''))).toMatchObject({ title: article.title });
  });

  it('has the first picture of the article, else the feed\'s, else the site\'s', () => {
    expect(fields({ ...article, leadImage: 'https://a/1.png' }, origin())).toMatchObject({ headimg: 'https://a/1.png', thumbnail: 'https://a/1.png' });
    expect(fields(article, origin({ feed: { image: 'https://a/feed.png' } }))).toMatchObject({ headimg: 'https://a/feed.png' });
    expect(fields(article, origin())).toMatchObject({ headimg: 'https://n.sinaimg.cn/finance/cece9e13/20200514/343233024.png' });
    expect(fields({ ...article, url: 'https://other.example/a' }, origin())).toMatchObject({ headimg: '' });
  });

  it('has categories and author of the feed, else of the site', () => {
    const full = origin({ feed: { title: '某订阅', author: '某社' }, item: { ...origin().item, categories: ['甲', '某订阅'] } });
    expect(fields(article, full)).toMatchObject({ categories: ['某订阅', '甲'], author: '某社' });
    expect(fields(article, origin({ feed: {} }))).toMatchObject({ categories: ['金融', '新浪财经'], author: '新浪财经' });
    expect(fields(article)).toMatchObject({ categories: ['金融', '新浪财经'], author: '新浪财经' });
    expect(fields({ ...article, url: 'https://www.other.example/a', source: '某站' })).toMatchObject({ categories: ['某站'], author: '某站' });
    expect(fields({ ...article, url: 'https://www.other.example/a' })).toMatchObject({ categories: ['www.other.example'], author: 'www.other.example' });
  });

  it('has a title of one line without control characters', () => {
    expect(fields({ ...article, title: '一\u0000二\n三\u2028四' })).toMatchObject({ title: '一 二 三 四' });
  });
});
