import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/article/extract.js';
import { furnitureOf } from '../../src/article/generic/furniture.js';
import type { Article } from '../../src/article/types.js';

const NAMES = ['澄江新闻', '南岭'];
const SENTENCE = '这一段文字足够长，可以当作一篇文章的正文来读，没有别的意思。';
const extract = (body: string): Article => extractArticle(`<title>泊位通过验收_澄江新闻</title><h1>泊位通过验收</h1><p>2026-10-12 09:05</p><div class="c"><p>${SENTENCE}</p><p>${SENTENCE.replace('这', '那')}</p>${body}</div>`, { name: 'x', url: 'http://news.example.com/2026/a.html' });

describe('a paragraph of the page', () => {
  it.each([
    ['editor', ['责任编辑：孟令舟', '【责任编辑:孟令舟】', '（责编：汤未央、丁守田）', '[ 责编：孟令舟 ]', '编辑：孟令舟 校对：罗启明', '审核：周一 责编：李二_NF4425', '【纠错】责任编辑： 尹世杰', '编辑丨孟令舟', '（编辑：孟 舟）', '(编辑:孟令舟)', '本文来源：南岭社 责任编辑：杨某_NF1']],
    ['source', ['（文章来源：南岭证券报）', '本文来源：南岭社', '文章来源：南岭日报 2026年10月12日第3版']],
    ['tools', ['【纠错】', '【打印】【关闭】', '[打印本页] [关闭窗口]', '分享到：微信 微博 QQ空间', '分享让更多人看到', '返回搜狐，查看更多', '我要纠错', '返回顶部']],
    ['counts', ['+1', '128', '赞(12)', '阅读 1024', '评论：3', '12条评论']],
    ['pages', ['上一页 1 2 3 下一页', '【1】【2】【3】', '首页 上一页 1/3 尾页']],
    ['neighbours', ['上一篇：夜市摊位换新灯', '下一篇：没有了']],
    ['tags', ['标签：港口 泊位', '关键词：泊位', 'Tags: port']],
    ['related', ['相关阅读', '【延伸阅读】', '相关新闻：', '热门推荐', '图集', 'Read more']],
    ['rights', [
      '版权声明：本文版权归澄江新闻所有，未经授权不得转载。', '免责声明：本文来自自媒体，不代表本网的观点和立场。', '特别声明：以上内容仅代表作者本人观点，不代表平台立场。', '平台声明：该文观点仅代表作者本人，本平台仅提供信息存储空间服务。',
      '【免责声明】本文仅代表作者本人观点，不构成投资建议。', '【版权声明】本文著作权归作者所有，未经许可不得转载。',
      '“特别声明：以上作品内容为湖畔号用户上传并发布，本平台仅提供信息存储空间服务。', 'Notice: The content above (including the pictures and videos if any) is uploaded and posted by a user of Lake Hao, which is a social media platform and only provides information storage services.',
      '未经书面授权，严禁转载本文，侵权必究。', '财讯社声明：文章内容仅供参考，不构成投资建议。', 'Copyright © 2026 Example. All rights reserved.',
    ]],
    ['promotion', ['(本文来自澄江新闻，更多原创资讯请下载“澄江新闻”APP)', '关注“澄江新闻”微信公众号', '长按识别下方二维码关注我们', '点击上方“湖边小报”关注我们',
      'Follow us on Twitter and Facebook.', 'Follow Example News on X', 'Follow us on Facebook, on Twitter @ExampleNews or on Instagram at examplenews.', 'Sign up for our daily newsletter', 'The post Three roads open appeared first on Example News.', 'Our Standards: The Thomson Reuters Trust Principles.']],
    ['time', ['2026-10-12 09:05:33', '发布时间：2026年10月12日 09:05']],
    ['label', ['摘要', '【导读】']],
  ] as const)('is known as %s', (kind, lines) => {
    expect(lines.map((line) => [line, furnitureOf(line, NAMES)])).toEqual(lines.map((line) => [line, kind]));
  });

  it.each([
    '责任编辑：这个称呼在报社里已经用了六十年。', '编辑孟令舟说，稿子要改三遍。', '作者：孟令舟', '（完）', '（记者 孟令舟）', '（乔恒译）', '来源：国家统计局', '图片来源：受访者',
    '用户可在应用商店下载该APP，也可在客户端里升级。', '消费者扫码后发现价格变了，随即投诉。', '公司发表声明，否认转载文章须经授权。', '点击查看按钮的人比预期少了一半。', '南岭港务局声明：泊位按期开放。',
    '分享到朋友圈的照片引来上千条评论。', '标签上写着产地和日期，消费者一看就懂。', '关键词是信任。', '本文来源于一次真实的采访，地点是南岭。', '市民可下载“澄江通”APP预约。名额每天更新一次。', '风险提示：本文不构成投资建议。', '2026年10月12日', '他打了128分。',
    '【免责声明】成了网红店的护身符，律师说这没有用。', '（编辑部的同事也参加了通车仪式）', 'Follow us on the road to Baihe, the drivers sang.', '“Follow us on Twitter,” the mayor told the crowd.', 'Sign up for the draft, the minister told young men.', 'The post was vacant for a year, and appeared first on the list.',
  ])('%s is the article\'s own', (line) => expect(furnitureOf(line, NAMES)).toBeUndefined());
});

