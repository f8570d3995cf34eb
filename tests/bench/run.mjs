// npm run bench [-- --json]: see README.md beside.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import process from 'node:process';
import { URL, fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
if (!existsSync(`${here}node_modules`)) execFileSync('npm', ['ci', '--silent', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });

const { measureExtraction } = await import('./extraction.mjs');
const { measureFeeds } = await import('./feeds.mjs');
const { measureStartup } = await import('./startup.mjs');
const { measureEndToEnd } = await import('./end-to-end.mjs');
const { measureFeedGrowth, measureGrowth } = await import('./growth.mjs');
const { measureMemory } = await import('./memory.mjs');
const { tables } = await import('./tables.mjs');

const folders = { fixtures: new URL('../../fixtures/pages/', import.meta.url), real: new URL('../../../shared/pages/pages/', import.meta.url) };

function pagesIn(folder, pattern) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.html') && pattern.test(name)).sort();
  return names.map((name) => ({ name, path: fileURLToPath(new URL(name, folder)), url: 'https://finance.sina.com.cn/china/2026-11-20/doc-inzdemoa1120001.shtml', bytes: readFileSync(new URL(name, folder)) }));
}

async function extractionOf(pages) {
  return pages.length === 0 ? undefined : { pages: pages.length, ...timesOf(await measureExtraction(pages)) };
}

/** Milliseconds, and how many times those of the program itself. */
function timesOf(times) {
  const own = times.get('news-scrape');
  return { ways: Array.from(times, ([name, milliseconds]) => ({ name, milliseconds, times: milliseconds / own })) };
}

const real = pagesIn(folders.real, /^sina_(?:finance|news|tech)/);
const sitePages = (real.length > 0 ? real : pagesIn(folders.fixtures, /^finance--/)).map(({ path }) => path);
const archives = [10_000, 1_000_000].map((articles) => JSON.parse(execFileSync(process.execPath, [`${here}archive.mjs`, String(articles)], { encoding: 'utf8' })));

const result = {
  machine: { node: process.version, cores: availableParallelism(), cpu: cpus()[0]?.model ?? '' },
  'fixture pages': await extractionOf(pagesIn(folders.fixtures, /^finance--/)),
  'real pages of Sina': await extractionOf(pagesIn(folders.real, /^sina_/)),
  'real pages of other sites': await extractionOf(pagesIn(folders.real, /^other_/)),
  'feed of 1,000 items': timesOf(await measureFeeds()),
  'start above node -e 0': { ways: Array.from(measureStartup(), ([name, milliseconds]) => ({ name, milliseconds })) },
  'a new article': { ways: [...(await measureGrowth(sitePages)), ...(await measureFeedGrowth(sitePages))] },
  runs: { 'at once': await measureEndToEnd(sitePages, 0), 'after 20 ms': await measureEndToEnd(sitePages, 20) },
  memory: await measureMemory(sitePages),
  archives,
};

process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(result, null, 2) : tables(result)}\n`);
