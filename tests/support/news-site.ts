import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { openOutputFolder } from '../../src/archive/output-folder.js';
import { openPreviewStore } from '../../src/archive/preview-store.js';
import type { ArticleStore } from '../../src/archive/store.js';
import { openFilter, type FilterOptions } from '../../src/cli/options/filter.js';
import type { ArticleEvent } from '../../src/articles/run.js';
import { resolveFeed } from '../../src/feeds/resolve.js';
import { createClient } from '../../src/http/client.js';
import type { HttpClient } from '../../src/http/types.js';
import type { Outcome } from '../../src/outcome.js';
import { fileNameKey, uniqueFileName } from '../../src/post/file-name.js';
import { DEFAULT_FORM } from '../../src/post/form.js';
import { refreshArticles, type RefreshFilter } from '../../src/refresh.js';
import { runFeeds, type RunEvent } from '../../src/run.js';
import { createSources } from '../../src/sources.js';
import { afterEach, beforeEach } from 'vitest';
import { emptyFolder } from './cli.js';
import { financePage } from './pages.js';
import { startServer, type TestServer } from './server.js';

const NAMING = { unique: uniqueFileName, key: fileNameKey };
/** The catalogue's channels that the site has, by the number that the roll API knows them by. */
const CHANNELS: Readonly<Record<string, string>> = { '1686': 'sina/china', '1687': 'sina/macro' };

/** An article of the site; tests change it as an editor would. */
export interface SiteArticle {
  id: string;
  title: string;
  text: string;
  /** Feeds that list it. */
  feeds: string[];
  /** Epoch seconds. */
  ctime: number;
  mtime: number;
  /** Answered in place of the page. */
  status?: number | undefined;
  /** With that status. */
  retryAfter?: string;
  /** Made into the page in place of the usual template. */
  html?: ((article: SiteArticle) => string) | undefined;
}

/** A site of Sina's kind on loopback: two channels of the roll API, and pages with an ETag. */
export class Site {
  readonly articles = new Map<string, SiteArticle>();
  isDown = false;
  /** The article that stands before all newer ones. */
  pinned?: string;
  /** Page of the roll API, from 1, that cannot be had. */
  brokenPage?: number | undefined;

  private constructor(private readonly server: TestServer, readonly client: HttpClient) {}

  static async start(): Promise<Site> {
    let site: Site | undefined = undefined;
    const server = await startServer((request, response) => {
      const { status, headers = {}, body = '' } = (site)?.answer(request.url ?? '', request.headers['if-none-match']) ?? { status: 404 };
      response.writeHead(status, headers).end(body);
    });
    const client = createClient({ loopbackPort: Number(new URL(server.origin).port), delay: 0, retries: 0, ignoreRobots: true });
    return (site = new Site(server, client));
  }

  add(article: Partial<SiteArticle> & { id: string }): SiteArticle {
    const ctime = article.ctime ?? 1_795_000_000;
    const whole = { title: `港口新闻${article.id}`, text: `${article.id}号泊位今起启用。`.repeat(20), feeds: ['sina/china'], ctime, mtime: ctime, ...article };
    this.articles.set(article.id, whole);
    return whole;
  }

  /** Paths of pages asked for since the last look. */
  takeRequests(): string[] {
    return this.server.requests.splice(0).filter((url) => url.includes('/doc-i'));
  }

  async close(): Promise<void> {
    await this.client.close();
    await this.server.close();
  }

  /** Pages of feeds asked for since the last look. */
  takeFeedRequests(): number {
    return this.server.requests.splice(0).filter((url) => url.includes('/roll/get')).length;
  }