describe('what a site puts at the ends of a text', () => {
  it('goes, with the links and pictures behind it, and leaves the editor\'s name', () => {
    const article = extract('<p>编辑：孟令舟</p><p>相关阅读</p><p><a href="/b">夜市摊位换新灯</a></p><p><img src="/qr-like.jpg"></p>');
    expect(article.html).not.toMatch(/img|夜市|相关|编辑/u);
    expect(article.editor).toBe('孟令舟');
  });

  it.each(['Read more: <a href="/b">夜市摊位换新灯</a>', '<strong>Read more:</strong> <a href="/b">夜市</a> | <a href="/c">摊位</a>', 'Related: <a href="/b">夜市摊位换新灯</a>', 'Also on Example: <a href="/b">夜市</a>', 'Follow us on <a href="https://x.com/a">X</a> and <a href="https://facebook.com/a">Facebook</a>'])('is a label and nothing but links behind it: %s', (line) => {
    expect(extract(`<p>${line}</p>`).html).toBe(extract('').html);
  });

  it.each(['<a href="/s">Subscribe now</a>', 'Thanks for reading Letters! Subscribe for free to receive new posts and support my work.'])('goes from the midst of the text where it is an offer: %s', (line) => {
    expect(extract(`<p>${line}</p><p>${SENTENCE.replace('这', '又')}</p>`).html).toBe(extract(`<p>${SENTENCE.replace('这', '又')}</p>`).html);
  });

  it.each(['Subscribe now', 'Thanks for reading the letter, the mayor said.', 'Read more: that was the advice of the teacher.', '见<a href="/b">报告</a>和<a href="/c">附件</a>。'])('is no sentence with the same words: %s', (line) => {
    expect(extract(`<p>${line}</p>`).html).toContain(line.slice(0, 5));
  });

  it.each(['（编辑：孟令舟）', '(编辑:孟令舟)', '编辑：孟令舟', '【责任编辑：孟 舟】', '泊位开放了。(编辑:孟令舟)'])('goes from below a text of Sina as well: %s', (line) => {
    const sina = extractArticle(`<h1 class="main-title">泊位通过验收</h1><span class="date">2026年10月12日 09:05</span><div id="artibody"><p>${SENTENCE}</p><p>${line}</p></div>`, { name: 'x', url: '' });
    expect(sina.html).not.toContain('编辑');
    expect(sina.editor?.replace(' ', '令')).toBe('孟令舟');
  });

  it('stays in the midst of the text', () => {
    expect(extract(`<p>标签：港口</p><p>${SENTENCE.replace('这', '又')}</p>`).html).toContain('标签：港口');
  });

  it('does not take the signature or a last picture with it', () => {
    const { html } = extract('<p><img src="/last.jpg"></p><p>（记者孟令舟）</p><p>责任编辑：罗启明</p>');
    expect(html).toContain('/last.jpg');
    expect(html).toContain('（记者孟令舟）');
    expect(html).not.toContain('罗启明');
  });

  it('goes from above the text', () => {
    const html = extract('').html.split('\n');
    expect(extractArticle(`<title>泊位通过验收_澄江新闻</title><div class="c"><h1>泊位通过验收</h1><p>2026-10-12 09:05 来源：南岭日报</p><p>字号：大 中 小</p><p><a href="http://news.example.com/s">点击进入专题&gt;&gt;</a></p><p>${SENTENCE}</p><p>${SENTENCE.replace('这', '那')}</p></div>`, { name: 'x', url: '' }).html.split('\n')).toEqual(html);
  });
});
