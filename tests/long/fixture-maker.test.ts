import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeDocument } from '../../src/article/decode.js';
import { openPageFolder } from '../../src/saved-pages/save-page.js';
import { boilerplateOf, knownPhrases } from '../fixture/keep.js';
import { makeFixture, type FixtureRequest, type MadeFixture } from '../fixture/make.js';
import { findPairs, readRawPage } from '../fixture/pairs.js';
import { replaceText } from '../fixture/replace-text.js';
import { readLabels, readPage } from '../support/labels.js';
import { financePage } from '../support/pages.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'news-scrape-test-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const SENTENCE = '这一段文字足够长，可以当作一篇文章的正文来读，没有别的意思。';
const url = 'http://finance.sina.com.cn/china/doc-inabc1.shtml';
const make = (request: Partial<FixtureRequest> = {}): Promise<MadeFixture> =>
  makeFixture({ file: join(root, 'page.html'), url, name: 'finance--case', keepText: false, keep: [], ...request }, join(root, 'fixtures'));
const write = (page: string | Buffer): void => writeFileSync(join(root, 'page.html'), page);
/** The page with marks for all letters. */
const shapeOf = (text: string): string => text.replace(/\\u[0-9a-f]{4}/g, '#').replace(/[^\P{L}\p{Script=Latin}]/gu, '#').replace(/[a-z]/gi, 'x');