  private answer(url: string, etag: string | undefined): { status: number; headers?: Record<string, string>; body?: string } {
    const { pathname, searchParams } = new URL(url, 'http://site');
    if (this.isDown || (searchParams.has('page') && Number(searchParams.get('page')) === this.brokenPage)) return { status: 503 };
    if (pathname === '/api/roll/get') return { status: 200, body: this.roll(searchParams) };
    const article = this.articles.get(/\/doc-i(\w+)\.shtml$/.exec(pathname)?.[1] ?? '');
    if (!article) return { status: 404 };
    if (article.status !== undefined) return { status: article.status, headers: article.retryAfter === undefined ? {} : { 'retry-after': article.retryAfter } };
    const body = article.html?.(article) ?? financePage(article);
    const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 12)}"`;
    return etag === tag ? { status: 304 } : { status: 200, headers: { 'content-type': 'text/html', etag: tag }, body };
  }

  private roll(query: URLSearchParams): string {
    const feed = CHANNELS[query.get('lid') ?? ''] ?? '';
    const [num, page] = [Number(query.get('num')), Number(query.get('page'))];
    const listed = [...this.articles.values()].filter(({ feeds }) => feeds.includes(feed)).sort((a, b) => Number(b.id === this.pinned) - Number(a.id === this.pinned) || b.ctime - a.ctime);
    const data = listed.slice((page - 1) * num, page * num).map(({ id, title, ctime, mtime }) => {
      return { docid: `comos:${id}`, title, url: `http://finance.sina.com.cn/china/doc-i${id}.shtml`, ctime: String(ctime), mtime: String(mtime) };
    });
    return JSON.stringify({ result: { status: { code: 0 }, data } });
  }
}

/** What a person does with the site and a folder of posts. */
export class Reader {
  now = new Date(1_795_000_000_000);
  /** The events of the last run. */
  events: RunEvent[] = [];

  constructor(private readonly site: Site, readonly dir: string) {}

  fetch(feeds: readonly string[], options: { update?: boolean; limit?: number; since?: Date; filter?: FilterOptions; catchUp?: boolean; dryRun?: boolean } = {}): Promise<Outcome[]> {
    const { update, limit, since, filter = {}, catchUp, dryRun } = options;
    const again = update ? ({ take: 'changed', force: false } as const) : undefined;
    return openFilter(filter).then((opened) => this.inStore(dryRun, (store) => runFeeds(feeds.map(resolveFeed), store, this.sources(), { limit, since, catchUp, filter: opened, again, form: DEFAULT_FORM })));
  }

  refresh({ force = false, dryRun, ...filter }: RefreshFilter & { force?: boolean; dryRun?: boolean } = {}): Promise<Outcome[]> {
    return this.inStore(dryRun, (store) => refreshArticles(store, { sources: this.sources(), options: { again: { take: 'all', force }, form: DEFAULT_FORM } }, filter));
  }

  private sources(): ReturnType<typeof createSources> {
    const none = (): Promise<Uint8Array> => Promise.resolve(new Uint8Array());
    return createSources({ client: this.site.client, readFile: none, readStdin: none, now: () => this.now });
  }

  private async inStore(dryRun: boolean | undefined, run: (store: ArticleStore) => AsyncIterable<RunEvent>): Promise<Outcome[]> {
    const store = dryRun ? await openPreviewStore(this.dir, NAMING) : await openOutputFolder(this.dir, NAMING);
    this.events = [];
    try {
      for await (const event of run(store)) this.events.push(event);
    } finally {
      await store.close();
    }
    return this.events.filter((event): event is ArticleEvent => event.type === 'article').map(({ outcome }) => outcome);
  }
}

/** What each test of a file has for itself. */
export interface OwnSite {
  /** Of posts, empty. */
  dir: string;
  site: Site;
  reader: Reader;
}

/**
 * A new folder, site and reader for every test of a file.
 * @param give takes them before each test
 * @param now epoch seconds of the reader's clock
 */
export function useOwnSite(give: (own: OwnSite) => void, now?: number): void {
  let own: OwnSite | undefined;
  beforeEach(async () => {
    const [dir, site] = [emptyFolder(), await Site.start()];
    own = { dir, site, reader: new Reader(site, dir) };
    if (now !== undefined) own.reader.now = new Date(now * 1000);
    give(own);
  });
  afterEach(async () => {
    await own?.site.close();
    rmSync(own?.dir ?? '', { recursive: true, force: true });
  });
}

/** Names of the posts in a folder. */
export const postsIn = (dir: string): string[] => readdirSync(dir).filter((name) => name.endsWith('.md')).sort();
