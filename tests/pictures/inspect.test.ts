import { describe, expect, it } from 'vitest';
import { isNewsScrapeError } from '../../src/errors.js';
import { inspectPicture } from '../../src/pictures/inspect.js';
import { refererFor } from '../../src/pictures/referer.js';
import { gif, png } from '../support/bytes.js';

const URL = 'https://n.sinaimg.cn/a.jpg';

function refusalOf(bytes: Uint8Array): string {
  try {
    inspectPicture(URL, bytes);
  } catch (error) {
    if (isNewsScrapeError(error, 'picture_unusable')) return error.message;
    throw error;
  }
  return '';
}

describe('the bytes of a picture', () => {
  it('say type and size, whatever the address ends in, and alone decide the name', () => {
    const picture = inspectPicture(URL, png(40, 30));
    expect(picture).toMatchObject({ from: URL, width: 40, height: 30 });
    expect(picture.name).toMatch(/^[0-9a-f]{16}\.png$/);
    expect(inspectPicture('https://e.com/b', png(40, 30)).name).toBe(picture.name);
    expect(inspectPicture(URL, png(40, 30, 0)).name).not.toBe(picture.name);
    expect(inspectPicture(URL, gif(50, 60))).toMatchObject({ width: 50, height: 60, name: expect.stringMatching(/\.gif$/) as string });
  });

  it.each([
    ['a page', Buffer.from('<!DOCTYPE html><html><body>403</body></html>'), 'a web page'],
    ['a drawing that may hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><script>1</script></svg>'), 'SVG'],
    ['nothing', Buffer.alloc(0), 'nothing came'],
    ['noise', Buffer.from('no picture at all, just a text of some length'), 'an unknown type'],
    ['a counter', gif(1, 1), 'only 1 x 1 pixels'],
    ['a spacer', png(600, 2), 'only 600 x 2 pixels'],
    ['the first bytes of a picture', png(40, 30).subarray(0, 12), 'an unknown type'],
  ])('are refused if they are %s', (_, bytes, reason) => {
    expect(refusalOf(bytes)).toContain(reason);
    expect(refusalOf(bytes)).toContain(URL);
  });
});

describe('the Referer of a picture', () => {
  it.each([
    ['https://news.example/a/1.png', 'https://news.example/a/b.html?c=1#d', 'https://news.example/a/b.html?c=1'],
    ['https://cdn.example/1.png', 'https://news.example/a/b.html?token=1', 'https://news.example/'],
    ['http://cdn.example/1.png', 'https://news.example/a', undefined],
    ['https://cdn.example/1.png', '', undefined],
    ['https://n.sinaimg.cn/1.png', 'https://news.example/a', 'https://finance.sina.com.cn/'],
  ])('of %s in %s is %s', (picture, page, referer) => {
    expect(refererFor(picture, page)).toBe(referer);
  });
});
