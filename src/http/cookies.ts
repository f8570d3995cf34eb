import { isIP } from 'node:net';

/** A cookie of the user's browser. */
export interface Cookie {
  domain: string;
  /** Hosts below the domain get it too. */
  withSubdomains: boolean;
  path: string;
  /** For https only. */
  secure: boolean;
  /** Milliseconds since the epoch; 0 for one that lasts as long as a browser is open. */
  expires: number;
  name: string;
  value: string;
}

/**
 * Reads a cookie file in the Netscape format, as browsers' extensions, curl and wget write it: seven fields a line,
 * with tabs between them: domain, with subdomains, path, secure, expiry in seconds, name, value.
 * @returns the cookies, or the number of the first line that is none
 */
export function parseCookieFile(text: string): Cookie[] | number {
  const cookies: Cookie[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    // Curl hides cookies from scripts of a page behind such a comment.
    const entry = line.replace(/^#HttpOnly_/, '');
    if (entry.trim() === '' || entry.startsWith('#')) continue;
    const cookie = parseCookie(entry);
    if (!cookie) return index + 1;
    cookies.push(cookie);
  }
  return cookies;
}

function parseCookie(line: string): Cookie | undefined {
  const [domain = '', subdomains = '', path = '', secure = '', expires = '', name = '', value] = line.split('\t');
  const isValid = domain !== '' && path.startsWith('/') && /^\d+(?:\.\d+)?$/.test(expires) && /^[!#-+\--:<-~]*$/.test(name);
  if (!isValid || value === undefined || !/^[ !#-+\--:<-~=";,]*$/.test(value)) return undefined;
  return {
    domain: domain.replace(/^\./, '').toLowerCase(),
    withSubdomains: subdomains.toUpperCase() === 'TRUE' || domain.startsWith('.'),
    path,
    secure: secure.toUpperCase() === 'TRUE',
    expires: Number(expires) * 1000,
    name,
    value,
  };
}

/** The Cookie header for an address (RFC 6265, 5.4); empty if no cookie is for it. */
export function cookieHeader(cookies: readonly Cookie[], url: URL, now: Date): string {
  return cookies
    .filter((cookie) => isFor(cookie, url, now))
    .map(({ name, value }) => (name === '' ? value : `${name}=${value}`))
    .join('; ');
}

function isFor({ domain, withSubdomains, path, secure, expires }: Cookie, { hostname, pathname, protocol }: URL, now: Date): boolean {
  const isBelow = withSubdomains && isIP(hostname) === 0 && hostname.endsWith(`.${domain}`);
  const isInside = pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
  return (hostname === domain || isBelow) && isInside && (!secure || protocol === 'https:') && (expires === 0 || expires > now.getTime());
}
