import type { ArchiveRecord } from '../archive/record.js';
import type { RunLine } from '../archive/run-history.js';
import { formatShanghaiDay } from '../dates.js';
import { failuresOf } from './run-counts.js';

/** What a folder of posts has come to. Days are those of China (+08:00), as posts have them, written `YYYY-MM-DD`. */
export interface Statistics {
  articles: Tally;
  /** The feed with the most articles first. */
  feeds: FeedStatistics[];
  /** The last days, the oldest first, also those on which nothing happened. */
  days: Day[];
  /** Articles that failed, the latest failure first. */
  failing: ArchiveRecord[];
  /** The last runs, the newest first. */
  runs: RunLine[];
}

/** How many articles the archive knows, by what became of them. */
export type Tally = Record<ArchiveRecord['status'], number>;

export interface FeedStatistics extends Tally {
  feed: string;
  /** Day of its newest article; absent if none has a date. */
  newest?: string;
}

export interface Day {
  day: string;
  /** Articles with a post that are dated so, by feed. */
  written: Readonly<Record<string, number>>;
  /** Failures of articles and feeds in the runs of that day. */
  failures: number;
}

export interface Period {
  now: Date;
  /** How many days, today included. */
  days: number;
  /** How many runs are shown. */
  runs: number;
}

/** Gathers the statistics of one output folder from its archive and its history. */
export function statisticsOf(records: Iterable<ArchiveRecord>, history: readonly RunLine[], period: Period): Statistics {
  const articles = emptyTally();
  const feeds = new Map<string, FeedStatistics>();
  const days = new Map(daysOf(period).map((day) => [day, { written: new Map<string, number>(), failures: 0 }]));
  const failing: ArchiveRecord[] = [];
  for (const record of records) {
    articles[record.status] += 1;
    countForFeed(feeds, record);
    const written = record.status === 'written' && record.date !== undefined ? days.get(dayOf(record.date))?.written : undefined;
    written?.set(record.feed, (written.get(record.feed) ?? 0) + 1);
    if (record.status === 'failed') failing.push(record);
  }
  for (const run of history) {
    const day = days.get(dayOf(run.started));
    if (day) day.failures += failuresOf(run);
  }
  return {
    articles,
    feeds: [...feeds.values()].sort((a, b) => b.written - a.written || a.feed.localeCompare(b.feed)),
    days: [...days].map(([day, { written, failures }]) => ({ day, written: Object.fromEntries(written), failures })),
    failing: failing.sort((a, b) => (b.failed ?? '').localeCompare(a.failed ?? '')),
    runs: history.slice(-period.runs).reverse(),
  };
}

/** Articles of a day that have a post. */
export const writtenOn = ({ written }: Day): number => Object.values(written).reduce((sum, count) => sum + count, 0);

/** `YYYY-MM-DD HH:MM` of an instant, in UTC. */
export const minuteOf = (instant: string): string => instant.slice(0, 16).replace('T', ' ');

const emptyTally = (): Tally => ({ written: 0, skipped: 0, failed: 0 });
const dayOf = (instant: string): string => formatShanghaiDay(new Date(instant));
const DAY = 24 * 60 * 60 * 1000;

const daysOf = ({ now, days }: Period): string[] => Array.from({ length: days }, (_, index) => formatShanghaiDay(new Date(now.getTime() - (days - 1 - index) * DAY)));

function countForFeed(feeds: Map<string, FeedStatistics>, { feed, status, date }: ArchiveRecord): void {
  const known = feeds.get(feed) ?? { feed, ...emptyTally() };
  known[status] += 1;
  const day = date === undefined ? undefined : dayOf(date);
  if (day !== undefined && day > (known.newest ?? '')) known.newest = day;
  feeds.set(feed, known);
}
