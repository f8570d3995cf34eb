import { describe, expect, it } from 'vitest';
import { absoluteLink } from '../../src/feeds/link.js';

const BASE = 'https://example.com/news/feed.xml';

describe('absoluteLink', () => {
  it.each([
    ['http://a.example/x.shtml', 'http://a.example/x.shtml'],
    [' \n https://a.example/x\t', 'https://a.example/x'],
    ['x.html', 'https://example.com/news/x.html'],
    ['/x.html?a=1&b=2', 'https://example.com/x.html?a=1&b=2'],
    ['//img.example/x.png', 'https://img.example/x.png'],
    ['/新闻', 'https://example.com/%E6%96%B0%E9%97%BB'],
  ])('%j is %s', (link, expected) => {
    expect(absoluteLink(link, BASE)).toBe(expected);
  });

  it.each(['', '  ', 'mailto:a@example.com', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/hosts', 'http://'])(
    '%j is no link',
    (link) => {
      expect(absoluteLink(link, BASE)).toBe('');
    },
  );

  it.each(['', '-', 'feeds/today.xml', 'file:///srv/feed.xml'])('seen from %j only absolute links count', (base) => {
    expect(absoluteLink('http://a.example/x', base)).toBe('http://a.example/x');
    expect(absoluteLink('//a.example/x', base)).toBe('https://a.example/x');
    expect(absoluteLink('x.html', base)).toBe('');
  });

  it.each([
    ['http://go.rss.sina.com.cn/redirect.php?url=http://finance.example/a.shtml', 'http://finance.example/a.shtml'],
    ['http://go.rss.sina.com.cn/redirect.php?url=http%3A%2F%2Ffinance.example%2Fa.shtml%3Fx%3D1', 'http://finance.example/a.shtml?x=1'],
    ['http://go.rss.sina.com.cn/redirect.php?url=http://finance.example/a?x=1&y=2', 'http://finance.example/a?x=1&y=2'],
    ['http://go.rss.sina.com.cn/redirect.php?url=javascript:alert(1)', 'http://go.rss.sina.com.cn/redirect.php?url=javascript:alert(1)'],
    ['http://go.rss.sina.com.cn/other', 'http://go.rss.sina.com.cn/other'],
  ])('unwraps %s', (link, expected) => {
    expect(absoluteLink(link, BASE)).toBe(expected);
  });
});
