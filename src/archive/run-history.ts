import { appendFile, readFile, stat } from 'node:fs/promises';
import type { Status } from '../outcome.js';
import { writeFileAtomic } from './atomic.js';
import { statePaths } from './folder.js';
import { unwritable } from './unwritable.js';
import { isObject } from './shapes.js';

/** How many articles ended how; what is 0 is left out. */
export type RunCounts = Partial<Record<Status, number>>;

/** One run in an output folder: one line of `runs.jsonl`. */
export interface RunLine {
  /** ISO 8601 instant in UTC. */
  started: string;
  seconds: number;
  command: string;
  /** Of each feed that had articles, by its id. */
  feeds: Readonly<Record<string, RunCounts>>;
  /** Ids of the feeds that could not be read. */
  failedFeeds: readonly string[];
  /** True if something ended the run before it had come to its end. */
  stopped?: true;
}

/** Beyond that the older half goes: some five thousand runs stay. */
const MAX_BYTES = 1024 * 1024;

/**
 * Notes a run in `<dir>/.news-scrape/runs.jsonl`, for people alone: no run goes by it, so it is not in the archive and git
 * is told to leave it out. A folder of which nothing is remembered gets none. Only for the holder of the lock.
 * @throws NewsScrapeError `output_unwritable`
 */
export async function appendRun(dir: string, run: RunLine): Promise<void> {
  const { archive, feeds, runs, tmp } = statePaths(dir);
  try {
    if (!(await isThere(archive)) && !(await isThere(feeds))) return;
    await appendFile(runs, `${JSON.stringify(run)}\n`);
    if ((await stat(runs)).size <= MAX_BYTES) return;
    const lines = (await readFile(runs, 'utf8')).split('\n');
    await writeFileAtomic(runs, lines.slice(Math.floor(lines.length / 2)).join('\n'), { tmpDir: tmp, replace: true });
  } catch (error) {
    throw unwritable(runs, error);
  }
}

const isThere = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);

/** The runs that are known of a folder, the oldest first. Lines that are damaged are passed over. */
export async function readRuns(dir: string): Promise<RunLine[]> {
  const text = await readFile(statePaths(dir).runs, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => parseRun(line) ?? []);
}

function parseRun(line: string): RunLine | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isRun(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const areCounts = (value: unknown): boolean => isObject(value) && Object.values(value).every((count) => Number.isSafeInteger(count));

function isRun(value: unknown): value is RunLine {
  if (!isObject(value)) return false;
  const { started, seconds, command, feeds, failedFeeds } = value;
  const isDated = typeof started === 'string' && !Number.isNaN(Date.parse(started));
  const isTold = isDated && typeof seconds === 'number' && typeof command === 'string';
  return isTold && isObject(feeds) && Object.values(feeds).every(areCounts) && Array.isArray(failedFeeds) && failedFeeds.every((feed) => typeof feed === 'string');
}
