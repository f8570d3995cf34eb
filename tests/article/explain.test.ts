import { describe, expect, it } from 'vitest';
import { explainPage } from '../../src/article/explain.js';
import type { Explanation } from '../../src/article/explanation.js';
import { readPage, type RawPage } from '../../src/article/read-page.js';
import type { Removal } from '../../src/article/explanation.js';
import { isNewsScrapeError } from '../../src/errors.js';
import { readLabels, readPage as readPageBytes } from '../support/labels.js';
import { financePage } from '../support/pages.js';

const SENTENCE = '这一段文字足够长，可以当作一篇文章的正文来读，没有别的意思。';
const pageOf = (html: string): RawPage => ({ name: 'page', url: 'http://example.com/a', contentType: 'text/html', body: Buffer.from(html) });
const explain = (html: string): Promise<Explanation> => explainPage(pageOf(html));
const inFinance = (inner: string): string => financePage({ title: '文章的标题', text: `${SENTENCE}</p>${inner}<p>${SENTENCE}` });
const onAnySite = (inner: string): string => `<title>文章的标题很长</title><main><h1>文章的标题很长</h1><p>${SENTENCE.repeat(3)}</p>${inner}<p>${SENTENCE}</p></main>`;

describe('an explanation', () => {
  it('names the rule, the conditions that hold and fail, and the place of each thing found', async () => {
    const { rule, rules, charset, body, fields } = await explain(financePage({ title: '文章的标题' }));
    expect(rule).toBe('sina-finance');
    expect(rules.find(({ id }) => id === 'sina-finance')).toEqual({ id: 'sina-finance', holds: ['h1.main-title', '#artibody'], fails: [] });
    expect(rules.find(({ id }) => id === 'sina-news')).toMatchObject({ holds: ['.date-source'], fails: ['#article.article'] });
    expect(charset).toEqual({ value: 'utf-8', place: 'bytes' });
    expect(body).toEqual({ value: 'div#artibody.article', place: '#artibody' });
    expect(fields.title).toEqual({ value: '文章的标题', place: 'h1.main-title' });
    expect(fields.date).toEqual({ value: '2026年11月20日 09:30', place: '.date-source .date' });
    expect(fields.source).toEqual({ value: '示例报', place: '.date-source .source' });
  });

  it('says what the generic extractor weighed and where it found title and date', async () => {
    const { rule, candidates, body, fields } = await explain(`${onAnySite('')}<div class="note"><p>这里是页脚上面的一句说明文字。</p></div><em id="time">2026-11-20 09:30</em>`);
    expect(rule).toBe('generic');
    expect(candidates.map(({ element }) => element).slice(0, 2)).toEqual(['main', 'body']);
    expect(candidates[0]?.score).toBeGreaterThan(candidates[1]?.score ?? Infinity);
    expect(body).toEqual({ value: 'main', place: '' });
    expect(fields.title).toEqual({ value: '文章的标题很长', place: 'h1' });
    expect(fields.date).toEqual({ value: '2026-11-20 09:30', place: 'em#time' });
  });

  const removals: readonly [Removal, string, string, Partial<Explanation['removed'][number]>][] = [
    ['rule', '.appendQr_wrap', inFinance('<div class="x appendQr_wrap"><img src="/qr.png"><b>扫 码</b></div>'), { element: 'div.x.appendQr_wrap', start: '扫 码', characters: 2, pictures: 1 }],
    ['rule', 'publish_helper_end', financePage({ title: '文章的标题', text: `${SENTENCE.repeat(2)}</p><!-- publish_helper_end --><p>页面自己的一句` }), { start: '页面自己的一句责任编辑：某某 SF000' }],
    ['hidden', 'p', inFinance('<p style="display:none">看不见的一句</p>'), { element: 'p', characters: 6 }],
    ['icon', '/dot.gif', inFinance('<p><img src="/dot.gif" width="1"></p>'), { element: 'img', pictures: 1 }],
    ['sentence', '海量资讯、精准解读，尽在新浪财经app', inFinance('<div class="tail"><p id="ad">海量资讯、精准解读，尽在新浪财经APP</p></div>'), { element: 'p#ad' }],
    ['editor', '王某某', inFinance('<p class="end">责任编辑：王某某</p>'), { element: 'p.end', start: '责任编辑：王某某' }],
    ['editor', '王某某', financePage({ title: '文章的标题', text: `${SENTENCE}（责任编辑：王某某）` }).replace(/<p class="article-editor.*?<\/p>/, ''), { element: 'p', start: '（责任编辑：王某某）' }],
    ['original_title', '', financePage({ title: '文章的标题', text: `原标题：别的标题</p><p>${SENTENCE}` }), { start: '原标题：别的标题' }],
    ['repeated_title', '', financePage({ title: '文章的标题', text: `文章的标题</p><p>${SENTENCE}` }), { characters: 5 }],
    ['repeated_caption', '', inFinance('<p>表1</p><table><caption>表1</caption><tr><td>a</td><td>b</td></tr></table>'), { start: '表1' }],
    ['outside', '', onAnySite('<nav class="crumbs">首页</nav>'), { element: 'nav.crumbs', start: '首页' }],
    ['addition', 'div.share-box', onAnySite('<div class="share-box">分享到</div>'), { element: 'div.share-box' }],
    ['link_list', '', onAnySite('<ul id="more"><li><a href="/b">另一篇</a></li></ul>'), { element: 'ul#more', start: '另一篇' }],
  ];
  it.each(removals)('tells what was left out because of %s %s', async (why, detail, html, what) => {
    expect((await explain(html)).removed).toContainEqual(expect.objectContaining({ why, detail, ...what }));
  });

  it('tells nothing of scripts and styles', async () => {
    expect((await explain(inFinance('<style>p{}</style><script>let a;</script>'))).removed.map(({ element }) => element)).toEqual(['p.article-editor']);
  });

  it('tells of further pages what was left out there, and nothing else', async () => {
    const url = 'http://example.com/a.html';
    const pager = '<div><a href="a.html">1</a><a href="a_2.html">2</a></div>';
    const [first = '', second = ''] = [inFinance(pager), inFinance(`<div class="appendQr_wrap">扫码</div>${pager}`)].map((html, page) => (page === 0 ? html : html.replaceAll('文章的标题', '第二页').replaceAll('这一段', '另一段')));
    const { article, pages, fields, removed } = await explainPage({ ...pageOf(first), url }, { getPage: (asked) => Promise.resolve({ ...pageOf(second), url: asked }) });
    expect(pages).toEqual(['http://example.com/a_2.html']);
    expect(fields.title?.value).toBe('文章的标题');
    expect(removed.map(({ start }) => start)).toContain('扫码');
    expect(article?.characters).toBe(120);
  });

  it('ends with the article\'s metadata and measures, or with the reason of the refusal', async () => {
    expect(await explain(inFinance('<img src="/a.png">'))).toMatchObject({ article: { title: '文章的标题', source: '示例报', characters: 60, pictures: 1 } });
    expect(await explain(financePage({ title: '文章的标题', text: '' }))).toMatchObject({ rule: 'sina-finance', refused: { reason: 'empty_body' }, fields: { title: { value: '文章的标题' } } });
    expect(await explainPage({ ...pageOf(''), contentType: 'application/pdf' })).toMatchObject({ refused: { reason: 'not_html' } });
  });
});

it.each(readLabels())('$name is read the same whether anybody listens or not', (label) => {
  const page = { ...pageOf(''), name: label.url, url: label.url, body: readPageBytes(label) };
  const attempt = (read: () => unknown): unknown => {
    try {
      return read();
    } catch (error) {
      return isNewsScrapeError(error) ? error.message : error;
    }
  };
  const trace = { found: () => undefined, removed: () => undefined };
  expect(attempt(() => readPage(page, { trace }))).toEqual(attempt(() => readPage(page)));
});
