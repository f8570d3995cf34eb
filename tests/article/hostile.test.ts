import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/article/extract.js';

const TEXT = '<p>　　十月十二日，南岭省公布秋粮收购进度，全省已经过半，快于往年，农户说价格也比去年高了一成左右。</p>'.repeat(5);
const STOCK = '<a class="keyword" href="http://finance.sina.com.cn/realstock/company/sh600519/nc.shtml">茅台</a>';

const page = (body: string): string =>
  `<title>秋粮收购过半_新浪财经_新浪网</title><h1 class="main-title">秋粮收购过半</h1><span class="date">2026年10月12日 08:15</span><div class="article" id="artibody">${TEXT}${body}</div>`;

function read(body: string): string {
  return extractArticle(page(body), { name: 'page', url: 'https://finance.sina.com.cn/roll/2026-10-12/doc-inztrapx1000105.shtml' }).html;
}

describe('a page without end', () => {
  it.each([
    ['elements', '<b>x</b>'.repeat(100_000)],
    ['elements inside each other', '<div>'.repeat(100_000)],
    ['unclosed elements', '<b>x'.repeat(200_000)],
    ['elements whose names hold zeros', '<p\0 a\0="\0">'.repeat(100_000)],
    ['attributes', `<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}=">"`).join(' ')}>`],
    ['open attributes', '<a href="'.repeat(200_000)],
    ['elements that the parser repeats', Array.from({ length: 200 }, (_, index) => `<p><b title="${index}">字</p>`).join('')],
    ['text', '字'.repeat(600_000)],
    ['comments', '<!-- -->'.repeat(300_000)],
  ])('of %s is refused by name', (_, body) => {
    expect(() => read(body)).toThrow(expect.objectContaining({ code: 'page_unreadable' }));
  });

  it.each([
    ['line breaks', '<br>'.repeat(11_000)],
    ['lines', `${'字'.repeat(30)}，<br>`.repeat(11_000)],
    ['removed blocks', '<div class="sinaads"></div>'.repeat(11_000)],
    ['blocks in sentences', '<p>字</p>字<div class="sinaads"></div>字'.repeat(5_500)],
    ['links to stocks', `${STOCK}<span></span>`.repeat(5_500)],
    ['zeros', '\0'.repeat(400_000)],
    ['spans', '<table><tr><td colspan="9007199254740991" rowspan="9007199254740991">x</td></tr></table>'],
    ['addresses', 'www.a '.repeat(80_000)],
    ['text', '字'.repeat(450_000)],
  ])('of %s is read in linear time', { timeout: 20_000 }, (_, body) => {
    const start = process.cpuUsage();
    expect(read(`<p>${body}`)).toContain('秋粮收购进度');
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(4);
  });

  it('is none for scripts that compare, which hold no tags', () => {
    expect(read(`<script>${'for (i=0; i<n; i+=1) f("a b c d e f g h i j k l m n o p");'.repeat(20_000)}</script>`)).toContain('秋粮');
  });
});
