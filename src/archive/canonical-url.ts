/** Dropped on every host; they name a campaign, a click or a place on the page that led here, on whatever site. */
const TRACKING: ReadonlySet<string> = new Set(['spm', 'fbclid', 'gclid']);
const TRACKING_PREFIX = 'utm_';

/**
 * Dropped on Sina's hosts only: elsewhere such short names may choose the article. Left alone because lists and boards
 * need them: `cid`, `node_id`, `page`, `s`, `id`.
 */
const SINA_TRACKING: ReadonlySet<string> = new Set([
  'from', // the channel, app or share button that led here
  'fr', // short for from
  'finpagefr', // the finance page that led here (p_103)
  'subch', // the sub-channel that led here, beside from
  'sudaref', // the referring host, set by Sina's own counter
  'cre', // the recommender that chose the link (tianyi); the next seven come with it
  'mod', // the box of the page in which the link stood
  'loc', // its position in that box
  'r', // its group in the recommender
  'doct', // the kind of its document
  'rfunc', // the function that recommended it
  'tj', // the list that it was taken from
  'tr', // the test group of the reader
  'pos', // its position on a mobile page
  'wm', // the partner that gets paid for the visit
  'vt', // the version of the mobile layout
]);

/** True for hosts of Sina: `sina.com.cn`, `sina.cn` and what stands below them. */
export const isSinaHost = (host: string): boolean => /(?:^|\.)sina\.(?:com\.cn|cn)$/.test(host);

/**
 * The form of a URL in which two addresses of one page are equal: https in place of http, no fragment, credentials or
 * default port, lower-case host (all as in the WHATWG URL standard), no tracking parameters; the others keep order and
 * spelling. Sina's RSS redirects are replaced by where they lead. For comparing only: the page may not answer there.
 * @returns `url` trimmed where it is not an absolute http(s) URL
 */
export function canonicalUrl(url: string): string {
  const parsed = parseHttpUrl(unwrapRedirect(url));
  if (!parsed) return url.trim();
  parsed.protocol = 'https:';
  parsed.hash = '';
  parsed.username = '';
  parsed.password = '';
  const pairs = parsed.search.slice(1).split('&').filter((pair) => !isTracking(pair, parsed.hostname));
  parsed.search = pairs.length > 0 ? `?${pairs.join('&')}` : '';
  return parsed.href;
}

/** `url` as an object, where it is an absolute http(s) URL. */
export function parseHttpUrl(url: string): URL | undefined {
  return /^\s*https?:/i.test(url) && URL.canParse(url) ? new URL(url) : undefined;
}

function isTracking(pair: string, host: string): boolean {
  const name = pair.replace(/=.*/s, '').toLowerCase();
  return name === '' || name.startsWith(TRACKING_PREFIX) || TRACKING.has(name) || (isSinaHost(host) && SINA_TRACKING.has(name));
}

/** Official RSS feeds of Sina link to `redirect.php?url=`; the address behind it is not always percent-encoded. */
function unwrapRedirect(url: string): string {
  const [, target = ''] = /^\s*https?:\/\/go\.rss\.sina\.com\.cn\/redirect\.php\?url=(.+)$/i.exec(url) ?? [];
  const [encoded = ''] = target.split('&');
  if (parseHttpUrl(target)) return target;
  return parseHttpUrl(decode(encoded)) ? decode(encoded) : url;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
