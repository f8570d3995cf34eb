import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { listenOnLoopback, type LoopbackServer } from '../loopback.js';
import { PACKAGE_ROOT } from '../package-root.js';

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

const ROOT = fileURLToPath(new URL('fixtures/demo/', PACKAGE_ROOT));
const GATEWAY = 'https://sina.cn/gateway.html';
const ROLL_API = 'feed.mix.sina.com.cn/api/roll/get';
const LARGEST_ROLL_PAGE = 50;
const MOBILE_BROWSER = /Mobile|Android|iPhone/;

// The real hosts name no charset for HTML: a reader has to find it in the page.
const HTML = 'text/html';
const TYPES: Readonly<Record<string, string>> = { '.json': 'application/json', '.xml': 'text/xml', '.png': 'image/png' };

/**
 * Serves a small Sina site on a free loopback port. The Host header and the path of a request name a file of
 * `fixtures/demo`, which is sent byte for byte; the roll API honours `page` and `num`; browsers of phones are sent to
 * a gateway page in place of an article, as the real site does; anything else is answered with 404.
 */
export function startDemoSite(): Promise<LoopbackServer> {
  return listenOnLoopback((request, response) => void respond(request, response));
}

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Whatever cannot be parsed, decoded or read is not on this site.
  const { status, headers, body } = await answer(request).catch(
    (): Answer => ({ status: 404, headers: { 'content-type': HTML }, body: '<title>404 Not Found</title>' }),
  );
  response.writeHead(status, headers).end(body);
}

async function answer({ url = '/', headers }: IncomingMessage): Promise<Answer> {
  const host = (headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const { pathname, searchParams } = new URL(`http://demo${url}`);
  const name = host + decodeURIComponent(pathname);
  if (name === ROLL_API) return rollPage(searchParams);
  const type = TYPES[path.extname(name)] ?? HTML;
  if (type === HTML && host.endsWith('.sina.com.cn') && MOBILE_BROWSER.test(headers['user-agent'] ?? '')) {
    return { status: 302, headers: { location: GATEWAY }, body: '' };
  }
  return { status: 200, headers: { 'content-type': type }, body: await readFile(inside(name)) };
}

/** The part of the roll API's answer that `page` (from 1) and `num` ask for; past the end, one without rows. */
async function rollPage(query: URLSearchParams): Promise<Answer> {
  const num = Number(query.get('num')) || LARGEST_ROLL_PAGE;
  const start = ((Number(query.get('page')) || 1) - 1) * num;
  const onePage = (key: string, value: unknown): unknown =>
    key === 'data' && Array.isArray(value) ? value.slice(start, start + num) : value;
  const body = JSON.stringify(JSON.parse(await readFile(inside(`${ROLL_API}.json`), 'utf8'), onePage));
  return { status: 200, headers: { 'content-type': 'application/json' }, body };
}

/** The path of a served file; neither `..` nor an encoded separator leads out of the site's folder. */
function inside(name: string): string {
  const file = path.join(ROOT, name);
  if (!file.startsWith(ROOT)) throw new RangeError(`${name} is outside the demo site`);
  return file;
}
