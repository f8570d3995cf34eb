import { parseDate } from '../dates.js';
import { NewsScrapeError } from '../errors.js';
import { absoluteLink } from './link.js';
import { isRecord, oneLine, textOf } from './text.js';
import type { FeedItem, ParsedFeed } from './types.js';

type Members = Readonly<Record<string, unknown>>;

/**
 * An answer of Sina's roll API: `{"result":{"status":{"code":0},"data":[...]}}`, where PHP may have made `data` an
 * object with numbers as keys. The feed's title is not in it.
 *
 * @throws NewsScrapeError `feed_api_status` for a status other than 0, `feed_no_data` without a list.
 */
export function readRoll(answer: Members, url: string): ParsedFeed {
  const result = isRecord(answer.result) ? answer.result : {};
  checkStatus(result, url);
  const { data } = result;
  if (!Array.isArray(data) && !isRecord(data)) throw new NewsScrapeError('feed_no_data', { url });
  const rows: unknown[] = Object.values(data);
  return { items: rows.filter(isRecord).map((row) => readRow(row, url)) };
}

function checkStatus(result: Members, url: string): void {
  const status = isRecord(result.status) ? result.status : {};
  const code = textOf(status.code);
  if (code !== '' && code !== '0') {
    throw new NewsScrapeError('feed_api_status', { url, status: code, message: oneLine(textOf(status.msg)) });
  }
}

function readRow(row: Members, url: string): FeedItem {
  const docid = textOf(row.docid).trim();
  const date = parseDate(textOf(row.ctime)) ?? parseDate(textOf(row.intime));
  const updated = parseDate(textOf(row.mtime));
  return {
    url: absoluteLink(textOf(row.url), url) || absoluteLink(textOf(row.wapurl), url),
    title: oneLine(textOf(row.title)) || oneLine(textOf(row.stitle)),
    categories: [],
    ...(docid && { docid }),
    ...(date && { date }),
    ...(updated && { updated }),
  };
}
