import { certificateOf, type Certificate } from './certificate.js';
import { financePage, pageUrl, rollAnswer } from './pages.js';
import { startWeb, type Web } from './web.js';

/** Titles of what the channels of Sina list today, the newest first. */
export const TODAY = ['央行宣布降准：中小银行先行', '青石港三号泊位恢复作业', '南岭鲜果专列本周增开两班'] as const;
const HOUR = 3600;

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Example</title><link>https://example.com/</link>
<item><title>The old mill reopens</title><link>https://example.com/story.html</link><guid>story</guid><pubDate>${new Date().toUTCString()}</pubDate></item></channel></rss>`;
const HOME = '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Example</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body><h1>Example</h1></body></html>';
const STORY = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The old mill reopens</title></head><body><article><h1>The old mill reopens</h1>
${'<p>The mill by the river turned again on Monday after eleven years, and half of the town came to see the water wheel move for the first time.</p>'.repeat(4)}</article></body></html>`;
const EXAMPLE: Readonly<Record<string, string>> = { '/': HOME, '/feed.xml': FEED, '/story.html': STORY };

export interface TodaysWeb extends Web {
  certificate: Certificate;
}

/** Sina with three articles of today in every channel, and example.com with a feed and its story; over TLS as well. */
export async function startTodaysWeb(): Promise<TodaysWeb> {
  const certificate = certificateOf('example.com', 'feed.mix.sina.com.cn', '*.sina.com.cn', '*.sinaimg.cn');
  const web = await startWeb((url) => {
    if (url.hostname === 'example.com') return EXAMPLE[url.pathname];
    if (url.pathname === '/api/roll/get') return rollAnswer(url.searchParams.get('page') === '1' ? TODAY.map(rowOf) : []);
    const number = /doc-inrccsxt(\d+)\.shtml$/.exec(url.pathname)?.[1];
    return number === undefined ? undefined : financePage({ title: TODAY[Number(number) % 10] ?? TODAY[0] });
  }, certificate);
  return { ...web, certificate };
}

function rowOf(title: string, index: number): { id: string; title: string; ctime: number; url: string } {
  const id = `nrccsxt123456${index}`;
  return { id, title, ctime: Math.floor(Date.now() / 1000) - (index + 1) * HOUR, url: pageUrl(id) };
}
