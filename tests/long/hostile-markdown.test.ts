import { describe, expect, it } from 'vitest';
import { OBSIDIAN, type Dialect } from '../../src/markdown/dialect.js';
import { toMarkdown } from '../../src/markdown/to-markdown.js';

const SIZE = 100_000;
const TEXTS = ['*', '_', '[', ']', '&amp;', '&lt;', '&gt;', '!', '#', '`', '~', '$', '%41', 'a@', '1.', '\\', '{', '|', '-', '中',
  ' ', '\u3000', '&nbsp;', '\n', 'http://', 'http://a.cn/!', 'www.', 'www.a'];
const ELEMENTS = ['<br>', '<b>x</b> ', '<em>！</em>', 'x<hr>', '<p>x', '<li>x', '<td>x', '<img src="x">', '!<a href="http://x">y</a>'];
const PLACES = ['<h2>a%b</h2>', '<p><b>a%b</b></p>', '<p><code>%</code></p>', '<pre>a%b</pre>', '<p>http://a%a</p>',
  '<table><tr><td>a%b</td><td>y</td></tr></table>', '<img src="x%y" alt="a%b">', '<p><a href="http://x/%a">t</a></p>'];

/** Time on the processor, so that a busy machine makes no difference. */
function secondsFor(html: string, dialect?: Dialect): number {
  const start = process.cpuUsage();
  toMarkdown(html, dialect);
  return process.cpuUsage(start).user / 1e6;
}

describe('a hostile article', () => {
  it.each([...TEXTS, ...ELEMENTS])('of nothing but %j takes less than a second', (unit) => {
    expect(secondsFor(`<p>a${unit.repeat(SIZE / unit.length)}b</p>`)).toBeLessThan(1);
  });

  it.each(PLACES)('with endless white space or marks in %j takes less than a second each', { timeout: 20_000 }, (place) => {
    for (const unit of ['\u00a0', ' \u3000', '`', '#', '!', '&amp;']) {
      expect(secondsFor(place.replaceAll('%', unit.repeat(SIZE / unit.length))), unit).toBeLessThan(1);
    }
  });

  it('of nothing but one thing takes less than a second each for other readers too', { timeout: 60_000 }, () => {
    for (const unit of [...TEXTS, '\u3000！']) {
      expect(secondsFor(`<p>中<b>${unit.repeat(SIZE / unit.length)}</b>文</p>`, OBSIDIAN), unit).toBeLessThan(1);
    }
  });

  it.each(['b', 'div', 'ul', 'blockquote', 'table', 'sub', 'a href="http://a.cn"', 'pre'])('nested 20,000 levels deep in <%s> is a RangeError', (tag) => {
    expect(() => toMarkdown(`<${tag}>`.repeat(20_000))).toThrow(RangeError);
  });

  it('nested as deep as is allowed is converted', () => {
    expect(toMarkdown(`${'<blockquote>'.repeat(199)}x`)).toBe(`${'> '.repeat(199)}x`);
    expect(toMarkdown(`${'<b>'.repeat(199)}x`)).toBe('**x**');
  });

  it('loses no words to long white space, only the white space beyond any use', () => {
    expect(toMarkdown(`<p>a${'\u00a0'.repeat(500)}b</p>`)).toBe(`a${'\u00a0'.repeat(100)}b`);
  });
});
