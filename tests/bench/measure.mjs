import process from 'node:process';

/** Rounds of which the median counts. */
const ROUNDS = 7;

/**
 * CPU time of several ways to do one thing, in milliseconds: in each round every way has its turn, so that whatever else
 * the machine does meets all of them alike. CPU time, since other programs do not count in it. Every
 * other round goes backwards: a way pays for some of the garbage that the one before it left behind.
 */
export async function compare(ways, { repeat = 1 } = {}) {
  const times = new Map(Object.keys(ways).map((name) => [name, []]));
  for (const work of Object.values(ways)) for (let warm = 0; warm < 2 * repeat; warm += 1) await work();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, work] of round % 2 === 0 ? Object.entries(ways) : Object.entries(ways).reverse()) {
      const start = process.cpuUsage();
      for (let turn = 0; turn < repeat; turn += 1) await work();
      const { user, system } = process.cpuUsage(start);
      times.get(name).push((user + system) / 1000 / repeat);
    }
  }
  return new Map(Array.from(times, ([name, values]) => [name, median(values)]));
}

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
