import type { ReadingOptions } from '../article/read-page.js';
import type { Article } from '../article/types.js';
import { readWholeArticle } from '../article/whole-article.js';
import { stopIfInterrupted } from '../interrupt.js';
import { openNetwork, type NetworkOptions } from './network.js';

export interface FetchArticleOptions extends Pick<ReadingOptions, 'rules' | 'seenAt'> {
  /** How hosts are asked. */
  network?: NetworkOptions | undefined;
  /** Ends it with `interrupted`. */
  signal?: AbortSignal | undefined;
}

/**
 * Gets a page and all that continue it, and reads its article. Nothing is written.
 * @param url absolute http(s) address
 * @throws NewsScrapeError what `readWholeArticle` throws; `url_unsupported`, `network`, `timeout`, `http_status`,
 *   `too_many_redirects`, `too_large`, `private_address`, `robots`, `robots_unreachable`; `interrupted`
 */
export async function fetchArticle(url: string, { network, signal, ...reading }: FetchArticleOptions = {}): Promise<Article> {
  stopIfInterrupted(signal);
  const page = { kind: 'http' as const, location: url };
  const { sourcesOf, close } = await openNetwork([page], network, signal);
  const sources = sourcesOf(page);
  try {
    return await readWholeArticle(await sources.page(url), (next) => sources.page(next), reading);
  } catch (error) {
    stopIfInterrupted(signal);
    throw error;
  } finally {
    await close();
  }
}
