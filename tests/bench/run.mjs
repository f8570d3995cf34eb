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

const folders = { fixtures: new URL('../../fixtures/pages/', import.meta.url), real: new URL('../../../shared/pages/pages/', import.meta.url) };

function pagesIn(folder, pattern) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.html') && pattern.test(name)).sort();
  return names.map((name) => ({ name, url: 'https://finance.sina.com.cn/china/2026-11-20/doc-inzdemoa1120001.shtml', bytes: readFileSync(new URL(name, folder)) }));
}

async function extractionOf(pages) {
  return pages.length === 0 ? undefined : { pages: pages.length, ...timesOf(await measureExtraction(pages)) };
}

/** Milliseconds, and how many times those of the program itself. */
function timesOf(times) {
  const own = times.get('news-scrape');
  return { ways: Array.from(times, ([name, milliseconds]) => ({ name, milliseconds, times: milliseconds / own })) };
}

const result = {
  machine: { node: process.version, cores: availableParallelism(), cpu: cpus()[0]?.model ?? '' },
  'fixture pages': await extractionOf(pagesIn(folders.fixtures, /^finance--/)),
  'real pages of Sina': await extractionOf(pagesIn(folders.real, /^sina_/)),
  'real pages of other sites': await extractionOf(pagesIn(folders.real, /^other_/)),
  'feed of 1,000 items': timesOf(await measureFeeds()),
  'start above node -e 0': { ways: Array.from(measureStartup(), ([name, milliseconds]) => ({ name, milliseconds })) },
};

function table({ machine, ...parts }) {
  const rows = Object.entries(parts).flatMap(([part, measured]) => (measured?.ways ?? []).map(({ name, milliseconds, times }) => `| ${part}${measured.pages ? ` (${measured.pages})` : ''} | ${name} | ${milliseconds.toFixed(1)} | ${times === undefined ? '' : times.toFixed(2)} |`));
  return [`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}`, '', '| what | by | ms of CPU | times news-scrape |', '|---|---|---|---|', ...rows].join('\n');
}

process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(result, null, 2) : table(result)}\n`);
