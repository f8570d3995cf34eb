import assert from 'node:assert/strict';
import robotsParser, { type Robot } from 'robots-parser';
import { NewsScrapeError, isNewsScrapeError } from '../errors.js';

/** The package is the function itself, which its types take for an export of a module. */
const parse = (url: string, text: string): Robot => {
  const parser: unknown = robotsParser;
  assert(isParser(parser));
  return parser(url, text);
};
const isParser = (value: unknown): value is typeof parse => typeof value === 'function';

/** The name by which a robots.txt may address us. */
const OUR_NAME = 'news-scrape';
/** Milliseconds; a site that asks for more than this between two requests gets this. */
const LONGEST_CRAWL_DELAY = 30_000;

export interface RobotsOptions {
  userAgent: string;
  /** The text of a robots.txt. */
  load: (url: URL, signal: AbortSignal | undefined) => Promise<string>;
  /** Told what a site asks for between two requests, in milliseconds. */
  slowDown: (url: URL, delay: number) => void;
}

/** What each origin's robots.txt (RFC 9309) allows; each is read once. */
export class Robots {
  private readonly files = new Map<string, Promise<Robot | NewsScrapeError>>();
  private readonly agent: string;

  constructor(private readonly options: RobotsOptions) {
    this.agent = options.userAgent.includes(OUR_NAME) ? OUR_NAME : (/^[\w-]+/.exec(options.userAgent)?.[0] ?? OUR_NAME);
  }

  /**
   * @throws NewsScrapeError `robots` if the site does not want this page fetched; `robots_unreachable`, `network` or
   *   `timeout` if it cannot be known, which forbids it for now
   */
  async check(url: URL, signal?: AbortSignal): Promise<void> {
    const file = this.files.get(url.origin) ?? this.read(url, signal);
    this.files.set(url.origin, file);
    const robot = await file;
    if (robot instanceof NewsScrapeError) throw failureOf(url.href, robot);
    if (robot.isAllowed(url.href, this.agent) === false) throw new NewsScrapeError('robots', { url: url.href });
  }

  private async read(page: URL, signal: AbortSignal | undefined): Promise<Robot | NewsScrapeError> {
    const url = new URL('/robots.txt', page);
    try {
      const robot = parse(url.href, await this.options.load(url, signal));
      const seconds = robot.getCrawlDelay(this.agent) ?? 0;
      if (seconds > 0) this.options.slowDown(url, Math.min(LONGEST_CRAWL_DELAY, seconds * 1000));
      return robot;
    } catch (error) {
      if (!isNewsScrapeError(error)) throw error;
      return forbids(error) ? error : parse(url.href, '');
    }
  }
}

/** Where there is no robots.txt all is allowed, but not where there may be one that cannot be had (RFC 9309, 2.3.1). */
function forbids(error: NewsScrapeError): boolean {
  if (isNewsScrapeError(error, 'http_status')) return error.params.status === 429 || error.params.status >= 500;
  return !isNewsScrapeError(error, 'too_many_redirects', 'url_unsupported');
}

/** The same failure told of the page; without its cause, for it is settled and not to be tried again for each page. */
function failureOf(url: string, error: NewsScrapeError): NewsScrapeError {
  if (isNewsScrapeError(error, 'network')) return new NewsScrapeError('network', { url, cause: error.params.cause });
  if (isNewsScrapeError(error, 'timeout')) return new NewsScrapeError('timeout', { url, seconds: error.params.seconds });
  if (isNewsScrapeError(error, 'private_address')) return new NewsScrapeError('private_address', { url, address: error.params.address });
  return new NewsScrapeError('robots_unreachable', { url, status: isNewsScrapeError(error, 'http_status') ? error.params.status : 0 });
}
