import { parseHttpUrl, unwrapRedirect, withoutTracking } from '../url.js';

/**
 * The form of a URL in which two addresses of one page are equal: https in place of http, no fragment, credentials or
 * default port, lower-case host (all as in the WHATWG URL standard), no tracking parameters; the others keep order and
 * spelling. Sina's RSS redirects are replaced by where they lead. For comparing only: the page may not answer there.
 * @returns `url` trimmed where it is not an absolute http(s) URL
 */
export function canonicalUrl(url: string): string {
  const parsed = parseHttpUrl(url.trim());
  if (!parsed) return url.trim();
  const canonical = withoutTracking(unwrapRedirect(parsed));
  canonical.protocol = 'https:';
  canonical.hash = '';
  canonical.username = '';
  canonical.password = '';
  return canonical.href;
}
