const ROLL_HOSTS: readonly string[] = ['feed.mix.sina.com.cn', 'feed.sina.com.cn'];
/** The roll API gives at most 50 to 60 rows a page. */
const ROWS_PER_PAGE = 50;

/** The first page of a channel of Sina's roll API. */
export function rollUrl(pageid: string, lid: string): URL {
  return rollPage(new URL(`https://feed.mix.sina.com.cn/api/roll/get?pageid=${pageid}&lid=${lid}&k=`), 1);
}

/** Page `page` (from 1) of a roll API address; every parameter but `num` and `page` stays. */
export function rollPage(url: URL, page: number): URL {
  const next = new URL(url);
  next.searchParams.set('num', String(ROWS_PER_PAGE));
  next.searchParams.set('page', String(page));
  return next;
}

export function isRollUrl(url: URL): boolean {
  return ROLL_HOSTS.includes(url.hostname) && url.pathname === '/api/roll/get';
}
