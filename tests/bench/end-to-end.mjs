// A run of 200 articles, by the program, by fetching alone, and by what most scripts do.
import { fetchOnly, newsScrape, obviousStack, run, startSite } from './programs.mjs';
import { median } from './measure.mjs';

const ARTICLES = 200;
const ROUNDS = 7;

/** For each way articles a second as a share of fetching alone, CPU for an article above that, and the peak of memory. */
export async function measureEndToEnd(files, latency) {
  const site = await startSite(files, latency);
  const feed = (articles) => `${site.origin}/feed?first=0&articles=${articles}`;
  const ways = { 'fetching alone': fetchOnly, 'news-scrape': newsScrape, 'cheerio + turndown': obviousStack };
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await oneRound(site, feed, ways));
  site.close();
  const over = (name, figure) => median(rounds.map((round) => figure(round[name], round['fetching alone'])));
  return Object.keys(ways).map((name) => ({
    name,
    rate: over(name, ({ rate }) => rate),
    ofFloor: over(name, ({ rate }, floor) => rate / floor.rate),
    cpuAboveFloor: over(name, ({ each }, floor) => each - floor.each),
    peak: over(name, ({ peak }) => peak),
  }));
}

async function oneRound(site, feed, ways) {
  const round = {};
  for (const [name, way] of Object.entries(ways)) {
    const start = await run(site, way(feed(0)));
    const whole = await run(site, way(feed(ARTICLES), ARTICLES));
    if (whole.pages !== ARTICLES) throw new Error(`${name}: ${whole.pages} pages asked for, exit code ${whole.code}`);
    // What a program needs to start is no part of an article.
    round[name] = { ...whole, each: (whole.cpu - start.cpu) / ARTICLES };
  }
  return round;
}
