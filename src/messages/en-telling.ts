import type { Status } from '../outcome.js';

export interface Counts {
  articles: Readonly<Record<Status, number>>;
  feedsRead: number;
  feedsFailed: number;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** In the unit that a person would take. */
function duration(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  return seconds < 100 * 60 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3600)} h`;
}

/** What a run says while it goes on and at its end, in English. */
export const enTelling = {
  error: (message: string): string => `news-scrape: ${message}`,
  unexpected: (name: string, detail: string): string =>
    `a mistake in this program, not in its use: ${name}: ${detail}. Please report these words and the command; --verbose adds where it happened.`,
  standardOutput: 'standard output',
  feedFailed: (message: string): string => `feed failed: ${message}`,
  stale: (feed: string, newest: Date, alternative: string | undefined): string =>
    `warning: ${feed}: its newest item is of ${newest.toISOString().slice(0, 10)}; the feed has probably stopped.${alternative === undefined ? ' "news-scrape feeds" lists live ones.' : ` Use the live feed ${alternative} instead.`}`,
  articleFailed: (title: string, message: string): string => `failed: ${title ? `${title}: ` : ''}${message}`,
  article: (status: Status, title: string, reason: string): string => `${status}: ${title} (${reason})`,
  request: ({ url, bytes, milliseconds, error }: { url: string; bytes?: number; milliseconds: number; error?: string }): string =>
    `GET ${url} ${error === undefined ? `${bytes ?? 0} bytes` : 'failed'} in ${milliseconds} ms`,
  progressCounts: (done: number, of: number): string => `${done}/${of}`,
  progressRate: (perSecond: number): string => `${perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond)}/s`,
  progressLeft: (seconds: number): string => `${duration(seconds)} left`,
  progressLine: (feed: string, done: number, of: number, perSecond: number | undefined): string =>
    `${feed}: ${done} of ${of} articles${perSecond === undefined ? '' : `, ${duration((of - done) / perSecond)} left`}`,
  summary: ({ articles, feedsRead, feedsFailed }: Counts, out: string | undefined): string => {
    const { written, updated, unchanged, skipped, failed } = articles;
    const failures = `${failed} failed${feedsFailed > 0 ? `, ${feedsFailed} of ${count(feedsRead + feedsFailed, 'feed')} failed` : ''}`;
    const nothing = feedsFailed > 0 && feedsRead === 0 ? 'no feed could be read' : 'nothing new';
    const head = written === 0 ? nothing : `${count(written, 'article')} written${out === undefined ? ' (preview, no file made)' : ` to ${out}`}`;
    return `${head}: ${written} written, ${updated > 0 ? `${updated} updated, ` : ''}${unchanged} unchanged, ${skipped} skipped, ${failures}`;
  },
  firstRun: 'The first run of a feed takes its newest 30 articles; --limit or --since takes more.',
};