describe('the text of a page', () => {
  it.each(readLabels().filter(({ refused }) => !refused))('$name is replaced, and nothing else', (label) => {
    const page = { name: label.url, url: label.url, contentType: '', body: readPage(label) };
    const { text } = decodeDocument(page.body);
    const phrases = [...knownPhrases(), ...boilerplateOf(page)];
    const replaced = replaceText(text, phrases);
    expect(shapeOf(replaced)).toBe(shapeOf(text));
    const isKept = (run: string): boolean => phrases.some((phrase) => phrase.includes(run) || run.includes(phrase));
    const runs = [...label.paragraphs, ...label.images.map(({ caption }) => caption)].flatMap((paragraph) => paragraph.match(/\p{Script=Han}{5,}/gu) ?? []).filter((run) => !isKept(run));
    expect(runs.length).toBeGreaterThan(0);
    expect(runs.filter((run) => replaced.includes(run))).toEqual([]);
  });

  it('is replaced in every form in which pages write letters, and stays in that form', () => {
    const forms = ['\\u5c71\\u98a8', '&#23665;&#39080;', '&#x5c71;&#x98a8;', '%u5c71%u98a8', '%E5%B1%B1%E9%A2%A8', '山風', 'かな', '한글'];
    for (const form of forms) {
      const replaced = replaceText(`<a title="${form}">`, []);
      expect(replaced).not.toContain(form);
      expect(replaced.length).toBe(`<a title="${form}">`.length);
    }
    const [escaped = '', entity = '', literal = ''] = ['\\u5c71\\u98a8', '&#x5c71;&#x98a8;', '山風'].map((form) => replaceText(form, []));
    expect(JSON.parse(`"${escaped}"`)).toBe(literal);
    expect(String.fromCodePoint(...entity.split(';').slice(0, 2).map((part) => parseInt(part.slice(3), 16)))).toBe(literal);
  });

  it('stays equal where it was equal, and differs where it differed', () => {
    const [, first, again, other] = replaceText('<p>南岭的标题<p>南岭的标题<p>南岭的标语', []).split('<p>');
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('keeps figures, numerals, dates, punctuation and phrases, whatever mark-up is in them', () => {
    const page = '<p>2026年11月20日 09时30分，三千二百亿元；约5%</p><p>下载<b>新浪&nbsp;财经</b> APP</p>';
    expect(replaceText(page, ['下载新浪财经APP'])).toMatch(/^<p>2026年11月20日 09时30分，三千二百亿.；.5%<\/p><p>下载<b>新浪&nbsp;财经<\/b> APP<\/p>$/);
  });

  it('loses its English sentences, but no names, scripts and class names', () => {
    const page = '<meta name="description" content="The central bank said so today"><div class="main text left wide">Kevin Warsh, AI</div><p>Don’t let anybody copy this</p><script>a b c d e</script>';
    const replaced = replaceText(page, []);
    expect(replaced).toMatch(/<div class="main text left wide">Kevin Warsh, AI<\/div><p>[A-Z][a-z]{2}’[a-z] [a-z]{3} [a-z]{7} [a-z]{4} [a-z]{4}<\/p><script>a b c d e<\/script>$/);
    expect(replaced).not.toContain('central');
    expect(replaced).not.toContain('anybody');
  });
});

describe('a fixture', () => {
  it.each(findPairs('fixtures').filter(({ page }) => page.startsWith('pages/')))('made of $page is read alike', async ({ page }) => {
    const { url: address, body } = readRawPage('fixtures', page);
    write(Buffer.from(body));
    expect((await make({ url: address })).differences).toEqual([]);
  });

  it('is a pair that the runner finds, with the record\'s address and charset', async () => {
    const html = financePage({ title: '南岭的标题', text: SENTENCE }).replace('<meta charset="utf-8">', '');
    const save = await openPageFolder(join(root, 'saved'), { version: '0', now: () => new Date(0) });
    await save({ requestedUrl: url, url, status: 200, contentType: 'text/html; charset=gbk', body: iconv.encode(html, 'gbk') });
    const made = await make({ file: join(root, 'saved/finance.sina.com.cn-nabc1.html'), url: undefined, name: undefined });
    expect(made).toEqual({ page: join(root, 'fixtures/pages/sina-finance--nabc1.html'), expected: join(root, 'fixtures/pages/sina-finance--nabc1.md'), differences: [] });
    const text = iconv.decode(readFileSync(made.page), 'gbk');
    expect(text.split('\n')[0]).toBe(`<!-- url: ${url}, content-type: text/html; charset=gbk -->`);
    expect(text).toContain('责任编辑：');
    expect(text).not.toContain('南岭');
    expect(findPairs(join(root, 'fixtures'))).toEqual([{ page: 'pages/sina-finance--nabc1.html', expected: 'pages/sina-finance--nabc1.md' }]);
    expect(readRawPage(join(root, 'fixtures'), 'pages/sina-finance--nabc1.html')).toMatchObject({ url, contentType: 'text/html; charset=gbk' });
    expect(readFileSync(made.expected, 'utf8')).toMatch(/^---\nrule: sina-finance\n[^]*\ndate: 2026-11-20T09:30:00\+08:00\n[^]*---\n\n[^\n]{30}\n$/);
  });

  it('holds the page byte for byte with --keep-text', async () => {
    const page = Buffer.concat([Buffer.from(financePage({ title: '南岭的标题' })), Buffer.from([0xff, 0x00])]);
    write(page);
    const { page: made } = await make({ keepText: true });
    expect(readFileSync(made).equals(Buffer.concat([Buffer.from(`<!-- url: ${url} -->\n`), page]))).toBe(true);
  });

  it('has none of the site\'s scripts and styles but those that hold the article', async () => {
    write(financePage({ title: '标题', text: `${SENTENCE}</p><style>.theirs{}</style><script>theirs();</script><p>` }));
    const { page } = await make();
    expect(readFileSync(page, 'utf8')).not.toContain('theirs');
    expect(readFileSync(page, 'utf8')).toContain('<style>.filler { color: red; }</style><script>let filler = "filler";</script>');
    write('<title>组图</title><h1>组图</h1><script>var slide_data = {"images":[{"download_img":"http://n.sinaimg.cn/a.png","intro":"图片的说明文字，写得足够长，可以当作正文来读。"}]};</script>');
    const slide = await make({ name: 'slide--case' });
    expect(slide.differences).toEqual([]);
    expect(readFileSync(slide.page, 'utf8')).toContain('var slide_data = {"images"');
  });

  it('says in what it is read differently, unless the words that decide are kept', async () => {
    write(`<title>标题很长很长</title><h1>标题很长很长</h1><p>来源：南岭大报</p><div><p>${SENTENCE}</p><p>${SENTENCE}</p></div>`);
    const made = await make({ name: 'a--b', keep: ['南岭大报'] });
    expect(made.differences).toEqual([]);
    expect(readFileSync(made.expected, 'utf8')).toContain('source: 南岭大报\n');
  });

  it.each([
    ['over another one', { name: 'there--already' }, 'exists; choose another --name'],
    ['under a name that says nothing', { name: 'case' }, 'case: a fixture is named template--case'],
    ['outside of its folder', { name: '../a--b' }, 'a fixture is named template--case'],
    ['without an address', { url: undefined }, 'needs its address: give --url'],
    ['of a file that is not there', { file: 'nowhere.html' }, 'nowhere.html: the page cannot be read'],
  ])('is not made %s', async (_name, request, words) => {
    write(financePage({ title: '标题' }));
    await make({ name: 'there--already' });
    await expect(make(request)).rejects.toThrow(words);
  });
});
