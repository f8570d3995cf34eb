import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/article/extract.js';

const sentence = (number: number): string => `第${number}段文字足够长，可以当作一篇文章的正文来读，没有别的意思。`;
const paragraphs = [1, 2, 3, 4].map((number) => `<p>${sentence(number)}</p>`).join('');
const TITLE = '泊位通过验收';
const extract = (body: string, head = ''): string => {
  const page = `<html><head><title>${TITLE}_某某网</title>${head}</head><body><h1>${TITLE}</h1><p>2026-10-12 09:05</p>${body}</body></html>`;
  return extractArticle(page, { name: 'x', url: 'http://news.example.com/2026/a.html' }).html;
};
const textOf = (html: string): string[] => load(html)('p').get().map((element) => load(element).text());
const four = [1, 2, 3, 4].map(sentence);

describe('the text of a page that no rule knows', () => {
  it('is read once where the page holds it for each kind of screen', () => {
    const copies = ['desktop', 'phone', 'printer'].map((name) => `<div class="for-${name}">${paragraphs}</div>`).join('');
    expect(textOf(extract(`<div>${copies}</div>`))).toEqual(four);
  });

  it('is the lines of one element, not of its neighbour', () => {
    expect(textOf(extract(`<div><div class="box">${four.join('<br><br>')}</div><div class="box">欢迎来信，地址见后。</div></div>`))).toEqual(four);
  });

  it('has no title or first picture of a film in it', () => {
    const film = '<div class="video-box"><img src="/poster.jpg"><span>航拍的港口，看一看吧。</span></div>';
    expect(extract(`<div>${paragraphs}${film}<p>${sentence(5)}</p></div>`)).toBe(extract(`<div>${paragraphs}<p>${sentence(5)}</p></div>`));
  });

  it('is what the page itself calls the body of its article', () => {
    expect(textOf(extract(`<div><div itemprop="articleBody">${paragraphs}</div><p>南岭日报创刊于六十年前，读者遍布全省，欢迎订阅，也欢迎指正。</p></div>`))).toEqual(four);
  });

  it('is that of its JSON-LD where the page shows none', () => {
    const jsonLd = JSON.stringify({ '@type': 'NewsArticle', headline: TITLE, articleBody: four.join('\n') });
    expect(textOf(extract('<div id="app"></div>', `<script type="application/ld+json">${jsonLd}</script>`))).toEqual(four);
  });

  it('is not the small print, however long', () => {
    const print = `<div class="bottom">某某网版权所有，未经许可不得使用，某ICP备00000001号，互联网新闻信息服务许可证编号，广播电视节目制作经营许可证，举报电话，联系我们，网站地图，${'某某分社，'.repeat(20)}</div>`;
    expect(textOf(extract(`<div class="flash">${sentence(1)}</div>${print}`))).toEqual([sentence(1)]);
  });

  it('is no card of another article, which is a link as a whole', () => {
    const card = (number: number): string => `<a href="/${number}"><p>又一家公司宣布扩产，第${number}条生产线下月开工，机构称需求不减，订单排到明年。</p></a>`;
    const own = four.slice(0, 2).map((text) => `<div><span>${text}</span></div>`).join('');
    expect(textOf(extract(`<div class="d">${own}</div><div class="m">${[1, 2, 3].map(card).join('')}</div>`))).toEqual(four.slice(0, 2));
  });

  it('keeps a first line that names a day, unless that is the time of the page', () => {
    const dated = (line: string): string[] => textOf(extract(`<div class="d"><p>${line}</p>${paragraphs}</div>`));
    expect(dated('2026年11月20日至22日重要日程')).toEqual(['2026年11月20日至22日重要日程', ...four]);
    expect(dated('公告日期：2026-07-14')).toEqual(['公告日期：2026-07-14', ...four]);
    expect(dated('2026-11-20 09:30 南岭日报')).toEqual(four);
    expect(dated('发布日期：2026-11-20')).toEqual(four);
  });

  describe('beside more text that is none of it', () => {
    const teaser = (number: number, tag = 'div'): string => `<${tag} class="card"><h3><a href="/${number}">第${number}家公司宣布扩产</a></h3><p>又一家公司宣布扩产，第${number}条生产线下月开工，机构称需求不减，订单排到明年，价格却没有跟着上涨，买家还在观望。</p></${tag}>`;
    const teasers = (tag?: string): string => `<section class="more">${[1, 2, 3, 4, 5, 6, 7].map((number) => teaser(number, tag)).join('')}</section>`;
    const replies = `<div class="t">${[1, 2, 3, 4, 5, 6, 7, 8].map((number) => `<div class="r"><b>读者${number}</b><p>我看第${number}个泊位早就该修了，去年排队排了三天，油钱都不够，希望这次说到做到，别再拖。</p><span>回复</span></div>`).join('')}</div>`;

    it.each([
      ['cards', teasers()],
      ['cards that are articles', teasers('article')],
      ['a thread of readers', replies],
      ['another article of that length', `<article><h1>另一篇文章的标题</h1>${[5, 6, 7, 8, 9].map((number) => `<p>${sentence(number)}</p>`).join('')}</article>`],
    ])('is in the article element: %s', (_name, other) => {
      const own = `<article><h1>${TITLE}</h1><p>2026-10-12 09:05</p><div>${paragraphs}</div></article>`;
      const html = `<html><head><title>${TITLE}_某某网</title></head><body>${own}${other}</body></html>`;
      expect(textOf(extractArticle(html, { name: 'x', url: 'http://news.example.com/2026/a.html' }).html)).toEqual(four);
    });

    it.each([['cards', teasers()], ['a thread of readers', replies]])('is what its JSON-LD quotes: %s', (_name, other) => {
      const jsonLd = JSON.stringify({ '@type': 'NewsArticle', headline: TITLE, articleBody: four.join('\n') });
      expect(textOf(extract(`<div class="x">${paragraphs}</div>${other}`, `<script type="application/ld+json">${jsonLd}</script>`))).toEqual(four);
    });

    it('is in the block of its title, where another such block follows', () => {
      const block = (title: string, text: string): string => `<div class="post"><h2>${title}</h2><div>${text}</div></div>`;
      const next = [5, 6, 7, 8, 9, 10].map((number) => `<p>${sentence(number)}</p>`).join('');
      const html = `<html><head><title>${TITLE}_某某网</title></head><body><div class="list">${block(TITLE, paragraphs)}${block('另一篇文章的标题', next)}</div></body></html>`;
      expect(textOf(extractArticle(html, { name: 'x', url: 'http://news.example.com/2026/a.html' }).html)).toEqual(four);
    });

    it('is not in an article element that holds the lead alone', () => {
      const html = `<html><head><title>${TITLE}_某某网</title></head><body><article><h1>${TITLE}</h1></article><div class="x">${paragraphs}</div></body></html>`;
      expect(textOf(extractArticle(html, { name: 'x', url: 'http://news.example.com/2026/a.html' }).html)).toEqual(four);
    });
  });
});
