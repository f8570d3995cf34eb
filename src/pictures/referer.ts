/** Hosts that refuse pictures to readers who come from elsewhere, and where their readers come from. */
const OWN_PAGES: readonly { host: string; referer: string }[] = [
  // Answers 403 to some foreign referers.
  { host: 'sinaimg.cn', referer: 'https://finance.sina.com.cn/' },
];

/**
 * The Referer with which a browser asks for a picture of a page: of a page elsewhere no more than its origin
 * (`strict-origin-when-cross-origin`).
 * @returns undefined for a page without address
 */
export function refererFor(picture: string, page: string): string | undefined {
  const { hostname, origin } = new URL(picture);
  const row = OWN_PAGES.find(({ host }) => hostname === host || hostname.endsWith(`.${host}`));
  if (row) return row.referer;
  const from = URL.canParse(page) ? new URL(page) : undefined;
  if (!from || !/^https?:$/.test(from.protocol) || (from.protocol === 'https:' && picture.startsWith('http:'))) return undefined;
  return from.origin === origin ? `${from.origin}${from.pathname}${from.search}` : `${from.origin}/`;
}
