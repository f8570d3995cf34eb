import { fileURLToPath } from 'node:url';
import leven from 'leven';
import { NewsScrapeError, deepestCause } from '../errors.js';
import { hideSecrets } from '../hide.js';
import { basicAuthorization, parseHttpUrl, withoutUserinfo } from '../url.js';
import { CATALOGUE, SINA_IMAGE, channelById, channelByNumbers, channelTitle } from './catalogue.js';
import { alternativeFor } from './retired.js';
import { isRollUrl, rollPage, rollUrl } from './roll-url.js';
import type { FeedDefaults, FeedSource } from './types.js';

const SINA = '新浪财经';
const DEMO_URL = 'http://feed.mix.sina.com.cn/api/roll/get?pageid=155&lid=1686';
const MOST_SUGGESTIONS = 3;

/**
 * What the user's word for a feed means: a catalogue id, `sina/<pageid>/<lid>`, `demo`, an http(s) URL, `-` for
 * standard input, else a file (its path or `file:` URL). Nothing is opened.
 *
 * @throws NewsScrapeError `feed_unknown` for a misspelt id or a broken URL, `url_unsupported` for another scheme,
 * `feed_file_unreadable` for a `file:` URL that names no local file.
 */
export function resolveFeed(argument: string): FeedSource {
  if (argument === '-') return { id: '-', kind: 'stdin', location: '-', defaults: {} };
  if (argument === 'demo') return demoSource();
  return channelSource(argument) ?? urlSource(argument) ?? nameSource(argument);
}

function channelSource(argument: string): FeedSource | undefined {
  const named = channelById(argument);
  if (named) return rollSource(named.id, rollUrl(String(named.pageid), String(named.lid)));
  const [, pageid, lid] = /^sina\/(\d+)\/(\d+)$/.exec(argument) ?? [];
  if (pageid === undefined || lid === undefined) return undefined;
  return rollSource(channelByNumbers(pageid, lid)?.id ?? argument, rollUrl(pageid, lid));
}

function urlSource(argument: string): FeedSource | undefined {
  const url = parseHttpUrl(argument);
  if (url) return httpSource(argument, url);
  if (/^file:/i.test(argument)) return fileSource(argument, pathOfFileUrl(argument));
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(argument)?.[1];
  if (scheme === undefined) return undefined;
  throw /^https?$/i.test(scheme) ? unknownFeed(argument) : new NewsScrapeError('url_unsupported', { url: argument });
}

/** No secret has any business in the id, which stands in the archive, in JSON, in messages and in names of files. */
function httpSource(argument: string, typed: URL): FeedSource {
  const authorization = basicAuthorization(typed);
  const url = withoutUserinfo(typed);
  const id = hideSecrets(authorization === undefined ? argument : url.href);
  const source = isRollUrl(url) ? rollSource(id, url) : webSource(id, url);
  return authorization === undefined ? source : { ...source, authorization };
}

function nameSource(argument: string): FeedSource {
  if (isMisspeltId(argument)) throw unknownFeed(argument);
  return fileSource(argument, argument);
}

function demoSource(): FeedSource {
  const source = rollSource('demo', new URL(DEMO_URL));
  return { ...source, kind: 'demo', defaults: { ...source.defaults, title: `${SINA}－演示` } };
}

function rollSource(id: string, url: URL): FeedSource {
  const alternative = alternativeFor(url);
  return {
    id,
    kind: 'http',
    location: rollPage(url, 1).href,
    headers: { Referer: 'https://news.sina.com.cn/' },
    pageUrl: (page) => rollPage(url, page).href,
    defaults: sinaDefaults(url),
    ...(alternative !== undefined && { alternative }),
  };
}

function sinaDefaults(url: URL): FeedDefaults {
  const pageid = url.searchParams.get('pageid') ?? '';
  const lid = url.searchParams.get('lid') ?? '';
  const name = channelByNumbers(pageid, lid)?.name ?? [pageid, lid].filter(Boolean).join('-');
  return { title: channelTitle({ name }), categories: ['金融', SINA], author: SINA, image: SINA_IMAGE };
}

function webSource(id: string, url: URL): FeedSource {
  const alternative = alternativeFor(url);
  return { id, kind: 'http', location: url.href, defaults: {}, ...(alternative !== undefined && { alternative }) };
}

function fileSource(id: string, path: string): FeedSource {
  return { id, kind: 'file', location: path, defaults: {} };
}

function pathOfFileUrl(url: string): string {
  try {
    return fileURLToPath(url);
  } catch (error) {
    throw new NewsScrapeError('feed_file_unreadable', { file: url, detail: deepestCause(error) }, { cause: error });
  }
}

/** Ids have no dot, and but for the slash of `sina/` no separator: anything else is a path. */
function isMisspeltId(argument: string): boolean {
  return /^(?:sina\/[^.]*|[^./\\]*)$/i.test(argument);
}

function unknownFeed(feed: string): NewsScrapeError {
  return new NewsScrapeError('feed_unknown', { feed, nearest: nearestIds(feed) });
}

function nearestIds(argument: string): string[] {
  const word = shortName(argument.toLowerCase());
  const limit = Math.ceil(word.length / 3);
  return ['demo', ...CATALOGUE.map((channel) => channel.id)]
    .map((id) => ({ id, distance: leven(word, shortName(id)) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ id }) => id);
}

function shortName(id: string): string {
  return id.replace(/^sina\//, '');
}
