import { describe, expect, it } from 'vitest';
import { decodeDocument } from '../../src/article/decode.js';

const SIMPLIFIED = '国家统计局今天发布数据，前三季度经济运行总体平稳，稳中有进。有关部门负责人介绍了情况，并回答了记者的提问。';
const GBK = Buffer.from('b9fabcd2cdb3bcc6bed6bdf1ccecb7a2b2bccafdbedda3acc7b0c8fdbcbeb6c8beadbcc3d4cbd0d0d7dccce5c6bdcec8a3accec8d6d0d3d0bdf8a1a3d3d0b9d8b2bfc3c5b8bad4f0c8cbbde9c9dcc1cbc7e9bff6a3acb2a2bbd8b4f0c1cbbcc7d5dfb5c4cce1cecaa1a3', 'hex');
const TRADITIONAL = '行政院主計總處今天發布國民所得統計，第三季經濟成長率為百分之二，有關部門負責人說明了情況，並回答了記者的提問。';
const BIG5 = Buffer.from('a6e6ac46b07ca544ad70c160b342a4b5a4d1b56fa5acb0eaa5c1a9d2b16fb2cead70a141b2c4a454a975b867c0d9a6a8aaf8b276acb0a6caa4c0a4a7a447a141a6b3c3f6b3a1aaf9ad74b364a448bba1a9faa446b1a1aa70a141a8c3a65eb5aaa446b04faaccaabab4a3b0dda143', 'hex');
const page = (declared: string, text: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<html><head>${declared && `<meta charset="${declared}">`}</head><body><p>`), text, Buffer.from('</p></body></html>')]);

describe('charset of a page', () => {
  it.each([
    ['utf-8', Buffer.from(SIMPLIFIED), 'utf-8', SIMPLIFIED],
    ['', Buffer.from(SIMPLIFIED), 'utf-8', SIMPLIFIED],
    ['gbk', Buffer.from(SIMPLIFIED), 'utf-8', SIMPLIFIED],
    ['gb2312', GBK, 'gb18030', SIMPLIFIED],
    ['gbk', GBK, 'gb18030', SIMPLIFIED],
    ['GB18030', GBK, 'gb18030', SIMPLIFIED],
    ['', GBK, 'gb18030', SIMPLIFIED],
    ['utf-8', GBK, 'gb18030', SIMPLIFIED],
    ['big5', GBK, 'gb18030', SIMPLIFIED],
    ['no-such-charset', GBK, 'gb18030', SIMPLIFIED],
    ['big5', BIG5, 'big5', TRADITIONAL],
    ['', BIG5, 'big5', TRADITIONAL],
    ['gbk', BIG5, 'big5', TRADITIONAL],
  ])('declared as %j', (declared, bytes, charset, text) => {
    const decoded = decodeDocument(page(declared, bytes));
    expect(decoded.charset).toBe(charset);
    expect(decoded.text).toContain(`<p>${text}</p>`);
  });

  it('believes the header where the page says nothing', () => {
    expect(decodeDocument(page('', BIG5), 'text/html; charset=big5')).toMatchObject({ charset: 'big5', from: 'declaration' });
  });

  it('keeps UTF-8 with a damaged byte UTF-8', () => {
    const damaged = Buffer.concat([page('', Buffer.from(SIMPLIFIED)), Buffer.from([0xe5])]);
    expect(decodeDocument(damaged)).toMatchObject({ charset: 'utf-8' });
  });

  it('reads UTF-16 with a byte order mark', () => {
    expect(decodeDocument(Buffer.from(`\ufeff${SIMPLIFIED}`, 'utf16le')).text).toBe(SIMPLIFIED);
  });

  it('drops the byte order mark of UTF-8', () => {
    expect(decodeDocument(Buffer.from(`\ufeff${SIMPLIFIED}`)).text).toBe(SIMPLIFIED);
  });

  it('reads the encoding of an XML declaration', () => {
    const xml = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="gb2312"?><rss><title>'), GBK, Buffer.from('</title></rss>')]);
    expect(decodeDocument(xml, 'text/xml').text).toContain(SIMPLIFIED);
  });
});
