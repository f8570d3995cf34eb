const HTTP = /^https?:$/;

/** The text as an http(s) URL, or undefined. */
export function parseHttpUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return HTTP.test(url.protocol) ? url : undefined;
}

/**
 * The absolute http(s) address that `link` means in a document at `base`, out of Sina's RSS redirect; empty if there is
 * none. `base` may be anything: a feed read from a file has no address, and only its absolute links count.
 */
export function absoluteLink(link: string, base: string): string {
  const text = link.trim();
  if (text === '') return '';
  const from = parseHttpUrl(base);
  if (from) return URL.canParse(text, from.href) ? unwrapRedirect(parseHttpUrl(new URL(text, from).href)) : '';
  return unwrapRedirect(parseHttpUrl(text.startsWith('//') ? `https:${text}` : text));
}

/** Until about 2016 Sina's RSS gave `http://go.rss.sina.com.cn/redirect.php?url=` and the address, often unescaped. */
function unwrapRedirect(url: URL | undefined): string {
  if (!url) return '';
  if (url.hostname !== 'go.rss.sina.com.cn') return url.href;
  const target = /[?&]url=(https?:\/\/.+)$/i.exec(url.href)?.[1] ?? url.searchParams.get('url') ?? '';
  return parseHttpUrl(target)?.href ?? url.href;
}
