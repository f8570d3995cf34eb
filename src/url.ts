import { mayHoldSecrets, namesSecret } from './mask.js';

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

/** The text as an http(s) URL, or undefined for anything else. */
export function parseHttpUrl(text: string): URL | undefined {
  return URL.canParse(text) ? httpOnly(new URL(text)) : undefined;
}

const httpOnly = (url: URL): URL | undefined => (url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined);

/**
 * The http(s) URL that a link means in a document at `base`; undefined for other schemes, an empty link or a bare
 * fragment. Without a usable base (a file has no address) only absolute links count, `//host/path` among them.
 */
export function absoluteUrl(link: string, base: string): URL | undefined {
  const text = link.trim();
  if (text === '' || text.startsWith('#')) return undefined;
  if (text.startsWith('//')) return parseHttpUrl(`https:${text}`);
  const from = /^https?:\/\//i.test(text) ? undefined : parseHttpUrl(base);
  if (!from) return parseHttpUrl(text);
  return URL.canParse(text, from.href) ? httpOnly(new URL(text, from)) : undefined;
}

/** The URL without the user name and password that may stand before its host. */
export function withoutUserinfo(url: URL): URL {
  if (url.username === '' && url.password === '') return url;
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return bare;
}

/** An address for readers: without user name and password, and without parameters that carry secrets. */
export function withoutSecrets(address: string): string {
  const url = parseHttpUrl(address);
  if (!url || !mayHoldSecrets(url.href)) return address;
  const bare = withoutUserinfo(url);
  const isSafe = (pair: string): boolean => !namesSecret(pair.replace(/=.*/s, ''));
  bare.search = url.search.slice(1).split('&').filter(isSafe).join('&');
  if (mayHoldSecrets(url.hash)) bare.hash = '';
  return bare.href;
}

/** The Authorization header that the user name and password before a URL's host stand for (RFC 7617). */
export function basicAuthorization({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined;
  return `Basic ${Buffer.from([username, password].map(decodePercent).join(':')).toString('base64')}`;
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The URL without parameters that only say where a reader came from; all others keep order and spelling. */
export function withoutTracking(url: URL): URL {
  const pairs = url.search.slice(1).split('&');
  const kept = pairs.filter((pair) => !isTracking(pair, url.hostname));
  if (kept.length === pairs.length) return url;
  const bare = new URL(url);
  // The setter takes one question mark for its own.
  bare.search = kept.length > 0 ? `?${kept.join('&')}` : '';
  return bare;
}

/** True for hosts of Sina: `sina.com.cn`, `sina.cn` and what stands below them. */
export const isSinaHost = (host: string): boolean => /(?:^|\.)sina\.(?:com\.cn|cn)$/.test(host);

/**
 * Where a link of Sina's official RSS feeds leads: until about 2016 they gave `http://go.rss.sina.com.cn/redirect.php?url=`
 * and the address, often without percent-encoding. Any other URL is returned as it is.
 */
export function unwrapRedirect(url: URL): URL {
  if (url.hostname !== 'go.rss.sina.com.cn') return url;
  const bare = /[?&]url=(https?:\/\/.+)$/i.exec(url.href)?.[1];
  return parseHttpUrl(bare ?? url.searchParams.get('url') ?? '') ?? url;
}

function isTracking(pair: string, host: string): boolean {
  const name = pair.replace(/=.*/s, '').toLowerCase();
  return name === '' || name.startsWith(TRACKING_PREFIX) || TRACKING.has(name) || (isSinaHost(host) && SINA_TRACKING.has(name));
}
