import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isNewsScrapeError, type NewsScrapeError } from '../../src/errors.js';
import { CATALOGUE } from '../../src/feeds/catalogue.js';
import { resolveFeed } from '../../src/feeds/resolve.js';

const ROLL = 'https://feed.mix.sina.com.cn/api/roll/get';
const SINA_DEFAULTS = {
  categories: ['金融', '新浪财经'],
  author: '新浪财经',
  image: 'https://n.sinaimg.cn/finance/cece9e13/20200514/343233024.png',
};

function failureOf(argument: string): NewsScrapeError {
  try {
    resolveFeed(argument);
  } catch (error) {
    if (isNewsScrapeError(error)) return error;
  }
  throw new Error(`${argument} was resolved`);
}

describe('a catalogue id', () => {
  it('becomes a roll API feed with its title, categories, author and picture', () => {
    const source = resolveFeed('sina/china');
    expect(source).toMatchObject({
      id: 'sina/china',
      kind: 'http',
      location: `${ROLL}?pageid=155&lid=1686&k=&num=50&page=1`,
      headers: { Referer: 'https://news.sina.com.cn/' },
      defaults: { ...SINA_DEFAULTS, title: '新浪财经\uFF0D国\u5167' },
    });
    expect(source.pageUrl?.(3)).toBe(`${ROLL}?pageid=155&lid=1686&k=&num=50&page=3`);
    expect(source).not.toHaveProperty('alternative');
  });

  it('works for every row', () => {
    for (const { id, name } of CATALOGUE) {
      expect(resolveFeed(id)).toMatchObject({ id, kind: 'http', defaults: { title: `新浪财经－${name}` } });
    }
  });
});

describe('sina/<pageid>/<lid>', () => {
  it('is the catalogue row of these numbers', () => {
    expect(resolveFeed('sina/384/2674')).toMatchObject({ id: 'sina/hk-stocks', defaults: { title: '新浪财经－港股' } });
  });

  it('works for numbers that the catalogue does not have', () => {
    expect(resolveFeed('sina/12/3456')).toMatchObject({
      id: 'sina/12/3456',
      location: `${ROLL}?pageid=12&lid=3456&k=&num=50&page=1`,
      defaults: { ...SINA_DEFAULTS, title: '新浪财经－12-3456' },
    });
  });

  it.each([
    ['sina/153/2510', 'sina/china'],
    ['sina/153/2511', 'sina/news'],
    ['sina/153/2514', 'sina/news'],
    ['sina/153/2505', 'sina/news'],
    ['sina/153/296', 'sina/news'],
  ])('names a live feed for the retired %s', (argument, alternative) => {
    expect(resolveFeed(argument)).toMatchObject({ id: argument, alternative });
  });
});

describe('demo', () => {
  it('is a Sina feed of its own kind', () => {
    const source = resolveFeed('demo');
    expect(source).toMatchObject({ id: 'demo', kind: 'demo', defaults: { ...SINA_DEFAULTS, title: '新浪财经－演示' } });
    expect(source.location).toBe('http://feed.mix.sina.com.cn/api/roll/get?pageid=155&lid=1686&num=50&page=1');
    expect(source.pageUrl?.(2)).toBe('http://feed.mix.sina.com.cn/api/roll/get?pageid=155&lid=1686&num=50&page=2');
  });
});

