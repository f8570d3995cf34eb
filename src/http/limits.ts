/** Limits of one request. Sizes are bytes after decompression, times are milliseconds. */
export const LIMITS = {
  feedBytes: 32 * 1024 * 1024,
  pageBytes: 16 * 1024 * 1024,
  redirects: 10,
  /** Stacked content encodings; servers send one, bombs send many. */
  encodings: 3,
  connectTimeout: 15_000,
  headersTimeout: 30_000,
  bodyTimeout: 30_000,
  /** For the whole exchange, redirects and body included. */
  deadline: 90_000,
} as const;

/**
 * A desktop browser's User-Agent with our name behind it: Sina sends mobile ones to a gateway page, and an honest
 * name lets a site's owner tell us apart.
 */
export const USER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 news-scrape/0.1';
