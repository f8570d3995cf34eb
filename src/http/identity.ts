import { cookieHeader, type Cookie } from './cookies.js';
import { parseHttpUrl } from '../url.js';
import { USER_AGENT } from './limits.js';
import type { Kind } from './types.js';

/** How the program presents itself and whom it trusts with what the user gave it. */
export interface Identity {
  /** In place of a desktop browser's with the name of the program behind it. */
  userAgent?: string | undefined;
  /** Headers of the user's own, as name and value. */
  headers?: readonly (readonly [string, string])[] | undefined;
  cookies?: readonly Cookie[] | undefined;
  /**
   * Origins that the user named: those of the feeds, or of the one page. Each has the user name and password that
   * stood in its address, as an Authorization header, or undefined.
   */
  named?: ReadonlyMap<string, string | undefined> | undefined;
}

/** What the user named: its address, and the Authorization header for what stood before the host. */
export interface Named {
  location: string;
  authorization?: string | undefined;
}

/** The origins of what the user named; what stands in files has none. */
export function namedOrigins(named: readonly Named[]): Map<string, string | undefined> {
  return new Map(named.flatMap(({ location, authorization }): [string, string | undefined][] => {
    const url = parseHttpUrl(location);
    return url ? [[url.origin, authorization]] : [];
  }));
}

/** Of no use to a thief; all other headers of the user's own go to the origins that the user named and to no other. */
const HARMLESS = new Set(['accept', 'accept-language', 'cache-control', 'dnt', 'pragma', 'referer', 'sec-gpc']);

const ACCEPT: Readonly<Record<Kind, string>> = {
  feed: 'application/json,application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.8',
  page: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  picture: 'image/avif,image/webp,image/png,image/*;q=0.9,*/*;q=0.5',
  robots: 'text/plain,*/*;q=0.8',
};

/**
 * The headers of a request to `url`.
 * @param extra headers that this kind of feed or picture wants
 * @returns `isPersonal`: true if what is sent is for this origin alone
 */
export function headersFor(
  url: URL,
  kind: Kind,
  extra: Readonly<Record<string, string>>,
  { userAgent = USER_AGENT, headers = [], cookies = [], named = new Map() }: Identity,
): { headers: Record<string, string>; isPersonal: boolean } {
  const isNamed = named.has(url.origin);
  const own = headers.filter(([name]) => isNamed || HARMLESS.has(name));
  const authorization = named.get(url.origin);
  const fromUser = Object.fromEntries(own);
  const cookie = [fromUser.cookie ?? '', cookieHeader(cookies, url, new Date())].filter(Boolean).join('; ');
  return {
    headers: {
      'user-agent': userAgent,
      accept: ACCEPT[kind],
      'accept-language': 'zh-CN,zh;q=0.9,en;q=0.6',
      'accept-encoding': 'gzip, br',
      ...Object.fromEntries(Object.entries(extra).map(([name, value]) => [name.toLowerCase(), value])),
      ...(authorization !== undefined && { authorization }),
      ...fromUser,
      ...(cookie && { cookie }),
    },
    isPersonal: cookie !== '' || authorization !== undefined || own.some(([name]) => !HARMLESS.has(name)),
  };
}
