import { HOMEPAGE, VERSION } from '../version.js';
import type { Kind } from './types.js';

const MIB = 1024 * 1024;

/** Largest bodies, in bytes after decompression. */
export const MAX_BYTES: Readonly<Record<Kind, number>> = { feed: 32 * MIB, page: 3 * MIB, picture: 16 * MIB, robots: MIB / 2 };

/** Limits of one fetch; times are milliseconds. */
export const LIMITS = {
  redirects: 10,
  /** Requests to one host at once. */
  concurrency: 4,
  /** Between the starts of two requests to one host. */
  delay: 200,
  /** Further attempts after a failure that may pass. */
  retries: 3,
  /** Stacked content encodings; servers send one, bombs send many. */
  encodings: 3,
  connectTimeout: 15_000,
  headersTimeout: 30_000,
  bodyTimeout: 30_000,
  /** For the whole fetch: redirects, bodies and all attempts. */
  deadline: 90_000,
  /** How much of the body of a redirect or an error is read to keep its connection. */
  dumpBytes: 16 * 1024,
} as const;

const contact = HOMEPAGE === undefined ? '' : ` (+${HOMEPAGE})`;

/**
 * A desktop browser's User-Agent with our name behind it: Sina sends mobile ones to a gateway page, and an honest name
 * lets a site's owner tell us apart.
 */
export const USER_AGENT =
  `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 news-scrape/${VERSION}${contact}`;
