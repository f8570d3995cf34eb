import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/article/extract.js';
import { isNewsScrapeError } from '../../src/errors.js';

const SENTENCE = '这一段文字足够长，可以当作一篇文章的正文来读，没有别的意思，读完也不会记得什么。';
const URL = 'http://news.example.com/2026/a.html';
const page = (title: string, body: string, head = ''): string => `<html><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
const article = (title: string, text: string, line = '<p>2026-10-12 09:05</p>'): string => page(`${title}_某某网`, `<div class="top"><a href="/login">登录</a> <a href="/reg">注册</a></div><h1>${title}</h1>${line}<div class="text">${text}</div>`);
const judge = (html: string, url = URL): string => {
  try {
    return extractArticle(html, { name: url, url }).rule;
  } catch (error) {
    if (isNewsScrapeError(error)) return error.code;
    throw error;
  }
};
const links = (count: number, length: number): string => Array.from({ length: count }, (_, index) => `<li><a href="/n/${index}.html">${'某地某事有了新的消息传来'.slice(0, length)}${index}</a></li>`).join('');
const each = (count: number, item: (index: number) => string): string => Array.from({ length: count }, (_, index) => item(index)).join('');

describe('pages that answer with status 200 in place of an article', () => {
  it.each<[string, string, string]>([
    ['Sina', 'page_blocked', page('Sina Visitor System', '<span id="message"></span>', '<script src="/js/visitor/mini_original.js"></script>')],
    ['Cloudflare', 'page_blocked', page('Just a moment...', '<h2>Checking if the site connection is secure</h2><div id="challenge-stage"></div>')],
    ['Cloudflare, refused', 'page_blocked', page('Attention Required! | Cloudflare', '<h1>Sorry, you have been blocked</h1><p>You are unable to access this site, whose owner uses a security service.</p>')],
    ['Aliyun, without a title', 'page_blocked', '<html><script>var arg1="4A1F"; document.cookie="acw_sc__v2="+x; location.reload();</script></html>'],
    ['Aliyun, intercepted', 'page_blocked', page('405', '<p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p>')],
    ['Jiasule', 'page_blocked', '<script>document.cookie="__jsl_clearance_s=1";location.href=location.pathname+location.search</script>'],
    ['Chuangyu', 'page_blocked', page('创宇盾', '<p>当前访问疑似黑客攻击，已被网站管理员设置为拦截。</p>')],
    ['Tencent', 'page_blocked', page('验证', '<div id="TCaptcha"></div>', '<script src="https://example.com/TCaptcha.js"></script>')],
    ['Baidu', 'page_blocked', page('百度安全验证', '<p>网络不给力，请稍后重试</p>')],
    ['ByteDance', 'page_blocked', page('', '', '<script>window.byted_acrawler.init({aid:99});</script>')],
    ['Akamai', 'page_blocked', page('Access Denied', '<h1>Access Denied</h1>You don\'t have permission to access this page on this server.<p>Reference #18.2</p>')],
    ['Imperva', 'page_blocked', page('', '<iframe id="main-iframe" src="/_Incapsula_Resource?x=1">Request unsuccessful.</iframe>')],
    ['Imperva, words', 'page_blocked', page('Pardon Our Interruption', '<p>As you were browsing something about your browser made us think you were a bot.</p>')],
    ['DataDome', 'page_blocked', page('example.com', '<p>Please enable JS</p><script src="https://ct.captcha-delivery.com/c.js"></script>')],
    ['HUMAN', 'page_blocked', page('Access to this page has been denied', '<div id="px-captcha"></div>')],
    ['AWS', 'page_blocked', page('', '<script src="https://x.token.awswaf.com/challenge.js"></script>')],
    ['a captcha', 'page_blocked', page('某某网', '<form>请输入图中的验证码：<input name="captcha"></form>')],
    ['too many requests', 'page_blocked', page('提示', '<p>您的访问过于频繁，请稍后再试。</p>')],
    ['a login', 'page_blocked', page('用户登录 - 某某网', '<form><input name="user"><button>登录</button></form>')],
    ['a login, words', 'page_blocked', page('某某网', '<div>请登录后查看该内容</div>')],
    ['404 Not Found', 'page_is_error', page('404 Not Found', '<center><h1>404 Not Found</h1></center><hr><center>nginx</center>')],
    ['404 with a list', 'page_is_error', page('页面没有找到_某某网', `<p>您要找的页面走丢了。</p><ul>${links(12, 12)}</ul>`)],
    ['404 in Chinese', 'page_is_error', page('404-页面不存在', '<p>抱歉</p>')],
    ['404 in the text', 'page_is_error', page('某某网', '<div class="box"><p>抱歉，您访问的页面不存在或已被删除！</p><p>5秒后自动跳转到首页</p></div>')],
    ['404 in English', 'page_is_error', page('The page you requested was not found | Example', '<p>Try our search.</p>')],
    ['404 in English text', 'page_is_error', page('Example', '<p>Sorry, the page you are looking for could not be found.</p>')],
    ['a deleted article', 'page_is_error', page('某某网', '<p>该文章已被删除</p>')],
    ['a deleted article with its title and date', 'page_is_error', article('南岭港的泊位', '<p>该文章已被删除，看看别的文章吧，也许您会喜欢。</p>')],
    ['a server in trouble', 'page_is_error', page('502 Bad Gateway', '<h1>502 Bad Gateway</h1>')],
    ['a system in trouble', 'page_is_error', page('系统提示', '<p>系统繁忙，请稍后再试</p>')],
    ['a refresh to the front page', 'page_is_error', page('某某网', '', '<meta http-equiv="refresh" content="0;url=/">')],
    ['a script to the front page', 'page_is_error', page('某某网', '<script>window.location.href = "http://www.example.com/";</script>')],
    ['a script to an error page', 'page_is_error', page('某某网', '<script>location.replace("/404.html")</script>')],
    ['a shell for scripts', 'page_empty', page('某某网', '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root">加载中</div>')],
    ['a shell with a menu', 'page_empty', page('某某网', `<ul class="menu">${links(30, 4)}</ul><div id="app"></div>`)],
    ['a paid article', 'page_blocked', article('深度：港口的账', `<p>${SENTENCE.repeat(3)}</p><p>订阅后阅读全文</p>`)],
    ['a paid article by its share', 'page_blocked', article('深度：港口的账', `<p>${SENTENCE.repeat(3)}</p><p>剩余78%内容，登录后可阅读</p>`)],
    ['a paid article by its metadata', 'page_blocked', page('深度：港口的账', `<h1>深度：港口的账</h1><p>${SENTENCE}</p>`, '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>')],
    ['a paid article in English', 'page_blocked', page('The port', `<h1>The port</h1><p>${'The port is open again, and the ships are back. '.repeat(5)}</p><p>Subscribe to continue reading this story</p>`)],
    ['a check under a heading of its own', 'page_blocked', page('某某网 - 南岭人的新闻', '<h2>安全验证</h2><p>为了保护您的账号，需要完成下面的拼图。</p><div class="puzzle"></div>')],
    ['a check without a known mark', 'page_blocked', page('某某网', '<h2>安全验证</h2><div>按住左边按钮拖动完成上方拼图，让图形对齐。</div>')],
    ['a check for humans', 'page_blocked', page('example.com', '<h1>One more step</h1><p>Please verify you are human by completing the action below.</p>')],
    ['Cloudflare without a title', 'page_blocked', page('', '<p>Enable JavaScript and cookies to continue</p>')],
    ['Geetest', 'page_blocked', page('南岭网', '<p>点击按钮开始智能检测，完成后页面会自动打开。</p><div id="embed"></div><script src="https://static.geetest.com/static/js/gt.0.4.9.js"></script>')],
    ['a field for a code', 'page_blocked', page('南岭网', '<p>请把图片里的字符写到下面，然后按确定，就可以接着浏览。</p><form action="/v"><img src="/code.png"><input name="vcode"><button>确定</button></form>')],
    ['a form for a password', 'page_blocked', page('南岭网', '<h1>欢迎回来</h1><form><p>账号</p><input name="user"><p>密码</p><input type="password" name="p"><button>进入</button></form><p>还没有账号的读者，可以用手机号码开一个。</p>')],
    ['a login in place of the text', 'page_blocked', article('南岭港的泊位', '<div>登录后查看全文</div>')],
    ['a login below the first words', 'page_blocked', article('南岭港的泊位', `<p>${SENTENCE}</p><p>登录后查看全文</p>`)],
    ['a login below the first words, in a box', 'page_blocked', article('南岭港的泊位', `<p>${SENTENCE}</p><div class="login-box"><p>您需要登录才能查看全文</p><a href="/login">登录</a></div>`)],
    ['a paid article with a price', 'page_blocked', article('南岭港的泊位', `<p>${SENTENCE}</p><p>本文为付费文章，请购买后阅读。</p><p>价格：9.9元</p>`)],
    ['a paid article with a button', 'page_blocked', article('南岭港的泊位', `<p>${SENTENCE}</p><div class="pay"><p>开通会员，阅读全文</p></div>`)],
    ['a paid article for members', 'page_blocked', article('南岭港的泊位', '<p>该内容仅限会员阅读，请您开通会员之后再回到本页查看。</p>')],
    ['a paid article, English', 'page_blocked', article('The port', '<p>The port is open again, and the ships are back in the bay after a week of storms.</p><p>Subscribe to continue reading</p>')],
    ['a paid article, subscribers', 'page_blocked', article('The port', '<p>The port is open again, and the ships are back in the bay after a week of storms.</p><p>This content is for subscribers only.</p>')],
    ['a paid article, subscribers, other words', 'page_blocked', article('The port', '<p>The port is open again, and the ships are back in the bay after a week of storms.</p><p>Already a subscriber? Log in</p><p>Continue reading with a subscription</p>')],
    ['a text that is loading', 'page_empty', article('南岭港的泊位', '<div>正在加载中，请稍候……</div>')],
    ['a text that is loading, more words', 'page_empty', article('南岭港的泊位', '<div>内容正在努力加载中，请您稍候，或者刷新页面试试。</div>')],
    ['a text that is loading, English', 'page_empty', article('The port', '<div>Loading, please wait while the article is prepared...</div>')],
    ['a text that wants scripts', 'page_blocked', article('The port', '<div>You need to enable JavaScript to view this page.</div>')],
    ['a text that wants another browser', 'page_blocked', article('南岭港的泊位', '<div>您的浏览器不支持或已禁用JavaScript，请启用后刷新页面再继续浏览。</div>')],
    ['an article that may be gone', 'page_is_error', article('南岭港的泊位', '<p>该文章可能已被作者删除，或者您没有权限查看。</p>')],
    ['an article that is offline', 'page_is_error', article('南岭港的泊位', '<p>您访问的内容已下线，去看看其他精彩内容吧。</p>')],
    ['an article that broke rules', 'page_is_error', page('某某网', '<div>此内容因违规无法查看</div><div>由用户投诉并经平台审核，违反相关法律法规。</div>')],
    ['an article that its author took back', 'page_is_error', page('某某网', '<h2>该内容已被发布者删除</h2><p>您可以返回上一页继续浏览其他内容。</p>')],
    ['an article under review', 'page_is_error', page('某某网', '<p>文章正在审核中，暂时无法查看，请稍后再来看看吧。</p>')],
    ['a link that has expired', 'page_is_error', page('某某网', '<p>链接已过期或文章已失效，请从首页重新进入。</p>')],
    ['something wrong', 'page_is_error', page('Example News', "<h1>Sorry, something went wrong</h1><p>We couldn't find the story that you wanted. Try the search instead, or go back to the front page.</p>")],
    ['a story that is gone', 'page_is_error', page('Example News', '<p>This story is no longer available.</p>')],
    ['a story that was taken down', 'page_is_error', page('Example News', '<h1>Hmm...</h1><p>The content you requested has been removed or is temporarily unavailable.</p>')],
  ])('%s: %s', (_name, code, html) => expect(judge(html)).toBe(code));

  it.each<[string, string, string?]>([
    ['links', page('新闻频道_某某网', `<ul>${links(40, 12)}</ul>`)],
    ['links with dates', page('新闻频道_某某网', `<h1>新闻频道</h1><ul>${links(40, 12).replaceAll('</a>', '</a> 2026-10-12 09:05')}</ul>`)],
    ['headlines with their first words', page('财经_某某网', `<h1>财经</h1>${Array.from({ length: 8 }, (_, index) => `<div class="item"><h3><a href="/n/${index}">第${index}条某地某事有了消息</a></h3><p>第${index}条说，${SENTENCE}</p><span>2026-10-12 09:0${index}</span></div>`).join('')}`)],
    ['headings and first words without boxes', page('财经_某某网', `<h1>财经</h1><div class="list">${each(8, (index) => `<h3><a href="/n/${index}">第${index}条某地某事有了消息</a></h3><p>第${index}条说，${SENTENCE}</p><span>2026-10-12 09:0${index}</span>`)}</div>`)],
    ['headings and first words without boxes and dates', page('财经_某某网', `<h1>财经</h1><div class="list">${each(8, (index) => `<h3><a href="/n/${index}">第${index}条某地某事有了消息</a></h3><p>第${index}条说，${SENTENCE}</p>`)}</div>`)],
    ['terms and first words', page('财经_某某网', `<h1>财经</h1><dl>${each(8, (index) => `<dt><a href="/n/${index}">第${index}条某地某事有了消息</a></dt><dd>第${index}条说，${SENTENCE}</dd>`)}</dl>`)],
    ['cards that are links', page('财经_某某网', `<h1>财经</h1><div class="list">${each(8, (index) => `<a class="card" href="/n/${index}"><h3>第${index}条某地某事有了消息</h3><p>第${index}条说，${SENTENCE}</p><span>2026-10-12 09:0${index}</span></a>`)}</div>`)],
    ['headings with a link to read on', page('财经_某某网', `<h1>财经</h1><div class="list">${each(8, (index) => `<div class="item"><h3>第${index}条某地某事有了消息</h3><p>第${index}条说，${SENTENCE}<a href="/n/${index}">[详细]</a></p><span>2026-10-12 09:0${index}</span></div>`)}</div>`)],
    ['headings with a time beside them', page('财经_某某网', `<h1>财经</h1><div class="list">${each(8, (index) => `<div class="item"><h3><a href="/n/${index}">第${index}条某地某事有了消息</a><span>09:0${index}</span></h3><p>第${index}条说，${SENTENCE}</p></div>`)}</div>`)],
    ['posts of a blog, with its JSON-LD', page('南岭随笔', `<h1>南岭随笔</h1>${each(6, (index) => `<div class="post"><h2><a href="/n/${index}">第${index}篇关于某地的随笔</a></h2><p>第${index}篇说，${SENTENCE}</p></div>`)}`, '<script type="application/ld+json">{"@type":"Blog","blogPost":[{"@type":"BlogPosting","headline":"第0篇","datePublished":"2026-10-12"}]}</script>')],
    ['the front page', page('某某网', `<p>${SENTENCE.repeat(5)}</p>`), 'http://news.example.com/'],
    ['the front page by its file', page('某某网', `<p>${SENTENCE.repeat(5)}</p>`), 'http://news.example.com/index.html'],
  ])('an index of %s', (_name, html, url) => expect(judge(html, url)).toBe('page_is_index'));
});

describe('articles made of parts', () => {
  it.each<[string, string]>([
    ['a live blog with headings', each(8, (index) => `<div class="item"><span>09:0${index}</span><h3>第${index}艘船靠上码头</h3><p>第${index}艘船的船长说，${SENTENCE}</p></div>`)],
    ['a round-up with headings', each(8, (index) => `<h3>${index}. 某地某事有了消息</h3><p>第${index}条说，${SENTENCE}</p>`)],
    ['a round-up with headings that are links', each(8, (index) => `<h3><a href="/n/${index}">${index}. 某地某事有了消息</a></h3><p>第${index}条说，${SENTENCE}</p>`)],
    ['a round-up with boxes', each(8, (index) => `<div class="part"><h3><a href="/n/${index}">${index}. 某地某事有了消息</a></h3><p>第${index}条说，${SENTENCE}</p></div>`)],
    ['an interview', each(10, (index) => `<p><strong>记者：第${index}个问题是什么意思？</strong></p><p>局长：${SENTENCE}</p>`)],
    ['a newsletter with links', each(8, (index) => `<p>第${index}条：${SENTENCE}<a href="https://other.example/${index}">阅读全文</a></p>`)],
    ['a list of books', `<ol>${each(8, (index) => `<li><a href="/b/${index}">第${index}本书的名字</a>：${SENTENCE}</li>`)}</ol>`],
  ])('%s', (_name, text) => expect(judge(article('南岭早报的八条消息', text))).toBe('generic'));
});

describe('a page of headlines that are links, each with text behind it, without any date', () => {
  const parts = (href: (index: number) => string, paragraphs: number): string => judge(article('南岭早报的八条消息', each(8, (index) => `<h3><a href="${href(index)}">${index}. 某地某事有了消息</a></h3>${`<p>第${index}条说，${SENTENCE}</p>`.repeat(paragraphs)}`), ''));

  it('is an article where they lead to other sites, or are texts of several paragraphs', () => {
    expect(parts((index) => `https://site${index}.example.org/a`, 1)).toBe('generic');
    expect(parts((index) => `/n/${index}`, 2)).toBe('generic');
  });

  it('is a list where they lead to articles of the site, of which it has the first words', () => {
    expect(parts((index) => `/n/${index}`, 1)).toBe('page_is_index');
  });
});

