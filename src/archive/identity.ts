import { hideSecrets } from '../hide.js';
import { isSinaHost, parseHttpUrl } from '../url.js';
import { canonicalUrl } from './canonical-url.js';

export { canonicalUrl } from './canonical-url.js';

/** What a feed or a page tells about an article that can tell it from others. */
export interface Identifiable {
  /** The publisher's own document id. */
  docid?: string | undefined;
  /** Any of its addresses; empty if there is none. */
  url: string;
  /** RSS 2.0 `<guid>`, Atom `<id>`, JSON Feed `id`. */
  guid?: string | undefined;
}

/** The name of an article, empty if nothing is known of it, and the others by which it may come again. */
export interface Identity {
  id: string;
  aliases: string[];
}

/** Addresses of Sina's pages that carry the document id; one article has several of them. */
const DOCUMENT_PATHS: readonly { path: RegExp; id: string }[] = [
  // finance, news, tech; columns; US stocks. The letter i is no part of the id: doc-inihefve8236522 is nihefve8236522
  { path: /^.*\/(?:doc|zl|us)-i([a-z0-9]+)\.shtml$/, id: 'comos:$1' },
  // finance.sina.cn and other mobile hosts; regional channels
  { path: /^.*\/detail-i([a-z0-9]+)\.(?:d\.html|shtml)$/, id: 'comos:$1' },
  // k.sina.com.cn, k.sina.cn
  { path: /^.*\/article_([a-z0-9]+)_([a-z0-9]+)\.html$/, id: 'kandian:$1-$2' },
  // t.cj.sina.com.cn, cj.sina.cn
  { path: /^.*\/articles\/view\/([a-z0-9]+)\/([a-z0-9]+)\/?$/, id: 'kandian:$1-$2' },
];

/**
 * Names an article: by the site's document id, else by its canonical URL, else by its guid. The title is no part of
 * it, for titles change and repeat. Names stand in files, so that a digest stands in them for what is secret.
 * @param item with a guid that no other feed uses for something else
 * @returns the strongest name as `id`, empty if nothing is known, and all others without repetition as `aliases`
 */
export function identify(item: Identifiable): Identity {
  const url = canonicalUrl(item.url);
  const names = new Set([item.docid ?? '', documentId(url), url, item.guid ?? ''].map(hideSecrets));
  names.delete('');
  const [id = '', ...aliases] = names;
  return { id, aliases };
}

function documentId(url: string): string {
  const { hostname = '', pathname = '' } = parseHttpUrl(url) ?? {};
  const row = isSinaHost(hostname) ? DOCUMENT_PATHS.find(({ path }) => path.test(pathname)) : undefined;
  return row ? pathname.replace(row.path, row.id) : '';
}
