import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../src/feeds/parse.js';
import { FEED_URL, failureOf } from './failure.js';

const ROW = {
  docid: 'comos:abcdefg1234567',
  url: 'http://finance.sina.com.cn/china/2026-09-01/doc-iabcdefg1234567.shtml?cre=tianyi',
  wapurl: 'https://finance.sina.cn/2026-09-01/detail-iabcdefg1234567.d.html',
  title: '甲公司  发布\n年度报告',
  stitle: '短标题',
  ctime: '1788220800',
  intime: '1788220900',
  mtime: '1788221000',
  author: '某人',
  images: [],
};

const answer = (data: unknown, status: unknown = { code: 0, msg: 'succ' }): string =>
  JSON.stringify({ result: { status, total: 1, data } });

const READ = {
  docid: 'comos:abcdefg1234567',
  url: 'http://finance.sina.com.cn/china/2026-09-01/doc-iabcdefg1234567.shtml?cre=tianyi',
  title: '甲公司  发布 年度报告',
  date: new Date(1788220800000),
  updated: new Date(1788221000000),
  categories: [],
};

describe('an answer of the roll API', () => {
  it('gives its rows as items', async () => {
    expect(await parseFeed(answer([ROW]), FEED_URL)).toEqual({ items: [READ] });
  });

  it.each([
    ['try{}catch', `try{feedCardJsonpCallback(${answer([ROW])});}catch(e){};`],
    ['try{}catch, spaced', ` try { cb( ${answer([ROW])} ) ; } catch (e) { } ;\n`],
    ['a call', `cb(${answer([ROW])});`],
    ['a call without semicolon', `window.cb(${answer([ROW])})`],
    ['BOM and white space', `\uFEFF \r\n${answer([ROW])}\n`],
  ])('is read as JSONP: %s', async (_, text) => {
    expect(await parseFeed(text, FEED_URL)).toEqual({ items: [READ] });
  });

  it('is not confused by JSONP words in a title', async () => {
    const feed = await parseFeed(`try{cb(${answer([{ ...ROW, title: 'a)}catch(e){};' }])});}catch(e){};`, FEED_URL);
    expect(feed.items[0]?.title).toBe('a)}catch(e){};');
  });

  it('may hold its rows in an object with numbers as keys', async () => {
    const feed = await parseFeed(answer({ 1: { ...ROW, docid: 'comos:b' }, 0: ROW, 10: { ...ROW, docid: 'comos:c' } }), FEED_URL);
    expect(feed.items.map(({ docid }) => docid)).toEqual(['comos:abcdefg1234567', 'comos:b', 'comos:c']);
  });

  it('drops rows that are no objects', async () => {
    const feed = await parseFeed(answer([null, 'x', 7, [ROW], ROW]), FEED_URL);
    expect(feed.items).toEqual([READ]);
  });

  it('may lack any field of a row', async () => {
    const rows = [
      { ...ROW, url: '', title: ' ', ctime: '0' },
      { ...ROW, url: 'javascript:void(0)', ctime: 1788220800, docid: '' },
      {},
    ];
    const { items } = await parseFeed(answer(rows), FEED_URL);
    expect(items).toEqual([
      { ...READ, url: ROW.wapurl, title: '短标题', date: new Date(1788220900000) },
      { url: ROW.wapurl, title: READ.title, date: READ.date, updated: READ.updated, categories: [] },
      { url: '', title: '', categories: [] },
    ]);
  });

  it('may be empty', async () => {
    expect((await parseFeed(answer([]), FEED_URL)).items).toEqual([]);
    expect((await parseFeed(answer({}, { code: '0' }), FEED_URL)).items).toEqual([]);
  });
});

describe('a failed answer of the roll API', () => {
  it.each([11, '11'])('with status %j is named with its message', async (code) => {
    const error = await failureOf(answer([], { code, msg: 'no such\nlid' }));
    expect(error).toMatchObject({ code: 'feed_api_status', params: { url: FEED_URL, status: '11', message: 'no such lid' } });
  });

  it.each(['{"result":{"status":{"code":0}}}', answer(null), answer(''), answer(false), '{"result":null}'])(
    'without a list is named: %s',
    async (text) => {
      expect(await failureOf(text)).toMatchObject({ code: 'feed_no_data', params: { url: FEED_URL } });
    },
  );

  it.each([
    answer([ROW]).slice(0, -9),
    answer([ROW]).slice(0, 30),
    `try{cb(${answer([ROW]).slice(0, -9)}`,
    `cb(${answer([ROW]).slice(0, -9)});`,
    '{',
    '{{ template }}',
  ])('that is cut off or damaged is named: %#', async (text) => {
    const error = await failureOf(text);
    expect(error.code).toBe('feed_truncated');
    expect(error.message).toContain(FEED_URL);
  });
});
