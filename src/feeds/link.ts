import { absoluteUrl, unwrapRedirect, withoutUserinfo } from '../url.js';

/** The absolute http(s) address that a feed at `base` means by `link`, out of Sina's RSS redirect; empty if none. */
export function absoluteLink(link: string, base: string): string {
  const url = absoluteUrl(link, base);
  return url ? withoutUserinfo(unwrapRedirect(url)).href : '';
}
