import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl, identify } from '../../src/archive/identity.js';

describe('identify', () => {
  const harbour = 'comos:nabcdef1234567';

  it.each([
    ['finance page', 'https://finance.sina.com.cn/roll/2031-05-06/doc-inabcdef1234567.shtml', harbour],
    ['column page', 'http://finance.sina.com.cn/zl/2031-05-06/zl-inabcdef1234567.shtml?cref=x', harbour],
    ['US stock page', 'https://finance.sina.com.cn/stock/usstock/c/2031-05-06/us-inabcdef1234567.shtml', harbour],
    ['regional page', 'http://dl.sina.com.cn/news/2031-05-06/detail-inabcdef1234567.shtml', harbour],
    ['mobile page', 'https://finance.sina.cn/stock/2031-05-06/detail-inabcdef1234567.d.html?vt=4&cid=1', harbour],
    ['RSS redirect', 'http://go.rss.sina.com.cn/redirect.php?url=http://tech.sina.com.cn/doc-inabcdef1234567.shtml', harbour],
    ['kandian page', 'https://k.sina.com.cn/article_1234567890_m499602d2033001abc.html?from=finance', 'kandian:1234567890-m499602d2033001abc'],
    ['toutiao page', 'https://t.cj.sina.com.cn/articles/view/1234567890/m499602d2033001abc?finpagefr=p_1', 'kandian:1234567890-m499602d2033001abc'],
  ])('knows the document id of a Sina %s', (_, url, id) => {
    expect(identify({ url }).id).toBe(id);
  });

  it('takes no document id from a page of another site that looks the same', () => {
    const url = 'https://finance.notsina.com.cn/doc-inabcdef1234567.shtml';
    expect(identify({ url })).toEqual({ id: url, aliases: [] });
  });

  it('prefers document id, then canonical URL, then guid, and keeps the others as aliases', () => {
    const url = 'http://finance.sina.com.cn/roll/doc-inabcdef1234567.shtml?cre=box';
    const canonical = 'https://finance.sina.com.cn/roll/doc-inabcdef1234567.shtml';
    expect(identify({ docid: 'roll:1', url, guid: 'g-1' })).toEqual({ id: 'roll:1', aliases: [harbour, canonical, 'g-1'] });
    expect(identify({ url, guid: 'g-1' })).toEqual({ id: harbour, aliases: [canonical, 'g-1'] });
    expect(identify({ url: 'http://news.example/1', guid: 'g-1' })).toEqual({ id: 'https://news.example/1', aliases: ['g-1'] });
    expect(identify({ url: '', guid: 'g-1' })).toEqual({ id: 'g-1', aliases: [] });
  });

  it('names nothing twice', () => {
    const url = 'https://finance.sina.com.cn/roll/doc-inabcdef1234567.shtml';
    expect(identify({ docid: harbour, url, guid: url })).toEqual({ id: harbour, aliases: [url] });
  });

  it('has an empty id where nothing is known', () => {
    expect(identify({ url: '', guid: '' })).toEqual({ id: '', aliases: [] });
  });
});

describe('canonicalUrl', () => {
  it.each([
    ['HTTP://News.Example:80/A?b=2&a=1#top', 'https://news.example/A?b=2&a=1'],
    ['https://user:secret@news.example/a', 'https://news.example/a'],
    ['https://news.example/a?UTM_Source=x&q=%20+&spm=1&&gclid=2&fbclid=3', 'https://news.example/a?q=%20+'],
    ['https://news.example/a??', 'https://news.example/a??'],
    ['https://news.example/a?from=b&r=1', 'https://news.example/a?from=b&r=1'],
    ['https://sina.cn/a?from=b&r=1&cid=7&page=2', 'https://sina.cn/a?cid=7&page=2'],
    ['not a URL ', 'not a URL'],
    ['mailto:desk@news.example', 'mailto:desk@news.example'],
    ['http://go.rss.sina.com.cn/redirect.php?url=http://news.example/a?b=1&c=2', 'https://news.example/a?b=1&c=2'],
    ['http://go.rss.sina.com.cn/redirect.php?url=http%3A%2F%2Fnews.example%2Fa%3Fb%3D1&x=2', 'https://news.example/a?b=1'],
    ['http://go.rss.sina.com.cn/redirect.php?url=%E0%A4%A', 'https://go.rss.sina.com.cn/redirect.php?url=%E0%A4%A'],
    ['http://go.rss.sina.com.cn/redirect.php?url=javascript:x', 'https://go.rss.sina.com.cn/redirect.php?url=javascript:x'],
  ])('%s is %s', (url, expected) => {
    expect(canonicalUrl(url)).toBe(expected);
  });

  it('is its own canonical form', () => {
    fc.assert(
      fc.property(webUrl, (url) => {
        expect(canonicalUrl(canonicalUrl(url))).toBe(canonicalUrl(url));
      }),
    );
  });
});

const webUrl = fc.webUrl({ withQueryParameters: true, withFragments: false, validSchemes: ['http', 'https'] });
const tracking = (names: string[]): fc.Arbitrary<string> =>
  fc.array(fc.tuple(fc.constantFrom(...names), fc.stringMatching(/^[\w.-]{0,8}$/)), { minLength: 1, maxLength: 4 })
    .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));
const withQuery = (url: string, query: string): string => `${url}${url.includes('?') ? '&' : '?'}${query}`;

describe('the id of an article', () => {
  it('never changes with universal tracking parameters, a fragment or the scheme', () => {
    const query = tracking(['utm_source', 'utm_x', 'spm', 'fbclid', 'gclid']);
    fc.assert(
      fc.property(webUrl, query, fc.stringMatching(/^[\w/!-]*$/), (url, added, fragment) => {
        const { id } = identify({ url });
        expect(identify({ url: `${withQuery(url, added)}#${fragment}` }).id).toBe(id);
        expect(identify({ url: url.replace(/^https:/, 'http:') }).id).toBe(id);
      }),
    );
  });

  it('never changes with the tracking parameters of Sina on its hosts', () => {
    const host = fc.constantFrom('sina.cn', 'sina.com.cn', 'finance.sina.com.cn', 'k.sina.cn');
    const path = fc.constantFrom('/a/b.shtml', '/doc-inabcdef1234567.shtml', '/article_12_ab.html', '/list?page=2', '/');
    const names = 'from fr finpagefr subch sudaref cre mod loc r doct rfunc tj tr pos wm vt'.split(' ');
    fc.assert(
      fc.property(host, path, tracking(names), (site, page, added) => {
        const url = `https://${site}${page}`;
        expect(identify({ url: withQuery(url, added) })).toEqual(identify({ url }));
      }),
    );
  });
});
