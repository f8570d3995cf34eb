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

  describe('in a block whose name may mean something else', () => {
    const within = (block: string): string[] => textOf(extract(`<div class="d">${paragraphs}${block}<p>${sentence(5)}</p></div>`));

    it.each([
      ['share-price', '<p>南岭港股价今天报12.5元，比昨天上涨3%。</p>'],
      ['comment', '<p>编辑部认为，修港口是好事，可钱从哪里来，要说清楚。</p>'],
      ['commentary', '<p>编辑部认为，修港口是好事，可钱从哪里来，要说清楚。</p>'],
      ['company-statement', '<p>公司在声明里说，事故原因还在调查，结果会尽快公布。</p>'],
      ['dialogue', '<p>问：泊位什么时候用？答：等验收的手续办完，下个月就用。</p>'],
      ['menu', '<p>早饭是白粥、咸菜和两个馒头，午饭多一个鱼，晚饭也一样。</p>'],
      ['hot-issue', '<p>最受关心的是运费，货主们说，每吨可以省下十二元左右。</p>'],
    ])('is kept where it is text: %s', (name, block) => {
      expect(within(`<div class="${name}">${block}</div>`)).toEqual([...four, load(block)('p').text(), sentence(5)]);
    });

    it('is kept where it is a table', () => {
      const table = '<table><tr><th>日期</th><th>收盘</th></tr><tr><td>20日</td><td>12.5</td></tr><tr><td>21日</td><td>12.9</td></tr></table>';
      expect(extract(`<div class="d">${paragraphs}<div class="stock-ad-data">${table}</div><p>${sentence(5)}</p></div>`)).toContain('12.9');
    });

    it.each([
      ['share', '<p>把这篇文章分享给您的朋友，让他们也知道这件事情。</p>'],
      ['share-bar', '<span>分享到：</span><span>123</span>'],
      ['comment', '<h4>网友评论（12）</h4><p>我看这个泊位早就该修了，去年排队排了三天。</p>'],
      ['comment', '<p>我看这个泊位早就该修了，去年排队排了三天。</p><span>回复</span>'],
      ['comment', '<p>请理智发言，遵守网上公德，文明跟帖。</p><form><textarea></textarea></form>'],
      ['comments', '<p>我看这个泊位早就该修了，去年排队排了三天。</p>'],
      ['statement', '<p>本网刊登的文章不代表本网立场，读者请自行判断。</p>'],
      ['ad', '<p>开户立减，名额有限，先到先得，快来办理吧。</p>'],
      ['menu', '<p>您在这里：<a href="/">首页</a>，新闻，经济，港口。</p>'],
      ['login-dialog', '<p>登录以后可以发表评论，也可以收藏这篇文章。</p>'],
    ])('goes where it is none: %s', (name, block) => {
      expect(within(`<div class="${name}">${block}</div>`)).toEqual([...four, sentence(5)]);
    });
  });

  it.each(['网友评论（12）', '全部评论 (0)', '责任编辑：', '编辑:', '（责任编辑：）', '3条评论'])('ends before %s and what is around it', (line) => {
    expect(textOf(extract(`<div class="d">${paragraphs}<p>【打印】【关闭】</p><p>${line}</p></div>`))).toEqual(four);
    expect(textOf(extract(`<div class="d">${paragraphs}<p>${line}</p></div>`))).toEqual(four);
  });

  it('has its lead once, also where it is labelled above the text', () => {
    const lead = '第1段文字足够长，可以当作一篇文章的正文来读，没有别的意思。';
    expect(textOf(extract(`<div class="summary">摘要：${lead}</div><div class="d">${paragraphs}</div>`))).toEqual(four);
    expect(textOf(extract(`<div class="summary">【导语】 ${lead}</div><div class="d">${paragraphs}</div>`))).toEqual(four);
  });

  it('has the centred line below a picture as its caption, whichever element centres it', () => {
    const picture = (box: string): string => extract(`<div class="d">${paragraphs}${box}<p>${sentence(5)}</p></div>`);
    expect(picture('<center><p><img src="/a.jpg"></p><p>港口的夜景。</p></center>')).toContain('<figcaption>港口的夜景。</figcaption>');
    expect(picture('<div align="center"><img src="/a.jpg"><p>港口的夜景</p></div>')).toContain('<figcaption>港口的夜景</figcaption>');
    const all = extract(`<div style="text-align:center" class="d"><div><img src="/a.jpg"></div>${paragraphs}</div>`);
    expect(all).not.toContain('<figcaption>');
  });

  it('is read in no time where one centred element holds pictures without end', { timeout: 20_000 }, () => {
    const start = process.cpuUsage();
    expect(extract(`<div class="d">${paragraphs}<center>${'<img src="/a.jpg">'.repeat(11_000)}字</center></div>`)).toContain('/a.jpg');
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(4);
  });

  it('is that of one variable of a script, not of all', () => {
    const html = (numbers: readonly number[]): string => numbers.map((number) => `<p>${sentence(number)}</p>`).join('');
    const script = (code: string): string[] => textOf(extract('<div id="app"></div>', `<script>${code}</script>`));
    expect(script(`var page = {"content":${JSON.stringify(html([1, 2, 3, 4]))},"about":${JSON.stringify(html([7, 8]))}};`)).toEqual(four);
    expect(script(`var text = ${JSON.stringify(html([1, 2, 3, 4]))}; var footer = ${JSON.stringify(html([7, 8]))};`)).toEqual(four);
    expect(script(`var parts = [${JSON.stringify(html([1, 2]))}, ${JSON.stringify(html([3, 4]))}];`)).toEqual(four);
    expect(script(`var parts = [{"text":${JSON.stringify(html([1, 2]))}}, {"text":${JSON.stringify(html([3, 4]))}}];`)).toEqual(four);
    expect(script(`var text = ${JSON.stringify(html([1, 2]))} + ${JSON.stringify(html([3, 4]))};`)).toEqual(four);
  });

  it('has no labels and links of its site between its paragraphs, but its own', () => {
    const between = (block: string): string[] => textOf(extract(`<div class="d">${paragraphs}${block}<p>${sentence(5)}</p></div>`));
    const [kept, gone] = [[...four, sentence(5)].length + 1, [...four, sentence(5)].length];
    for (const block of ['<p>广告</p>', '<p>Advertisement</p>', '<p><a href="/2">相关阅读：另一篇文章的标题</a></p>', '<p><a href="/2">Read more: Another story</a></p>']) expect(between(block)).toHaveLength(gone);
    for (const block of ['<p>广告业又少了一半的人手。</p>', '<p>相关阅读：他读的书都与港口有关。</p>', '<p><a href="/2">泊位验收报告的全文</a></p>']) expect(between(block)).toHaveLength(kept);
  });

  it('ends before the foot of its page', () => {
    expect(textOf(extract(`<div class="d">${paragraphs}<p>关于我们 | 联系我们 | 南ICP备00000001号</p></div>`))).toEqual(four);
    expect(textOf(extract(`<div class="d">${paragraphs}<p>该网站未取得ICP备案，昨天被关停。</p></div>`))).toHaveLength(5);
  });

  it('has no time of its page, but those of its entries', () => {
    expect(textOf(extract(`<article><p><time>12 October 2026, 9:05</time></p>${paragraphs}</article>`))).toEqual(four);
    expect(extract(`<div class="d">${four.map((text, index) => `<p><time>09:0${index}</time></p><p>${text}</p>`).join('')}</div>`)).toContain('09:03');
    expect(extract(`<div class="d">${paragraphs}<p>会议定于<time>11月20日</time>举行，地点还没有定。</p></div>`)).toContain('11月20日');
  });

  it('has a paragraph for each span that is shown as a block', () => {
    expect(textOf(extract(`<div class="d">${four.map((text) => `<span style="display: block">${text}</span>`).join('')}</div>`))).toEqual(four);
  });
});
