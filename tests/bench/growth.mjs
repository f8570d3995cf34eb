// What an article costs in a folder that holds many already, and with many feeds.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './measure.mjs';
import { newsScrape, run, startSite } from './programs.mjs';
import { writeArchive } from './records.mjs';

const ARTICLES = 50;
const ROUNDS = 7;

/** Milliseconds of CPU for a new article at each size of the archive, above a run without any. */
export async function measureGrowth(files, sizes = [10, 1_000, 100_000]) {
  const site = await startSite(files);
  const times = new Map(sizes.map((size) => [size, []]));
  for (let round = 0; round < ROUNDS; round += 1) for (const size of sizes) times.get(size).push(await oneRun(site, size));
  site.close();
  return sizes.map((size) => ({ name: `${size.toLocaleString('en')} archived`, milliseconds: median(times.get(size)) }));
}

async function oneRun(site, size) {
  const keep = mkdtempSync(join(tmpdir(), 'news-scrape-bench-'));
  writeArchive(join(keep, 'posts'), size);
  const without = await run(site, newsScrape(`${site.origin}/feed?first=0&articles=0`), { keep });
  const whole = await run(site, newsScrape(`${site.origin}/feed?first=0&articles=${ARTICLES}`, ARTICLES), { keep });
  rmSync(keep, { recursive: true, force: true });
  if (whole.pages !== ARTICLES) throw new Error(`${whole.pages} pages asked for, exit code ${whole.code}`);
  return (whole.cpu - without.cpu) / ARTICLES;
}

const SPREAD = 100;

/** The same for articles that come from one feed, from ten or from a hundred, above a run of as many empty feeds. */
export async function measureFeedGrowth(files, counts = [1, 10, 100], rounds = ROUNDS) {
  const site = await startSite(files);
  const times = new Map(counts.map((count) => [count, []]));
  for (let round = 0; round < rounds; round += 1) for (const count of counts) times.get(count).push(await oneSpread(site, count));
  site.close();
  return counts.map((count) => ({ name: `${SPREAD} from ${count} ${count === 1 ? 'feed' : 'feeds'}`, milliseconds: median(times.get(count)) }));
}

async function oneSpread(site, count) {
  const each = SPREAD / count;
  const feeds = (articles) => Array.from({ length: count }, (_, index) => `${site.origin}/feed?first=${index * each}&articles=${articles}`);
  const without = await run(site, newsScrape(feeds(0)));
  const whole = await run(site, newsScrape(feeds(each), each));
  if (whole.pages !== SPREAD) throw new Error(`${whole.pages} pages asked for, exit code ${whole.code}`);
  return (whole.cpu - without.cpu) / SPREAD;
}
