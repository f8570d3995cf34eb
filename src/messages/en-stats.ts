import type { RunCounts, RunLine } from '../archive/run-history.js';
import { countsOfRun } from '../stats/run-counts.js';

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const inWords = (counts: RunCounts): string => Object.entries(counts).map(([status, number]) => `${number} ${status}`).join(', ');

/** What `stats` and the page to look at say, in English. */
export const enStats = {
  description: 'show what a folder of posts has come to: articles a day, feeds, failures, runs',
  argument: 'folder of the posts, or the root of a blog; default as for fetch',
  days: 'how many days',
  expectedDays: (most: number): string => `a whole number from 1 to ${most}`,
  json: 'print all of it as JSON',
  unknown: (folder: string): string => `${folder}: no run has written anything there yet. Run news-scrape fetch first, or name another folder.`,
  articles: ({ written, skipped, failed }: Readonly<Record<'written' | 'skipped' | 'failed', number>>): string =>
    `${count(written, 'article')} with a post, ${skipped} skipped, ${failed} failed`,
  perDay: (days: number): string => `Articles of the last ${count(days, 'day')}`,
  failures: (number: number): string => count(number, 'failure'),
  feeds: 'Feeds',
  feed: (newest: string, failed: number): string => [newest && `newest ${newest}`, failed > 0 && `${failed} failed`].filter(Boolean).join(', '),
  failing: 'Articles that failed last',
  runs: 'Last runs (times in UTC)',
  seconds: (seconds: number): string => `${seconds} s`,
  run: (run: RunLine): string =>
    [inWords(countsOfRun(run)) || 'no articles', run.failedFeeds.length > 0 && `failed feeds: ${run.failedFeeds.join(', ')}`, run.stopped && 'stopped'].filter(Boolean).join('; '),
};
