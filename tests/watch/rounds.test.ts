import { rmSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repeat } from '../../src/watch/rounds.js';
import { Timetable } from '../../src/watch/timetable.js';
import { emptyFolder } from '../support/cli.js';
import { FakeClock } from '../support/fake-clock.js';
import { Reader, Site } from '../support/news-site.js';

const MINUTE = 60_000;

/** Starts of so many rounds of one feed, in steady milliseconds after the first; each takes `takes`. */
async function starts(count: number, clock: FakeClock, takes = 0): Promise<number[]> {
  const controller = new AbortController();
  const seen: number[] = [];
  const timetable = new Timetable(15 * MINUTE, clock);
  const round = async (): Promise<void> => {
    timetable.end(timetable.begin(['a']), ['a']);
    seen.push(clock.steady());
    if (takes > 0) await clock.sleep(takes);
    if (seen.length === count) controller.abort('SIGTERM');
  };
  await expect(repeat(round, { left: () => timetable.left(), clock, signal: controller.signal })).rejects.toMatchObject({ code: 'interrupted' });
  return seen.map((time) => time - (seen[0] ?? 0));
}

describe('rounds', () => {
  it('start at once and then at the interval, from start to start', async () => {
    expect(await starts(4, new FakeClock(), 2 * MINUTE)).toEqual([0, 15, 30, 45].map((minutes) => minutes * MINUTE));
  });

  it('that take longer than the interval follow one another', async () => {
    expect(await starts(3, new FakeClock(), 20 * MINUTE)).toEqual([0, 20, 40].map((minutes) => minutes * MINUTE));
  });

  it('come soon after the machine has slept, which only the wall clock tells', async () => {
    let slept = false;
    const clock = new FakeClock((fake) => {
      if (!slept) fake.wallTime += 8 * 60 * MINUTE;
      slept = true;
    });
    expect((await starts(2, clock)).at(-1)).toBeLessThanOrEqual(10_000);
  });

  it('are not delayed by a clock that is set back', async () => {
    let isSet = false;
    const clock = new FakeClock((fake) => {
      if (!isSet) fake.wallTime -= 365 * 24 * 60 * MINUTE;
      isSet = true;
    });
    expect(await starts(3, clock)).toEqual([0, 15, 30].map((minutes) => minutes * MINUTE));
  });
});

describe('fifty rounds over a site that changes', () => {
  let site: Site;
  const dir = emptyFolder();
  beforeAll(async () => {
    site = await Site.start();
  });
  afterAll(async () => {
    await site.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('leave each article of it once in the folder', async () => {
    const reader = new Reader(site, dir);
    const clock = new FakeClock();
    const controller = new AbortController();
    const timetable = new Timetable(15 * MINUTE, clock);
    const feeds = ['sina/china', 'sina/macro'];
    const asked: string[][] = [];
    let rounds = 0;
    const round = async (): Promise<void> => {
      const due = timetable.begin(feeds);
      asked.push(due);
      reader.now = new Date(clock.wall());
      // Until each feed has one more turn: new articles, some in both feeds, some that fail at first; a site that is down now and then.
      const ctime = clock.wall() / 1000 - 60;
      const isLate = rounds >= 48;
      if (!isLate) site.add({ id: `a${rounds}`, ctime, feeds: rounds % 3 === 0 ? ['sina/china', 'sina/macro'] : ['sina/china'] });
      if (!isLate) site.add({ id: `b${rounds}`, ctime: ctime - 1, feeds: ['sina/macro'], status: rounds % 4 === 0 ? 503 : undefined });
      const healed = site.articles.get(`b${rounds - 4}`);
      if (healed) healed.status = undefined;
      site.isDown = rounds % 10 === 7 && rounds < 47;
      await reader.fetch(due);
      timetable.end(due, feeds);
      rounds += 1;
      if (rounds === 50) controller.abort('SIGTERM');
    };
    await expect(repeat(round, { left: () => timetable.left(), clock, signal: controller.signal })).rejects.toMatchObject({ code: 'interrupted' });
    expect(asked.slice(0, 4)).toEqual([feeds, ['sina/china'], ['sina/macro'], ['sina/china']]);
    const failing = [...site.articles.values()].filter(({ status }) => status !== undefined).length;
    const titles = readdirSync(dir).filter((name) => name.endsWith('.md')).map((name) => /新闻(\w+)\.md$/.exec(name)?.[1]);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles).toHaveLength(96 - failing);
  });
});
