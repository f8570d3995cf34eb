import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../src/feeds/parse.js';
import { FEED_URL, failureOf } from './failure.js';

describe('a web page in place of a feed', () => {
  it.each([
    '<!DOCTYPE html><html><body>登录</body></html>',
    '\uFEFF\n <!doctype HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">\n<title>x</title>',
    '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
    '<!-- saved <rss> page --><HTML lang="zh"><feed></feed></HTML>',
    '<script>location.href="/login"</script>',
    '<head><title>403</title></head>',
  ])('is named: %#', async (text) => {
    expect(await failureOf(text)).toMatchObject({ code: 'feed_is_html', params: { url: FEED_URL } });
  });
});

describe('other content', () => {
  it.each([
    ['', ''],
    ['hello, (world)', 'hello, (world)'],
    ['\uFEFF  {"items":[]}', '{"items":[]}'],
    ['[]', '[]'],
    ['cb([1]);', 'cb([1]);'],
    ['{"version":"https://example.com/version/1"}', '{"version":"https://example.com/version/1'],
    ['<?xml version="1.0"?><urlset><url/></urlset>', '<?xml version="1.0"?><urlset><url/></url'],
    ['<opml version="2.0"><head/><body/></opml>', '<opml version="2.0"><head/><body/></opml'],
  ])('is named with its beginning: %j', async (text, start) => {
    const error = await failureOf(text);
    expect(error).toMatchObject({ code: 'feed_unrecognized', params: { url: FEED_URL, start: start.slice(0, 40) } });
  });
});

describe('hostile content', () => {
  const SIZE = 1_000_000;
  const fill = (piece: string): string => piece.repeat(SIZE / piece.length);
  it.each([
    ['comments that never end', fill('<!--')],
    ['CDATA that never ends', `<rss version="2.0"> & ${fill('<![CDATA[')}`],
    ['XHTML that never ends', `<feed>${fill('<content type="xhtml">')}`],
    ['HTML tags that never end', `<rss version="2.0"><channel><item><description><![CDATA[${fill('<p')}]]></description></item></channel></rss>`],
    ['elements as deep as they get', `<rss version="2.0"><channel>${fill('<a>')}`],
    ['a title of spaces', `<rss version="2.0"><channel><title>a${fill(' ')}b</title></channel></rss>`],
    ['JSONP that never ends', `cb({})${fill(' ')}x`],
  ])('is read or refused in time: %s', async (_, text) => {
    const started = performance.now();
    await parseFeed(text, FEED_URL).catch(() => undefined);
    expect(performance.now() - started).toBeLessThan(4000);
  });

  it('never sees a declared entity expanded', async () => {
    const entities = ['<!ENTITY e0 "boom">', ...Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};">`)];
    const text = `<?xml version="1.0"?><!DOCTYPE rss [${entities.join('')}]><rss version="2.0"><channel><title>&e30;</title></channel></rss>`;
    expect((await failureOf(text)).code).toBe('feed_malformed');
  });

  it('reads no file that an entity names', async () => {
    const text = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hosts">]><rss version="2.0"><channel><title>&x;</title></channel></rss>';
    expect((await failureOf(text)).code).toBe('feed_malformed');
  });
});
