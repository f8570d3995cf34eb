import type { CheerioAPI } from 'cheerio';
import { absoluteUrl, withoutTracking } from '../../url.js';
import type { Trace } from '../trace.js';
import { elementsOf } from '../select.js';
import { texts } from './places.js';

/** The page's own canonical address if it is on the same site, else the address it was read from. */
export function canonicalAddress($: CheerioAPI, pageUrl: string, trace?: Trace): string {
  const [own] = texts($, ['link[rel="canonical"]@href', 'meta[property="og:url"]@content']);
  const decoded = own && /^https?%3A/i.test(own.text) ? decodeAddress(own.text) : own?.text;
  const canonical = absoluteUrl(decoded ?? '', pageUrl);
  const page = absoluteUrl(pageUrl, '');
  const isPage = canonical !== undefined && (!page || (canonical.pathname !== '/' && sameSite(canonical, page)));
  const chosen = isPage ? canonical : page;
  if (own && isPage) trace?.found('url', own.place, own.text);
  return chosen ? withoutTracking(chosen).href : '';
}

/** The address to which those of the page's links and pictures are relative: the page's own unless a `<base>` names another. */
export function baseAddress($: CheerioAPI, pageUrl: string): string {
  const [base] = elementsOf($, 'base[href]');
  return absoluteUrl(base?.attribs.href ?? '', pageUrl)?.href ?? pageUrl;
}

/** An address that was percent-encoded as a whole; empty where the encoding is broken. */
function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return '';
  }
}

/** True if both hosts end in the same two labels: `k.sina.com.cn` and `news.sina.com.cn` share `com.cn`, so three there. */
export function sameSite(a: URL, b: URL): boolean {
  const site = ({ hostname }: URL): string => {
    const labels = hostname.split('.');
    const short = (labels.at(-2)?.length ?? 0) <= 3 && (labels.at(-1)?.length ?? 0) === 2;
    return labels.slice(short ? -3 : -2).join('.');
  };
  return site(a) === site(b);
}
