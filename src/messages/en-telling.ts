import type { Status } from '../outcome.js';

export interface Counts {
  articles: Readonly<Record<Status, number>>;
  feedsRead: number;
  feedsFailed: number;
  /** Articles that --catch-up has marked. */
  caughtUp: number;
}

export interface Request {
  url: string;
  attempt: number;
  status?: number;
  bytes: number;
  milliseconds: number;
  cache?: string;
  error?: string;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

function countsInWords({ written, updated, unchanged, skipped, failed }: Readonly<Record<Status, number>>): string {
  return `${written} written, ${updated > 0 ? `${updated} updated, ` : ''}${unchanged} unchanged, ${skipped} skipped, ${failed} failed`;
}

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
  feedFailed: (message: string, failures: number, isPartly: boolean): string =>
    `feed failed${failures > 1 ? ` (in ${failures} runs in a row)` : ''}: ${message}${isPartly ? ' What stands before it was taken, and the next run asks for the rest.' : ''}`,
  recovered: (feed: string, failures: number, since: string): string =>
    `works again: ${feed}, after ${count(failures, 'failed run')} since ${since.slice(0, 16).replace('T', ' ')} UTC`,
  feedDone: (feed: string, articles: Readonly<Record<Status, number>>): string => `feed read: ${feed}: ${countsInWords(articles)}`,
  feedRefreshed: (feed: string, articles: Readonly<Record<Status, number>>): string => `articles read again: ${feed}: ${countsInWords(articles)}`,
  warning: (message: string): string => `warning: ${message}`,
  logBroken: (message: string): string => `the log ends here. ${message}`,
  stale: (feed: string, newest: Date, alternative: string | undefined): string =>
    `${feed}: its newest item is of ${newest.toISOString().slice(0, 10)}; the feed has probably stopped.${alternative === undefined ? ' "news-scrape feeds" lists live ones.' : ` Use the live feed ${alternative} instead.`}`,
  forbidden: (feed: string): string =>
    `${feed}: robots.txt forbids every new article of this feed. They are looked at again in each run; for a site of your own use --ignore-robots.`,
  moved: (feed: string, to: string): string =>
    `${feed}: this address leads to ${to} for good. Name that one instead; articles that are known stay known.`,
  resumed: {
    still: (feed: string): string => `new items again: ${feed}`,
    forbidden: (feed: string): string => `robots.txt allows articles again: ${feed}`,
    moved: (feed: string): string => `leads to no other address any more: ${feed}`,
  },
  cut: (feed: string, { by, limit, oldest }: { by: 'pages' | 'items'; limit: number; oldest?: Date | undefined }): string => {
    const older = oldest === undefined ? 'what follows them' : `what is older than ${oldest.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    return `${feed}: it has more than its newest ${limit} ${by}; ${older} was passed over and will not be looked at again. Fetch this feed more often.`;
  },
  givenUp: (message: string, failures: number): string =>
    `${message} It is given up after ${count(failures, 'failed run')}; "news-scrape refresh" gives it another try.`,
  articleFailed: (title: string, message: string): string => `failed: ${title ? `${title}: ` : ''}${message}`,
  article: (status: Status, title: string, reason: string): string => `${status}: ${title} (${reason})`,
  request: ({ url, attempt, status, bytes, milliseconds, cache, error }: Request): string => {
    const answer = status === undefined ? '' : ` ${status}`;
    const again = attempt > 1 ? `, attempt ${attempt}` : '';
    const known = cache === undefined ? '' : `, cache ${cache}`;
    return `GET ${url}${answer}: ${bytes} bytes in ${milliseconds} ms${again}${known}${error === undefined ? '' : ` (${error})`}`;
  },
  progressCounts: (done: number, of: number): string => `${done}/${of}`,
  progressRate: (perSecond: number): string => `${perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond)}/s`,
  progressLeft: (seconds: number): string => `${duration(seconds)} left`,
  progressLine: (feed: string, done: number, of: number, perSecond: number | undefined): string =>
    `${feed}: ${done} of ${of} articles${perSecond === undefined ? '' : `, ${duration((of - done) / perSecond)} left`}`,
  progressMore: (feeds: number): string => `and ${count(feeds, 'more feed')}`,
  summary: ({ articles, feedsRead, feedsFailed, caughtUp }: Counts, out: string | undefined): string => {
    const { written, updated } = articles;
    const feeds = feedsFailed > 0 ? `, ${feedsFailed} of ${count(feedsRead + feedsFailed, 'feed')} failed` : '';
    const nothing = feedsFailed > 0 && feedsRead === 0 ? 'no feed could be read' : caughtUp > 0 ? `${count(caughtUp, 'article')} marked as seen${out === undefined ? ' (preview, nothing remembered)' : ''}` : 'nothing new';
    const done = written + updated;
    const verb = updated === 0 ? 'written' : written === 0 ? 'updated' : 'written or updated';
    const head = done === 0 ? nothing : `${count(done, 'article')} ${verb}${out === undefined ? ' (preview, no file made)' : written === 0 ? ` in ${out}` : ` to ${out}`}`;
    return `${head}: ${countsInWords(articles)}${feeds}`;
  },
  folders: (folders: readonly string[]): string => (folders.length > 3 ? `${folders.length} folders` : folders.join(', ')),
  firstRun: (limit: number): string => `The first run of a feed takes its newest ${limit} articles; --limit or --since takes more.`,
};
