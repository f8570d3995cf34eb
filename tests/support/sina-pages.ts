/** Small pages on Sina's templates with invented text, each for the sake of what it is named after. */
const SENTENCE = '这一段文字足够长，可以当作一篇文章的正文来读，没有别的意思。';
const DATE = '2013年05月06日 09:30';

const html = (head: string, body: string): string => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>泊位通过验收_新浪</title>${head}</head><body>${body}</body></html>`;
const classic = (head: string, header: string, end = ''): string => html(`<meta name="mediaid" content="南岭社">${head}`, `${header}<div id="artibody"><p>${SENTENCE}</p>${end}</div>`);
const slide = (body: string): string => html('', body);
const SLIDES = '<script>var slide_data = {"images":[{"download_img":"http://n.sinaimg.cn/a.jpg","intro":"泊位全景"}]};</script>';
const mobile = (header: string, end = ''): string => html('', `<article class="art_box"><h1 class="art_tit_h1">泊位通过验收</h1>${header}<section class="art_content"><p>${SENTENCE}</p>${end}</section></article>`);

/** What shows that a page with `#artibody` is one of Sina's: each of these is enough. */
const signs = [
  '<h1 id="artibodyTitle">泊位通过验收</h1>', '<span id="media_name">南岭社</span>', '<h1 id="main_title">泊位通过验收</h1>', '<h1 id="j_title">泊位通过验收</h1>',
  '<meta name="sudameta" content="x:1">', '<meta name="mediaid" content="南岭社">', '<meta name="publishid" content="a1">', '<meta name="stencil" content="a1">', '<meta name="weibo: article:create_at" content="2013-05-06 09:30:00">',
  '<link rel="stylesheet" href="http://n.news.sina.com.cn/a.css">', '<script src="http://i0.tech.sina.com.cn/a.js"></script>', '<script src="http://tech.sina.com.cn/a.js"></script>',
].map((sign) => html('', `${sign}<h1>泊位通过验收</h1><i>${DATE}</i><div id="artibody"><p>${SENTENCE}</p></div>`));

/** One page for each. */
export const SINA_PAGES: readonly string[] = [
  ...signs,
  classic('<meta name="weibo: article:create_at" content="2013-05-06 09:30:00">', '<h1 class="article-a__title">泊位通过验收</h1>'),
  classic('<meta property="bytedance:published_time" content="2013-05-06T09:30:00+08:00">', '<div class="location"><h1>泊位通过验收</h1></div>'),
  classic('', `<h1 id="artibodyTitle">泊位通过验收</h1><span class="time-source">${DATE} <a href="/m">南岭社</a></span><span id="author_ename"><a href="/a">丁守田</a></span>`, '<p class="show_author">责任编辑：汤未央</p>'),
  classic('', `<h1 id="artibodyTitle">泊位通过验收</h1><span id="pub_date">${DATE}</span><a data-sudaclick="content_media_p">南岭社</a>`),
  slide(`<h1>泊位通过验收</h1><span class="slide-date">${DATE}</span><span class="slide-source">南岭社</span>${SLIDES}`),
  slide(`<h1>泊位通过验收</h1><span class="date">${DATE}</span><span class="source">南岭社</span>${SLIDES}`),
  slide('<div id="eData"><dl><dt>泊位通过验收</dt><dd>http://n.sinaimg.cn/a.jpg</dd><dd>泊位全景</dd></dl></div>'),
  html('', `<h1 class="main-title">泊位通过验收</h1><div class="date-source"><span class="date">${DATE}</span></div><div class="article" id="article"><p>${SENTENCE}</p><p class="article-editor">责任编辑：汤未央</p></div>`),
  mobile(`<span class="weibo_time">${DATE}</span>`, '<p class="article-editor">责任编辑：汤未央</p>'),
  mobile(`<meta name="author" content="南岭社"><time>${DATE}</time>`, '<p class="show_author">责任编辑：汤未央</p>'),
  html('', `<div class="BNE_title"><h1 class="h1_tit">泊位通过验收</h1></div><span id="pub_time">${DATE}</span><div class="BNE_cnt"><span class="info_nm">丁守田</span><div class="BNE_cont"><p>${SENTENCE}</p></div></div>`),
  ...['<a class="keyword" href="/k">南岭银行</a>', '<a class="article-calculator" href="/k">房贷</a>', '<a class="wt_article_link" href="/k">丁守田</a>', '<a onmouseover="WeiboCard.show(1)" href="/k">丁守田</a>',
    '<span id="stock_sh1"><a href="/k">南岭银行</a></span>', '<span id="usstock_A"><a href="/k">南岭银行</a></span>', '<span id="hkstock_1"><a href="/k">南岭银行</a></span>',
    '丁守田<a class="wt_article_link" href="/k">[微博]</a>', '丁守田<a onmouseover="WeiboCard.show(1)" href="/k">[微博]</a>', '丁守田<a href="http://t.sina.com.cn/1">[微博]</a>',
  ].map((link) => classic('', `<h1 id="artibodyTitle">泊位通过验收</h1><span id="pub_date">${DATE}</span>`, `<p>${link}说，泊位的水深够了。</p>`)),
];
