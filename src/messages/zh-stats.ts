import type { RunCounts } from '../archive/run-history.js';
import { STATUSES } from '../outcome.js';
import { countsOfRun } from '../stats/run-counts.js';
import type { Catalogue } from './messages.js';

const WORDS: Readonly<Record<keyof RunCounts, string>> = { written: '写入', updated: '更新', unchanged: '未变', skipped: '跳过', failed: '失败' };

const inWords = (counts: RunCounts): string =>
  STATUSES.flatMap((status) => (counts[status] === undefined ? [] : [`${WORDS[status]} ${counts[status]} 篇`])).join('，');

/** `stats` 的输出，浏览页面也用这些数字。 */
export const zhStats: Catalogue['stats'] = {
  description: '显示一个文件夹里的博文情况：每天的文章、订阅源、失败、历次运行',
  argument: '博文文件夹，或博客的根目录；默认与 fetch 相同',
  days: '显示多少天',
  expectedDays: (most) => `1 到 ${most} 的整数`,
  json: '以 JSON 输出全部内容',
  unknown: (folder) => `${folder}: 还没有任何一次运行在此写入过内容。请先运行 news-scrape fetch，或指定别的文件夹。`,
  articles: ({ written, skipped, failed }) => `有博文的文章 ${written} 篇，跳过 ${skipped} 篇，失败 ${failed} 篇`,
  perDay: (days) => `最近 ${days} 天的文章`,
  failures: (number) => `失败 ${number} 次`,
  feeds: '订阅源',
  feed: (newest, failed) => [newest && `最新 ${newest}`, failed > 0 && `失败 ${failed} 篇`].filter(Boolean).join('，'),
  failing: '最近失败的文章',
  runs: '最近的运行（UTC 时间）',
  seconds: (seconds) => `${seconds} 秒`,
  run: (run) =>
    [inWords(countsOfRun(run)) || '没有文章', run.failedFeeds.length > 0 && `失败的订阅源：${run.failedFeeds.join('、')}`, run.stopped && '中途停止'].filter(Boolean).join('；'),
};
