import { describe, expect, it, vi } from 'vitest';
import { createClient } from '../../src/http/client.js';
import { Hosts, type Manners } from '../../src/http/hosts.js';
import { startServer } from '../support/server.js';

interface Seen {
  starts: number[];
  most: number;
  order: number[];
}

/** Lets `count` requests of 60 ms go to each of the hosts. */
async function watch(manners: Manners, hosts: readonly string[], count: number): Promise<Seen> {
  const queue = new Hosts(manners);
  const seen: Seen = { starts: [], most: 0, order: [] };
  let running = 0;
  const { signal } = new AbortController();
  const ask = (host: string, index: number): Promise<void> =>
    queue.take(new URL(`http://${host}/`), signal, async () => {
      running += 1;
      seen.most = Math.max(seen.most, running);
      seen.starts.push(performance.now());
      seen.order.push(index);
      await new Promise((resolve) => setTimeout(resolve, 60));
      running -= 1;
    });
  await Promise.all(Array.from({ length: count }, (_, index) => hosts.map((host) => ask(host, index))).flat());
  return seen;
}
const shortestGap = ({ starts }: Seen): number => Math.min(...starts.slice(1).map((start, index) => start - (starts[index] ?? 0)));

describe('requests', () => {
  it('wait no longer when the clock is set back an hour meanwhile', async () => {
    const queue = new Hosts({ delay: 40 });
    const { signal } = new AbortController();
    const ask = (): Promise<number> => queue.take(new URL('http://news.example/'), signal, () => Promise.resolve(performance.now()));
    const first = await ask();
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 3_600_000);
    const gap = (await ask()) - first;
    vi.restoreAllMocks();
    expect(gap).toBeLessThan(1000);
  });

  it('to one host are so many at once and no more, in their order', async () => {
    const seen = await watch({ concurrency: 3, delay: 0 }, ['news.example'], 9);
    expect(seen.most).toBe(3);
    expect(seen.order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('to one host keep their distance', async () => {
    expect(shortestGap(await watch({ concurrency: 4, delay: 40 }, ['news.example'], 6))).toBeGreaterThanOrEqual(38);
  });

  it('are four at once and 200 ms apart unless told otherwise', async () => {
    const seen = await watch({}, ['news.example'], 3);
    expect(shortestGap(seen)).toBeGreaterThanOrEqual(198);
    expect((await watch({ delay: 0 }, ['news.example'], 8)).most).toBe(4);
  });

  it('to several hosts do not wait for each other, and those to the own machine not at all', async () => {
    expect((await watch({ concurrency: 1, delay: 500 }, ['a.example', 'b.example', 'c.example'], 1)).most).toBe(3);
    const { starts } = await watch({ concurrency: 8, delay: 500 }, ['127.0.0.1', 'localhost', '[::1]'], 3);
    expect((starts.at(-1) ?? 0) - (starts[0] ?? 0)).toBeLessThan(900);
  });

  it('that wait for their turn use up no time of theirs', async () => {
    const server = await startServer((request, response) => response.end(request.url === '/robots.txt' ? 'User-agent: *\nCrawl-delay: 0.3' : 'came'));
    const client = createClient({ allowPrivate: true, retries: 0, timeout: 500 });
    const pages = Array.from({ length: 5 }, () => client.get(`${server.origin}/page`, { kind: 'page' }).then(({ body }) => body.toString()));
    expect(await Promise.all(pages)).toEqual(Array(5).fill('came'));
    await client.close();
    await server.close();
  });

  it('are given up while they wait when the run ends', async () => {
    const queue = new Hosts({ delay: 10_000 });
    const run = new AbortController();
    const url = new URL('http://news.example/');
    await queue.take(url, run.signal, () => Promise.resolve());
    const waiting = queue.take(url, run.signal, () => Promise.resolve('asked'));
    setTimeout(() => run.abort(new Error('stopped')), 50);
    await expect(waiting).rejects.toThrow('stopped');
  });
});
