import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/article/extract.js';
import { guardPage } from '../../src/article/read-page.js';
import type { Article } from '../../src/article/types.js';
import { knownSentence } from '../../src/article/clean/boilerplate.js';
import { editorLine, editorTail, isOriginalTitle } from '../../src/article/clean/sentences.js';
import { trimText } from '../../src/article/clean/inline.js';
import { financePage } from '../support/pages.js';

const url = 'http://finance.sina.com.cn/china/doc-iabc.shtml';
const extract = (html: string): Article => guardPage(url, () => extractArticle(html, { name: url, url }));
const bodyOf = (inner: string): string => extract(financePage({ title: '标题', text: `这一段文字足够长，可以当作一篇文章的开头。</p>${inner}<p>` })).html;
const SENTENCE = '这一段文字足够长，可以当作一篇文章的正文来读，没有别的意思。';
const other = (body: string, title = '某某标题很长很长'): string => `<html><head><title>${title}</title></head><body>${body}</body></html>`;

describe('stand-ins for an article', () => {
  it.each(['500亿元国债今日发行', '500强企业榜单发布', '403万人报名国考', '404公司获得融资', '出错了！外卖平台误扣百万元', '安全验证码频遭破解，平台紧急应对'])(
    'a headline such as %s is none', (title) => {
      expect(extract(financePage({ title })).title).toBe(title);
      expect(extract(other(`<h1>${title}</h1><div><p>${SENTENCE.repeat(3)}</p></div>`, title)).title).toBe(title);
    });

  it.each([
    ['page_is_error', other('<p>抱歉，您要访问的页面不存在或已被删除，请返回首页。</p>', '新浪网')],
    ['page_is_error', other(`<p>${SENTENCE}</p>`, '404 Not Found')],
    ['page_is_error', other(`<p>${SENTENCE}</p>`, '页面没有找到_新浪网')],
    ['page_blocked', other(`<p>${SENTENCE}</p>`, '百度安全验证')],
    ['page_blocked', other('<p>您的访问过于频繁，请输入验证码后继续访问本站的内容。</p>', '某站')],
    ['page_blocked', other('<p>本文为付费内容，请登录或开通会员后继续阅读全文。</p>', '某站')],
  ])('%s', (code, html) => expect(() => extract(html)).toThrow(expect.objectContaining({ code })));
});

