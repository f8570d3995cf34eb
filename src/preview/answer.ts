import { isNewsScrapeError } from '../errors.js';
import { messages } from '../messages/messages.js';
import { html, type Html } from './html.js';
import { articlePage } from './pages/article.js';
import { layout } from './pages/layout.js';
import { listPage } from './pages/list.js';
import { runsPage } from './pages/runs.js';
import type { PreviewSite } from './site.js';
import { STYLE } from './style.js';

export interface Request {
  method: string;
  /** Path and query. */
  url: string;
  /** The `Host` header. */
  host: string;
}

export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | Uint8Array;
}

/** Nothing runs, nothing is sent anywhere, nothing is loaded but pictures; the sites of those do not learn who looks. */
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self' http: https: data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const HEADERS = { 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
const TYPES: Readonly<Record<string, string>> = { jpg: 'image/jpeg', png: 'image/png', gif: 'image/gif', webp: 'image/webp', avif: 'image/avif', bmp: 'image/bmp' };
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i;

/**
 * Answers a request for a page of the site. A browser that was led here under another host name gets nothing: pages of
 * that name could read the answer (DNS rebinding).
 */
export async function answer({ method, url, host }: Request, site: PreviewSite): Promise<Answer> {
  if (!LOOPBACK.test(host)) return page(421, message(messages.preview.otherHost));
  if (method !== 'GET' && method !== 'HEAD') return { ...page(405, message(messages.preview.readOnly)), headers: { ...HEADERS, allow: 'GET, HEAD', 'content-type': 'text/html; charset=utf-8' } };
  try {
    return (await route(new URL(url, 'http://localhost'), site)) ?? page(404, message(messages.preview.notFound));
  } catch (error) {
    return page(500, message(isNewsScrapeError(error) ? error.message : String(error)));
  }
}

async function route({ pathname, searchParams }: URL, site: PreviewSite): Promise<Answer | undefined> {
  if (pathname === '/') return page(200, await listPage(site, searchParams));
  if (pathname === '/runs') return page(200, await runsPage(site));
  if (pathname === '/style.css') return { status: 200, headers: { ...HEADERS, 'content-type': 'text/css; charset=utf-8' }, body: STYLE };
  if (pathname === '/article') {
    const found = await articlePage(site, searchParams.get('id') ?? '');
    return found && page(200, found);
  }
  const picture = /^\/picture\/([\w-]{1,64}\/[0-9a-f]{16}\.([a-z]{3,4}))$/.exec(pathname);
  const [, path = '', extension = ''] = picture ?? [];
  const [type, body] = [TYPES[extension], picture ? await site.picture(path) : undefined];
  return type === undefined || !body ? undefined : { status: 200, headers: { ...HEADERS, 'content-type': type }, body };
}

const message = (text: string): Html => layout(text, '', html`<h1>${text}</h1>`);

function page(status: number, { text }: Html): Answer {
  return { status, headers: { ...HEADERS, 'content-type': 'text/html; charset=utf-8' }, body: text };
}
