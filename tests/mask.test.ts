import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayHoldSecrets, maskSecrets } from '../src/mask.js';

describe('secrets in a text', () => {
  it.each([
    ['http://me:pass@feed.example/x', 'http://***@feed.example/x'],
    ['https://me:p@ss@feed.example', 'https://***@feed.example'],
    ['socks5://token@proxy.example:1080', 'socks5://***@proxy.example:1080'],
    ['two: http://a:b@c.example/ and http://d:e@f.example/', 'two: http://***@c.example/ and http://***@f.example/'],
    ['https://x.example/?token=abc&page=2', 'https://x.example/?token=***&page=2'],
    ['https://x.example/?page=2&access_token=abc#top', 'https://x.example/?page=2&access_token=***#top'],
    ['https://x.example/?API-Key=abc', 'https://x.example/?API-Key=***'],
    ['https://x.example/?key=a&sig=b&X-Amz-Signature=c', 'https://x.example/?key=***&sig=***&X-Amz-Signature=***'],
    ['https://x.example/#access_token=abc', 'https://x.example/#access_token=***'],
    ['https://x.example/?password=a;b=c', 'https://x.example/?password=***;b=c'],
    ['"https://x.example/?token=abc": failed', '"https://x.example/?token=***": failed'],
  ])('%s', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
    expect([mayHoldSecrets(text), mayHoldSecrets(masked)]).toEqual([true, false]);
  });

  it.each([
    'http://feed.mix.sina.com.cn/api/roll/get?pageid=155&lid=1686&num=50&page=1',
    'https://x.example/@author/?author=me&keyword=x&code=sh600000&authors=y&monkey=1',
    'mail me@x.example, a = b? c & d=e; 50%',
    'https://x.example/?token=',
  ])('leaves %s as it is', (text) => {
    expect(maskSecrets(text)).toBe(text);
  });

  it('are never there where a quick look at the text finds none', () => {
    const piece = fc.constantFrom('http', '://', '@', '?', '&', ';', '#', '=', 'token', 'key', 'a', '***', ' ', '"', '\n', '/', '中');
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')), (text) => {
      if (!mayHoldSecrets(text)) expect(maskSecrets(text)).toBe(text);
    }), { numRuns: 5000, examples: [['://***@@'], ['http://***@a@'], ['://***@key://***@']] });
  });

  it('never survive in a URL, wherever it stands', () => {
    const word = fc.stringMatching(/^[a-z0-9]{12}$/);
    fc.assert(
      fc.property(word, word, fc.webUrl({ withQueryParameters: true }), fc.string(), (user, password, url, before) => {
        const secret = `${before} ${url.replace('://', `://${user}:${password}@`)}${url.includes('?') ? '&' : '?'}token=${password}`;
        expect(maskSecrets(secret)).not.toContain(password);
      }),
    );
  });

  it.each(['?', '&a', '://', '://@', '?token', '#key=', 'a='])('takes time that grows with the text only: many %s', (part) => {
    const started = performance.now();
    maskSecrets(part.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