describe('a body', () => {
  it('of one short sentence is a flash, of a few words is not', () => {
    expect(extract(financePage({ title: 'x', text: '央行今日开展千亿逆回购。' })).html).toBe('<p>央行今日开展千亿逆回购。</p>');
    expect(() => extract(financePage({ title: 'x', text: '加载中' }))).toThrow(expect.objectContaining({ code: 'page_empty' }));
  });

  it('of a few words without a full stop is a flash where they say what the title says', () => {
    expect(extract(financePage({ title: '快讯：央行今日开展500亿逆回购', text: '央行开展500亿逆回购操作' })).html).toContain('500亿');
    for (const text of ['更多内容请看下方视频', '图片来源：南岭日报资料', '点击进入快讯专题页面']) {
      expect(() => extract(financePage({ title: '快讯：央行今日开展500亿逆回购', text }))).toThrow(expect.objectContaining({ code: 'page_empty' }));
    }
  });

  it('of one statement without a full stop is a flash in other words than its title', () => {
    expect(extract(financePage({ title: '快讯', text: '南岭港三号泊位今晨恢复作业' })).html).toBe('<p>南岭港三号泊位今晨恢复作业</p>');
    for (const text of ['编辑：许未央 校对：孟令舟 审核：丁守田', '图片来源于南岭日报资料', '点击这里收看直播回放全程', '<a href="/a">南岭港三号泊位今晨恢复作业</a>', '南岭港泊位']) {
      expect(() => extract(financePage({ title: '快讯', text })), text).toThrow(expect.objectContaining({ code: 'page_empty' }));
    }
  });

  it('of one statement beside a video is none', () => {
    const page = financePage({ title: '快讯', text: '南岭港三号泊位今晨恢复作业' }).replace('id="artibody">', 'id="artibody"><div class="Video_Cont"></div>');
    expect(() => extract(page)).toThrow(expect.objectContaining({ code: 'page_empty' }));
  });

  it.each(['该文章已被删除。', '抱歉，您访问的页面不存在或已被删除。', '视频加载中，请稍候…'])('that tells why there is none is no flash: %s', (text) => {
    expect(() => extract(financePage({ title: '快讯：央行今日开展500亿逆回购', text }))).toThrow(expect.objectContaining({ code: text.includes('加载') ? 'page_empty' : 'page_is_error' }));
  });

  it('has addresses relative to the base that its page names, also where the page itself has none', () => {
    const page = financePage({ title: 'x', text: `${SENTENCE}</p><p><img src="img/a.jpg"> <a href="b.html">附件</a>` }).replace('<head>', '<head><base href="https://static.example.com/2026/">');
    for (const url of ['', 'https://finance.sina.com.cn/roll/2026-10-12/doc-inztrapx1000105.shtml']) {
      const { html } = extractArticle(page, { name: 'x', url });
      expect([html.includes('https://static.example.com/2026/img/a.jpg'), html.includes('https://static.example.com/2026/b.html')]).toEqual([true, true]);
    }
  });

  it('with a few words beside its video is not skipped for ever', () => {
    const page = financePage({ title: 'x', text: '文字稍后' }).replace('id="artibody">', 'id="artibody"><div class="Video_Cont"></div>');
    expect(() => extract(page)).toThrow(expect.objectContaining({ code: 'page_empty' }));
  });

  it('is the fuller one where a page has it twice', () => {
    expect(extract(financePage({ title: 'x' }).replace('<div class="article"', '<div id="artibody"></div><div class="article"')).html).toContain('本报讯');
  });

  it('keeps what stands in a list outside of its items, and what stands in a form', () => {
    expect(bodyOf('<ul><p>段落</p><li>一</li><ul><li>子项</li></ul></ul>')).toContain('<ul><li>段落</li><li>一</li><li><ul><li>子项</li></ul></li></ul>');
    expect(extract(other(`<form id="aspnetForm"><h1>某某标题很长很长</h1><div><p>${SENTENCE}</p><p>${SENTENCE}</p></div></form>`)).html).toContain(SENTENCE);
  });

  it('loses its editor line in any brackets, and keeps the name', () => {
    expect(extract(financePage({ title: 'x', text: `${SENTENCE}（责任编辑：王蒙）` }).replace(/<p class="article-editor.*?<\/p>/, ''))).toMatchObject({ html: `<p>${SENTENCE}</p>`, editor: '王蒙' });
  });

  it('keeps a wide strip and drops spacers and icons', () => {
    const html = bodyOf('<img src="/a.png" width="600" height="32"><img src="/b.png" width="1" height="1"><img src="/c.png" width="16" height="16"><img src="/d.png" width="0">');
    expect(html.match(/\/\w\.png/g)).toEqual(['/a.png']);
  });

  it('is that of the article where a script merely names slide_data', () => {
    expect(extract(financePage({ title: 'x' }).replace('</head>', '<script>if (window.slide_data) { init(slide_data); }</script></head>')).rule).toBe('sina-finance');
  });
});

describe('a page that no rule knows', () => {
  it('keeps keywords and other inline elements whatever their class says', () => {
    const html = other(`<h1>某某标题很长很长</h1><div><p>今天<a class="keyword">某酒</a>上涨，而<span class="shareholder">股东</span>增持。${SENTENCE}</p><p class="editor-p">${SENTENCE}</p></div>`);
    expect(extract(html).html).toMatch(/今天某酒上涨，而股东增持。/);
  });

  it.each([
    ['早报｜央行宣布降准', '早报｜央行宣布降准_财经频道_某某网'],
    ['专访王蒙——谈货币政策', '专访王蒙——谈货币政策 - 某某网'],
    ['全球COVID-19疫情蔓延', '全球COVID-19疫情蔓延-新闻频道-某某网'],
  ])('has the title %s', (title, full) => {
    expect(extract(other(`<h1>网站名</h1><h1>${title}</h1><div><p>${SENTENCE}</p></div>`, full)).title).toBe(title);
  });

  it('survives a canonical address that is broken', () => {
    const html = other(`<div><p>${SENTENCE}</p></div>`).replace('</head>', '<link rel="canonical" href="https%3A%2F%2Fex.com%2F%E4"></head>');
    expect(extract(html).url).toBe(url);
  });
});

describe('known sentences', () => {
  it.each([
    '股市跌了别害怕！他这样安慰母亲，随后把积蓄都取了出来。', '炒股开户享福利成为券商营销的惯用话术，监管层表示关注。', '下载新浪财经APP，了解全球实时汇率，这句口号昨日被用户投诉。',
    '新浪财经讯 11月20日消息，公司声明称产品可在客户端下载。', '下载新浪财经APP，了解全球实时汇率，用户点击后才看到广告', '炒股开户享福利，入金就送红包，这样的广告引来投诉！',
    '股市回暖，抄底炒股先开户！客户经理在朋友圈里这样写，记者领取了一份“大礼包”', '热点栏目资金流向千股千评个股诊断最新评级模拟交易客户端里都能找到，他说。', '股市跌了别害怕！详见第4版。更多报道见第5版>>',
    '文章内容仅供参考，不构成投资建议。', '投资者据此操作，风险自担。', '球迷上手机新浪网体育频道sports.sina.cn', '第3页', '第1页写着合同金额，共3页',
    'THE_END GAME上映', '查看更多董秘问答的人不多', '本文为作者独家授权新浪财经使用，请勿转载，这行字他写了十年。', '海量资讯、精准解读，尽在新浪财经APP里，这是他的新工作。',
  ])('%s is the article\'s own', (text) => expect(knownSentence(text)).toBeUndefined());

  it.each([
    '　　新浪声明：新浪网登载此文出于传递更多信息之目的，并不意味着赞同其观点或证实其描述。', '炒股开户享福利，入金抽188元红包，100%中奖！', '股市回暖，抄底炒股先开户！智能定投、条件单、个股雷达……送给你>>',
    '安装新浪财经客户端第一时间接收最全面的市场资讯→【下载地址】安装新浪财经客户端第一时间接收最全面的市场资讯→【下载地址】', '新浪财经Level2：A股极速看盘 新浪财经App：直播上线 博主一对一指导', '【线索征集令！】你吐槽，我倾听；您爆料，我报道！爆料联系邮箱：finance_biz@sina.com',
    '热点栏目 自选股 数据中心 行情中心 资金流向 模拟交易', '第1页 共3页', '共3页 第1页', '本文为作者独家授权新浪财经使用，请勿转载。所发表言论不代表本站观点。',
  ])('%s goes', (text) => expect(knownSentence(text)).toBeDefined());

  it('an editor line is names and codes only', () => {
    expect(['责任编辑：王蒙', '【责任编辑：王蒙 SF142】', '[责任编辑：王蒙、李四]', '（责编 王蒙）', '责任编辑：杨某_NF1234'].map(editorLine)).toEqual(['王蒙', '王蒙 SF142', '王蒙、李四', '王蒙', '杨某_NF1234']);
    expect(['责任编辑：王某某日前被警方带走调查', '责任编辑 辞职', '责编 记者 校对'].map(editorLine)).toEqual([undefined, undefined, undefined]);
    expect(isOriginalTitle('原标题党作者向记者讲述')).toBe(false);
  });
});

describe('hostile pages end within two seconds, with a document or a named failure', () => {
  const nested = (tag: string, count: number): string => `<${tag}>`.repeat(count) + SENTENCE;
  it.each([
    ['100,000 nested <b>', nested('b', 100_000)],
    ['100,000 nested <div>', nested('div', 100_000)],
    ['900 nested <div>', nested('div', 900)],
    ['250 nested <blockquote>', nested('blockquote', 250)],
    ['30 nested tables', '<table><tr><td>x</td><td>'.repeat(30) + SENTENCE],
    ['a huge colspan', `<table><tr><td colspan="9007199254740991">a</td><td>b</td></tr></table>${SENTENCE}`],
    ['a long run of spaces', `责任编辑：${'\u3000'.repeat(100_000)}${SENTENCE}`],
    ['a long run of wide spaces', `${'\u2003'.repeat(100_000)}${SENTENCE}`],
    ['null bytes', `\0${SENTENCE}\0`.repeat(1000)],
  ])('%s', (_name, body) => {
    const start = performance.now();
    const html = financePage({ title: 'x' }).replace(/(id="artibody">).*/s, `$1${body}`);
    try {
      expect(extract(html).html).not.toBe('');
    } catch (error) {
      expect(error).toMatchObject({ name: 'NewsScrapeError' });
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('text functions take long runs in their stride', () => {
    const start = performance.now();
    for (const run of [' ', '\u3000', '\u2003', '责', '（', '…']) {
      const text = `责任编辑：${run.repeat(100_000)}x`;
      for (const work of [editorLine, editorTail, knownSentence, isOriginalTitle, trimText]) work(text);
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
