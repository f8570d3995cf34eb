// An RSS feed of a thousand items, by the program and by rss-parser itself.
import Parser from 'rss-parser';
import { parseFeed } from '../../dist/index.js';
import { compare } from './measure.mjs';

const item = (index) => `<item><title><![CDATA[第${index}条]]></title><link>https://example.com/a/${index}.html</link><guid>a-${index}</guid><pubDate>Tue, 01 Sep 2026 00:00:00 GMT</pubDate><category>财经</category><description>摘要 ${index}</description></item>`;
const feed = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>某报</title>${Array.from({ length: 1000 }, (_, index) => item(index)).join('')}</channel></rss>`;

export function measureFeeds() {
  return compare({ 'news-scrape': () => parseFeed(feed, 'https://example.com/feed.xml'), 'rss-parser': () => new Parser().parseString(feed) }, { repeat: 3 });
}
