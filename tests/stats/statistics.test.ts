import { describe, expect, it } from 'vitest';
import type { ArchiveRecord } from '../../src/archive/record.js';
import type { RunLine } from '../../src/archive/run-history.js';
import { statisticsOf, writtenOn } from '../../src/stats/statistics.js';

const record = (id: string, more: Partial<ArchiveRecord>): ArchiveRecord => ({ id, status: 'written', reason: 'new', url: `https://news.example/${id}`, title: id, feed: 'a', file: `${id}.md`, ...more });
const run = (started: string, more: Partial<RunLine> = {}): RunLine => ({ started, seconds: 1, command: 'fetch', feeds: {}, failedFeeds: [], ...more });
const period = { now: new Date('2026-11-24T12:00:00Z'), days: 3, runs: 2 };

describe('the statistics of a folder', () => {
  it('count articles by the day that they have in China, and by feed', () => {
    const records = [
      record('one', { date: '2026-11-22T15:59:59Z' }),
      record('two', { date: '2026-11-22T16:00:00Z' }),
      record('three', { date: '2026-11-24T00:00:00Z', feed: 'b' }),
      record('old', { date: '2020-01-01T00:00:00Z' }),
      record('undated', {}),
    ];
    const { days, feeds, articles } = statisticsOf(records, [], period);
    expect(days.map((day) => [day.day, day.written])).toEqual([['2026-11-22', { a: 1 }], ['2026-11-23', { a: 1 }], ['2026-11-24', { b: 1 }]]);
    expect(days.map(writtenOn)).toEqual([1, 1, 1]);
    expect(articles).toEqual({ written: 5, skipped: 0, failed: 0 });
    expect(feeds).toEqual([
      { feed: 'a', written: 4, skipped: 0, failed: 0, newest: '2026-11-23' },
      { feed: 'b', written: 1, skipped: 0, failed: 0, newest: '2026-11-24' },
    ]);
  });

  it('count failures of articles and feeds on the day of their run', () => {
    const runs = [
      run('2026-11-23T10:00:00Z', { feeds: { a: { failed: 2, written: 5 }, b: { failed: 1 } }, failedFeeds: ['c'] }),
      run('2026-11-23T11:00:00Z', { failedFeeds: ['c'] }),
      run('2026-11-24T11:00:00Z'),
    ];
    const statistics = statisticsOf([], runs, period);
    expect(statistics.days.map(({ failures }) => failures)).toEqual([0, 5, 0]);
    expect(statistics.runs).toEqual([runs[2], runs[1]]);
  });

  it('name the articles that failed, the latest first', () => {
    const failed = (id: string, at: string): ArchiveRecord => ({ id, status: 'failed', reason: 'timeout', url: `https://news.example/${id}`, title: id, feed: 'a', failed: at });
    const { failing } = statisticsOf([failed('early', '2026-11-20T00:00:00Z'), failed('late', '2026-11-23T00:00:00Z'), record('fine', {})], [], period);
    expect(failing.map(({ id }) => id)).toEqual(['late', 'early']);
  });
});
