import { isRollUrl } from './roll-url.js';

/** Channels of the roll API (`pageid/lid`) that answer with nothing or with old articles, and a live one instead. */
const RETIRED_CHANNELS: ReadonlyMap<string, string> = new Map([
  ['153/2510', 'sina/china'],
  ['153/2511', 'sina/news'],
  ['153/2514', 'sina/news'],
  ['153/2505', 'sina/news'],
  ['153/296', 'sina/news'],
]);

/** Sina's official RSS, stopped in 2018: the first row whose pattern is in the path names a live channel instead. */
const RETIRED_RSS: readonly (readonly [path: RegExp, alternative: string])[] = [
  [/us_?stock/, 'sina/us-stocks'],
  [/hk_?stock/, 'sina/hk-stocks'],
  [/stock/, 'sina/stocks'],
  [/macro/, 'sina/macro'],
  [/finance/, 'sina/finance'],
  [/internet/, 'sina/internet'],
  [/tech/, 'sina/tech'],
  [/sports/, 'sina/sports'],
  [/\/ent\//, 'sina/entertainment'],
  [/society/, 'sina/society'],
  [/^/, 'sina/news'],
];

/** Catalogue id of the nearest live feed if the address is known to be retired. */
export function alternativeFor(url: URL): string | undefined {
  if (isRollUrl(url)) {
    return RETIRED_CHANNELS.get(`${url.searchParams.get('pageid') ?? ''}/${url.searchParams.get('lid') ?? ''}`);
  }
  if (url.hostname !== 'rss.sina.com.cn') return undefined;
  return RETIRED_RSS.find(([path]) => path.test(url.pathname))?.[1];
}
