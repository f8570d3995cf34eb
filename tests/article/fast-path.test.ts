import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDocument } from '../../src/article/decode.js';
import { extractArticle } from '../../src/article/extract.js';
import { readPage as readRawPage } from '../../src/article/read-page.js';
import { plainText } from '../../src/article/page-text.js';
import { loadPieces } from '../../src/article/fast/pieces.js';
import { RULES } from '../../src/article/rules/index.js';
import { financePage } from '../support/pages.js';
import { readLabels, readPage } from '../support/labels.js';

interface Page {
  name: string;
  url: string;
  html: string;
}

const fixtures: Page[] = readLabels().map((label) => ({ name: label.file, url: label.url, html: decodeDocument(readPage(label)).text }));

/** Real pages, where they lie beside the project. */
const REAL = fileURLToPath(new URL('../../../shared/pages/pages/', import.meta.url));
const real: Page[] = existsSync(REAL) ? readdirSync(REAL).map((name) => ({ name, url: '', html: decodeDocument(readFileSync(REAL + name)).text })) : [];

const URLS = ['', 'https://finance.sina.com.cn/china/2026-11-20/doc-inzdemoa1120001.shtml'];

/** The article, or the failure, in full. */
function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error;
  }
}

const isFast = (html: string, url = ''): boolean => loadPieces(plainText(html), url, RULES) !== undefined;

function expectSame(page: Page): void {
  const { name, html } = page;
  const body = Buffer.from(html);
  for (const url of new Set([page.url, ...URLS])) {
    const whole = outcome(() => extractArticle(html, { name, url, fastPath: false }));
    expect(outcome(() => extractArticle(html, { name, url }))).toEqual(whole);
    expect(outcome(() => readRawPage({ name, url, contentType: 'text/html', body }))).toEqual(whole);
  }
}

describe('the fast path', () => {
  it.each(fixtures)('gives of $name what the whole page gives', expectSame);

  it.skipIf(real.length === 0)('gives of every real page what the whole page gives (skipped where there are none)', { timeout: 60_000 }, () => {
    for (const page of real) expectSame(page);
  });

  it('is taken for nearly all pages of Sina', () => {
    const finance = fixtures.filter(({ name }) => name.includes('finance--') || name.includes('doc-i'));
    expect(finance.filter(({ html }) => isFast(html)).length / finance.length).toBeGreaterThan(0.8);
  });
});

const page = financePage({ title: '港口新泊位今起启用', text: '正文第一段写了港口的新泊位，吞吐能力再提高一成，运价不变。' });
const inBody = (markup: string): string => page.replace('<p>正文', `${markup}<p>正文`);
const beforeBody = (markup: string): string => page.replace('<h1', `${markup}<h1`);

describe('the whole page is read in place of its pieces', () => {
  it('unless it is well-formed', () => {
    expect(isFast(page)).toBe(true);
  });

  it.each([
    ['an element ends out of place', inBody('<div><span></div></span>')],
    ['an element never ends', page.replace(/<\/div><\/body>.*$/s, '')],
    ['the end of another paragraph stands in it', inBody('</p>')],
    ['a list item could end one around', inBody('<li>甲</li>')],
    ['a cell stands outside of a table', inBody('<td>甲</td>')],
    ['a form stands in it', inBody('<form><p>甲</p></form>')],
    ['elements are nested deeper than in any article', inBody('<div>'.repeat(600) + '</div>'.repeat(600))],
    ['quotes are odd', inBody('<img alt="他说"好"">')],
    ['a comment never ends', inBody('<!-- 甲')],
    ['a comment ends in an odd way', inBody('<!-- 甲 --!><b>乙</b><!-- -->')],
    ['a script writes a script', beforeBody('<script><!-- document.write("<script>") --></script>')],
    ['bold text is open around it', beforeBody('<b>')],
    ['a link is open around it', beforeBody('<a href="/">')],
    ['it stands in a table outside of cells', page.replace('<div class="article"', '<table><tr><div class="article"')],
    ['a drawing could hold tags of its own', beforeBody('<svg><title></title></svg>')],
    ['pictures in a script could be the article', beforeBody('<script>var slide_data = {}</script>')],
    ['its address tells no page from another', page],
  ])('where %s', (why, html) => {
    const url = why.startsWith('its address') ? 'https://example.com/' : '';
    expect(isFast(html, url)).toBe(false);
    expectSame({ name: 'page', url, html });
  });

  it.each([
    ['the date stands outside of the pieces', page.replace('class="date"', 'class="shown"').replace('<div class="date-source">', '<div>')],
    ['the title stands outside of them', page.replace('<h1 class="main-title">', '<h2 class="headline">').replace('</h1>', '</h2>').replace('<head>', '<head><meta name="mediaid" content="示例报">')],
    ['the article has no text', page.replace(/<p>正文.*?<\/p>/, '')],
    ['the article is on several pages', page.replace('</body>', '<div class="page"><a href="doc-inzdemoa1120001_2.shtml">2</a></div></body>')],
    ['there are two bodies', page.replace('<div class="article"', '<div id="artibody"></div><div class="article"')],
    ['a needle hides behind an entity', page.replace('id="artibody"', 'id="arti&#98;ody"')],
  ])('with the same outcome where %s', (_why, html) => {
    expectSame({ name: 'page', url: URLS[1] ?? '', html });
  });
});

/** What pages are broken with: tags and ends of tags, quotes, comments, and names that rules look for. */
const MARKUP = ['<', '>', '"', "'", '<p>', '</p>', '<div>', '</div>', '<b>', '</b>', '<li>', '<table>', '<td>', '</table>', '<form>', '<select>', '<!--', '-->', '<script>', '</script>', '<a href="/x">', '</a>', '<svg>', '<br>', '<h1 class="main-title">', '</h1>', ' id="artibody"', ' class="article"', ' class="date">', '<video>', '<base href="/y/">', '&#98;', '\0', '\r'];

/** Where something happens to a page, as a share of it, and what: up to 400 characters go, and others come. */
const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), gone: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400 })), come: fc.constantFrom('', ...MARKUP) });

const changed = (html: string, changes: readonly { at: number; gone: number; come: string }[]): string => changes.reduce((text, { at, gone, come }) => {
  const start = Math.floor(text.length * at);
  return text.slice(0, start) + come + text.slice(start + gone);
}, html);

describe('a broken page', () => {
  const pages = fixtures.filter(({ html }) => html.length < 20_000 && isFast(html));

  it('reads by its pieces as it reads whole', () => {
    fc.assert(fc.property(fc.constantFrom(...pages), fc.array(change, { minLength: 1, maxLength: 3 }), fc.boolean(), ({ name, url, html }, changes, isCut) => {
      const broken = changed(isCut ? html.slice(0, Math.floor(html.length * (changes[0]?.at ?? 1))) : html, changes);
      const read = (fastPath: boolean): unknown => outcome(() => extractArticle(broken, { name, url, fastPath }));
      expect(read(true)).toEqual(read(false));
    }), { numRuns: Number(process.env.BROKEN_PAGES ?? 100) });
  });
});