describe('a URL', () => {
  it('is fetched as it is', () => {
    const source = resolveFeed('https://example.com/feed.xml?a=1');
    expect(source).toEqual({ id: 'https://example.com/feed.xml?a=1', kind: 'http', location: 'https://example.com/feed.xml?a=1', defaults: {} });
  });

  it('of the roll API keeps its own parameters and gets pages and the defaults of its channel', () => {
    const typed = 'https://feed.sina.com.cn/api/roll/get?pageid=155&lid=1687&date=2026-09-01&num=5&page=4&callback=cb';
    const source = resolveFeed(typed);
    expect(source).toMatchObject({
      id: typed,
      kind: 'http',
      headers: { Referer: 'https://news.sina.com.cn/' },
      defaults: { ...SINA_DEFAULTS, title: '新浪财经－宏观经济' },
    });
    expect(source.location).toBe(source.pageUrl?.(1));
    const page = new URL(source.pageUrl?.(7) ?? '');
    expect(page.host).toBe('feed.sina.com.cn');
    expect(Object.fromEntries(page.searchParams)).toEqual({
      ...{ pageid: '155', lid: '1687', date: '2026-09-01', callback: 'cb' },
      ...{ num: '50', page: '7' },
    });
  });

  it('of another path on the same host is an ordinary one', () => {
    expect(resolveFeed('https://feed.mix.sina.com.cn/other')).not.toHaveProperty('pageUrl');
  });

  it.each([
    ['http://rss.sina.com.cn/roll/finance/hot_roll.xml', 'sina/finance'],
    ['https://rss.sina.com.cn/finance/macro.xml', 'sina/macro'],
    ['http://rss.sina.com.cn/finance/stock/company.xml', 'sina/stocks'],
    ['http://rss.sina.com.cn/finance/usstock.xml', 'sina/us-stocks'],
    ['http://rss.sina.com.cn/finance/hkstock.xml', 'sina/hk-stocks'],
    ['http://rss.sina.com.cn/tech/rollnews.xml', 'sina/tech'],
    ['http://rss.sina.com.cn/tech/internet/home28.xml', 'sina/internet'],
    ['http://rss.sina.com.cn/sports/hot_roll.xml', 'sina/sports'],
    ['http://rss.sina.com.cn/ent/hot_roll.xml', 'sina/entertainment'],
    ['http://rss.sina.com.cn/news/society/focus15.xml', 'sina/society'],
    ['http://rss.sina.com.cn/news/china/focus15.xml', 'sina/news'],
    [`${ROLL}?pageid=153&lid=2510`, 'sina/china'],
  ])('%s, retired, comes with a live feed instead', (url, alternative) => {
    expect(resolveFeed(url)).toMatchObject({ id: url, alternative });
    expect(CATALOGUE.map(({ id }) => id)).toContain(alternative);
  });

  it('of another scheme is refused', () => {
    expect(failureOf('ftp://example.com/feed.xml').code).toBe('url_unsupported');
  });

  it('that is broken is no file', () => {
    expect(failureOf('http://').code).toBe('feed_unknown');
    expect(failureOf('https://exa mple.com/feed').code).toBe('feed_unknown');
  });
});

describe('files and standard input', () => {
  it('takes - for standard input', () => {
    expect(resolveFeed('-')).toEqual({ id: '-', kind: 'stdin', location: '-', defaults: {} });
  });

  it.each(['feed.xml', './feed', 'old/feeds/today', '../feed.json', '/srv/feed', String.raw`C:\feeds\today`, 'sina/feed.xml', '.feed'])(
    'takes %s for a file',
    (path) => {
      expect(resolveFeed(path)).toEqual({ id: path, kind: 'file', location: path, defaults: {} });
    },
  );

  it('takes a file: URL for its path', () => {
    const path = resolve('a feed.xml');
    const url = pathToFileURL(path).href;
    expect(resolveFeed(url)).toEqual({ id: url, kind: 'file', location: path, defaults: {} });
    expect(failureOf('file:///a%2Fb').code).toBe('feed_file_unreadable');
  });
});

describe('a misspelt id', () => {
  it.each([
    ['sina/chnia', 'sina/china'],
    ['sina/hkstocks', 'sina/hk-stocks'],
    ['Sina/Macro', 'sina/macro'],
    ['china', 'sina/china'],
    ['forx', 'sina/forex'],
    ['dmo', 'demo'],
  ])('%s is told the nearest: %s', (typed, nearest) => {
    const error = failureOf(typed);
    expect(error.code).toBe('feed_unknown');
    expect(error.params).toHaveProperty('feed', typed);
    expect(error.params).toHaveProperty(['nearest', 0], nearest);
  });

  it('is told at most three, and none that is far off', () => {
    expect(failureOf('stocks')).toHaveProperty('params.nearest', ['sina/stocks']);
    expect(failureOf('sina/n-stocks')).toHaveProperty('params.nearest', ['sina/stocks', 'sina/us-stocks', 'sina/hk-stocks']);
    expect(failureOf('sina/zzzzz')).toHaveProperty('params.nearest', []);
    expect(failureOf('')).toHaveProperty('params.nearest', []);
    expect(failureOf('sina/155')).toHaveProperty('code', 'feed_unknown');
  });
});