describe('articles about such things', () => {
  it.each([
    ['验证码为什么越来越难', `<p>验证码的字母越来越歪。${SENTENCE}</p><p>${SENTENCE}</p>`],
    ['404', `<p>这部名叫《404》的电影今天上映。${SENTENCE.repeat(10)}</p><p>影评人说，${SENTENCE.repeat(10)}</p>`],
    ['“页面不存在”背后的生意', `<p>点开链接，屏幕上写着：抱歉，您访问的页面不存在。${SENTENCE}</p><p>${SENTENCE}</p>`],
    ['官网打不开了', '<p>记者20日发现，该公司官网的招聘页面不存在，客服说正在维护，何时恢复还不知道。</p>'],
    ['考试院公布名单', '<p>省考试院今天公布录取名单。</p><p>考生可登录省考试院网站查看完整名单，也可以打电话询问。</p>'],
    ['会员涨价', `<p>${SENTENCE}</p><p>该平台称，付费会员可以阅读全部文章，价格从下月起上涨一成。</p>`],
    ['股权转让', `<p>${SENTENCE}</p><p>剩余30%的股份由创始人持有。</p>`],
    ['访问过于频繁的蜜蜂', `<p>${SENTENCE}</p><p>养蜂人说，蜜蜂的访问过于频繁，花就会累。</p>`],
    ['短信验证码将统一格式', '<p>工信部门20日通知，各平台短信验证码自下月起统一为六位数字，请输入验证码前先核对发送方。</p>'],
    ['安全验证新规发布', '<p>南岭省通信管理局20日发布安全验证新规，要求各网站在一年内完成改造，逾期将被通报。</p>'],
    ['视频网站付费会员破亿', '<p>某视频网站20日公布财报，付费会员首次突破一亿，开通会员的新用户中有六成来自县城。</p>'],
    ['知识付费降温', '<p>报告显示，知识付费用户比上年减少一成。</p><p>分析人士认为，免费内容的质量提高，付费文章要拿出更多真东西。</p>'],
    ['门票系统今起实名', '<p>南岭博物馆20日宣布，观众须登录后查看场次并完成实名预约，每人每天限约一次。</p>'],
    ['加载失败的充电桩', '<p>车主反映，部分充电桩的屏幕一直显示正在加载中，请稍候，充电无法开始。运营方表示正在检修。</p>'],
    ['网友删文致歉', '<p>该文章已被作者删除的消息20日在网上流传，当事人随后致歉，称数据引用有误，已联系平台更正。</p>'],
    ['某App今日下线', '<p>某App今天零点停止服务，全部内容已下线。用户可在年底前导出数据，会员余额将原路退回。</p>'],
    ['平台清理违规内容', '<p>平台20日公布，本月共清理违规内容三万条，另有两千个账号因违规无法登录，申诉通道同时开放。</p>'],
    ['密码泄露提醒', '<p>警方提醒，近期有人冒充银行发送链接，要求输入密码和验证码，请勿点击，已有多人被骗。</p><p>如遇可疑情况，请立即拨打报警电话。</p>'],
    ['Verification codes', '<p>Banks in the city will stop sending verification codes by text message next year, the regulator said on Friday.</p>'],
    ['Paper drops its paywall', '<p>The Harbour Times will let everybody read its stories for free from Monday, ending a paywall that asked readers to subscribe.</p>'],
    ['Loading resumes at the port', '<p>Loading of grain resumed at the port on Friday, and ships that had to wait are leaving one after the other.</p>'],
  ])('%s', (title, text) => expect(judge(article(title, text))).toBe('generic'));

  it('with a login form beside the text', () => {
    const login = '<div class="user"><form><input name="user"><input type="password" name="p"><input name="captcha"></form></div>';
    expect(judge(article('南岭港通航', `<p>${SENTENCE}</p><p>${SENTENCE}</p>`) + login)).toBe('generic');
    expect(judge(article('南岭港通航', '<p>南岭港20日通航，首日有四十艘船进港，港务局说一切正常。</p>') + login)).toBe('generic');
  });

  it('in a whole text on a page that calls itself paid', () => {
    const paid = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>';
    expect(judge(page('深度：港口的账', `<h1>深度：港口的账</h1>${`<p>${SENTENCE}</p>`.repeat(15)}`, paid))).toBe('generic');
  });

  it('with related headlines below, and a login above', () => {
    const related = `<div class="more"><h2>相关阅读</h2><ul>${links(12, 12)}</ul></div>`;
    expect(judge(article('南岭港通航', `<p>${SENTENCE}</p>`) + related)).toBe('generic');
  });

  it('that number their parts, each with a link', () => {
    const parts = Array.from({ length: 6 }, (_, index) => `<div class="part"><p><a href="/s/${index}">第${index}份报告的全文</a></p><p>第${index}份说，${SENTENCE}</p></div>`).join('');
    expect(judge(page('六份报告说了什么', `<h1>六份报告说了什么</h1>${parts}`, '<meta property="og:type" content="article">'))).toBe('generic');
  });
});
