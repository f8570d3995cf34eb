import { describe, expect, it } from 'vitest';
import { Timetable } from '../../src/watch/timetable.js';
import { nextTurns } from '../../src/watch/turns.js';
import { FakeClock } from '../support/fake-clock.js';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const named = (count: number): string[] => Array.from({ length: count }, (_, index) => `f${index}`);

/** Minutes at which each feed was asked within a time. `onRound` sees the feeds of each round. */
async function asked(feeds: readonly string[], { lasts, clock = new FakeClock(), every = QUARTER, onRound = (): void => undefined }: { lasts: number; clock?: FakeClock; every?: number; onRound?: (due: string[], clock: FakeClock) => void }): Promise<Record<string, number[]>> {
  const timetable = new Timetable(every, clock);
  const times: Record<string, number[]> = Object.fromEntries(feeds.map((feed) => [feed, []]));
  const start = clock.steady();
  while (clock.steady() - start <= lasts) {
    const due = timetable.begin(feeds);
    onRound(due, clock);
    for (const feed of due) times[feed]?.push((clock.steady() - start) / MINUTE);
    timetable.end(due, feeds);
    for (let left = timetable.left(); left > 0; left = timetable.left()) await clock.sleep(Math.min(left, 10_000));
  }
  return times;
}

describe('the feeds of watch', () => {
  it('are asked all at once at first, then each once in the interval, at a time of its own', async () => {
    expect(await asked(['a', 'b', 'c'], { lasts: 45 * MINUTE })).toEqual({ a: [0, 5, 20, 35], b: [0, 10, 25, 40], c: [0, 15, 30, 45] });
  });

  it('that are many share rounds, which are a minute apart, and are as many each time', async () => {
    const rounds: number[] = [];
    const times = Object.values(await asked(named(40), { lasts: 4 * QUARTER, onRound: (due) => rounds.push(due.length) }));
    expect(rounds[0]).toBe(40);
    expect(Math.max(...rounds.slice(1))).toBeLessThanOrEqual(4);
    for (const [, first = NaN, second = NaN, third = NaN] of times) {
      expect(first).toBeLessThanOrEqual(15);
      for (const gap of [second - first, third - second]) expect(gap).toSatisfy((minutes: number) => Math.abs(minutes - 15) <= 1);
    }
  });

  it('are asked together where the interval is no longer than a minute', async () => {
    expect(await asked(['a', 'b'], { lasts: MINUTE, every: MINUTE / 2 })).toEqual({ a: [0, 0.5, 1], b: [0, 0.5, 1] });
  });

  it('that fell due while the machine slept are asked once, together, and come apart again', async () => {
    let sleeps = 0;
    const clock = new FakeClock((fake) => {
      sleeps += 1;
      if (sleeps === 3) fake.wallTime += 8 * 60 * MINUTE;
    });
    const rounds: string[][] = [];
    await asked(['a', 'b', 'c'], { lasts: 2 * QUARTER, clock, onRound: (due) => rounds.push(due) });
    expect(rounds.slice(0, 5)).toEqual([['a', 'b', 'c'], ['a', 'b', 'c'], ['a'], ['b'], ['c']]);
  });

  it('are asked no sooner and no later for a clock that is set back or forth a little', async () => {
    const clock = new FakeClock((fake) => (fake.wallTime -= 365 * 24 * 60 * MINUTE));
    expect(await asked(['a', 'b'], { lasts: 30 * MINUTE, clock })).toEqual({ a: [0, 7.5, 22.5], b: [0, 15, 30] });
  });

  it('are asked at once when they are new in the configuration, and forgotten when they are not there any more', async () => {
    const clock = new FakeClock();
    const timetable = new Timetable(QUARTER, clock);
    timetable.end(timetable.begin(['a', 'b']), ['a', 'b']);
    await clock.sleep(timetable.left());
    expect(timetable.begin(['b', 'new'])).toEqual(['new']);
    timetable.end(['new'], ['b', 'new']);
    expect(timetable.begin(['a', 'b', 'new'])).toEqual(['a']);
  });

  it('are due again soon after a round that came to nothing, but not at once', async () => {
    const clock = new FakeClock();
    const timetable = new Timetable(QUARTER, clock);
    timetable.end(timetable.begin(['a']), ['a']);
    await clock.sleep(timetable.left());
    expect(timetable.begin(['a'])).toEqual(['a']);
    expect(timetable.left()).toBe(MINUTE);
  });
});

it('the last of several waits for the whole interval, the others for their shares less', () => {
  expect([...nextTurns(['a', 'b', 'c'], 3, 900)]).toEqual([['a', 300], ['b', 600], ['c', 900]]);
  expect([...nextTurns(['b'], 3, 900)]).toEqual([['b', 900]]);
});
