import type { Status } from '../outcome.js';
import type { Catalogue } from './messages.js';

const states: Readonly<Record<Status, string>> = { written: '写入', updated: '更新', unchanged: '未变', skipped: '略过', failed: '失败' };

function countsInWords(counts: Readonly<Record<Status, number>>): string {
  const { written, updated, unchanged, skipped, failed } = counts;
  return `写入 ${written}，${updated > 0 ? `更新 ${updated}，` : ''}未变 ${unchanged}，略过 ${skipped}，失败 ${failed}`;
}

/** 用人们惯用的单位表示。 */
function duration(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} 秒`;
  return seconds < 100 * 60 ? `${Math.ceil(seconds / 60)} 分钟` : `${Math.ceil(seconds / 3600)} 小时`;
}

/** 运行过程中和结束时的输出。 */
export const zhTelling: Catalogue['telling'] = {
  error: (message) => `news-scrape: ${message}`,
  unexpected: (name, detail) => `这是本程序自身的错误，不是用法问题：${name}: ${detail}。请反馈以上内容和所用的命令；加上 --verbose 可以看到出错的位置。`,
  standardOutput: '标准输出',
  feedFailed: (message, failures, isPartly) =>
    `订阅源失败${failures > 1 ? `（连续 ${failures} 次运行）` : ''}：${message}${isPartly ? '在此之前的内容已取用，其余的下次运行再取。' : ''}`,
  recovered: (feed, failures, since) => `已恢复：${feed}，自 ${since.slice(0, 16).replace('T', ' ')} UTC 起有 ${failures} 次运行失败`,
  feedDone: (feed, articles) => `订阅源读取完毕：${feed}：${countsInWords(articles)}`,
  feedRefreshed: (feed, articles) => `文章重新读取完毕：${feed}：${countsInWords(articles)}`,
  warning: (message) => `警告：${message}`,
  logBroken: (message) => `日志到此中断。${message}`,
  stale: (feed, newest, alternative) =>
    `${feed}: 最新的条目是 ${newest.toISOString().slice(0, 10)} 的，此订阅源可能已停止更新。${alternative === undefined ? '运行 news-scrape feeds 查看仍在更新的频道。' : `请改用仍在更新的 ${alternative}。`}`,
  forbidden: (feed) => `${feed}: robots.txt 禁止抓取此订阅源的所有新文章。每次运行都会再查看；如果是您自己的网站，请使用 --ignore-robots。`,
  moved: (feed, to) => `${feed}: 此网址已永久转到 ${to}。请改用新网址；已知的文章仍然已知。`,
  resumed: {
    still: (feed) => `又有新条目：${feed}`,
    forbidden: (feed) => `robots.txt 又允许抓取文章：${feed}`,
    moved: (feed) => `不再转到别的网址：${feed}`,
  },
  cut: (feed, { by, limit, oldest }) => {
    const older = oldest === undefined ? '其后的内容' : `早于 ${oldest.toISOString().slice(0, 16).replace('T', ' ')} UTC 的内容`;
    return `${feed}: 内容超出最新的 ${limit} ${by === 'pages' ? '页' : '个条目'}；${older}已跳过，以后也不会再读取。请更频繁地抓取此订阅源。`;
  },
  givenUp: (message, failures) => `${message}已失败 ${failures} 次运行，不再尝试；可用 news-scrape refresh 再试一次。`,
  articleFailed: (title, message) => `失败：${title ? `${title}：` : ''}${message}`,
  article: (status, title, reason) => `${states[status]}：${title}（${reason}）`,
  request: ({ url, attempt, status, bytes, milliseconds, cache, error }) => {
    const answer = status === undefined ? '' : ` ${status}`;
    const again = attempt > 1 ? `，第 ${attempt} 次尝试` : '';
    const known = cache === undefined ? '' : `，缓存 ${cache}`;
    return `GET ${url}${answer}: ${bytes} 字节，${milliseconds} 毫秒${again}${known}${error === undefined ? '' : `（${error}）`}`;
  },
  progressCounts: (done, of) => `${done}/${of}`,
  progressRate: (perSecond) => `${perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond)} 篇/秒`,
  progressLeft: (seconds) => `剩余 ${duration(seconds)}`,
  progressLine: (feed, done, of, perSecond) => `${feed}: ${of} 篇文章中的第 ${done} 篇${perSecond === undefined ? '' : `，剩余 ${duration((of - done) / perSecond)}`}`,
  progressMore: (feeds) => `另有 ${feeds} 个订阅源`,
  summary: ({ articles, feedsRead, feedsFailed, caughtUp }, out) => {
    const { written, updated } = articles;
    const feeds = feedsFailed > 0 ? `，${feedsRead + feedsFailed} 个订阅源中有 ${feedsFailed} 个失败` : '';
    const nothing = feedsFailed > 0 && feedsRead === 0 ? '没有读出任何订阅源' : caughtUp > 0 ? `已把 ${caughtUp} 篇文章标记为看过${out === undefined ? '（预览，没有记录）' : ''}` : '没有新内容';
    const done = written + updated;
    const verb = updated === 0 ? '写入' : written === 0 ? '更新' : '写入或更新';
    const head = done === 0 ? nothing : `已${verb} ${done} 篇文章${out === undefined ? '（预览，没有写文件）' : `，位于 ${out}`}`;
    return `${head}：${countsInWords(articles)}${feeds}`;
  },
  folders: (folders) => (folders.length > 3 ? `${folders.length} 个文件夹` : folders.join('、')),
  firstRun: (limit) => `订阅源首次运行只取最新的 ${limit} 篇文章；用 --limit 或 --since 可以取更多。`,
};
