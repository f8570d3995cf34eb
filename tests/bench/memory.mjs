// The memory that large runs take at most, in megabytes.
import { newsScrape, run, startSite } from './programs.mjs';

/** After a thousand articles, after ten thousand, and with a feed of 50 MB. */
export async function measureMemory(files) {
  const site = await startSite(files);
  const runs = { '1,000 articles': ['feed?first=0&articles=1000', 1000], '10,000 articles': ['feed?first=0&articles=10000', 10_000], 'feed of 50 MB': ['endless?megabytes=50', 30] };
  const measured = [];
  for (const [name, [path, limit]] of Object.entries(runs)) measured.push({ name, ...(await run(site, newsScrape(`${site.origin}/${path}`, limit))) });
  site.close();
  return measured.map(({ name, peak, code, pages }) => ({ name, peak, code, pages }));
}
