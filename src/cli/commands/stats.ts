import { readFolder, type FolderState } from '../../archive/read-folder.js';
import { messages } from '../../messages/messages.js';
import { minuteOf, statisticsOf, writtenOn, type Statistics } from '../../stats/statistics.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { write, type Io } from '../io.js';
import type { StatsOptions } from '../options/stats.js';
import { settlePosts } from '../settle-posts.js';
import { alignedRows } from '../table.js';
import { printable } from '../terminal.js';

const RUNS = 10;
const FAILING = 10;
/** Columns of the longest bar. */
const LONGEST = 30;

/** `news-scrape stats`: what a folder of posts has come to, for people with bars or for scripts as JSON. */
export async function statsCommand(dir: string | undefined, { days, json }: StatsOptions, io: Io): Promise<ExitCode> {
  const { folder } = await settlePosts({ ...(dir !== undefined && { out: dir }), body: 'markdown', quiet: true }, io);
  const state = await readFolder(folder);
  if (!state.isKnown) io.terminal.line(messages.stats.unknown(folder), 'yellow');
  const statistics = statisticsOf(state.records, state.runs, { now: io.now(), days, runs: RUNS });
  await write(io, json ? asJson(state, statistics) : await asText(statistics));
  return EXIT.ok;
}

function asJson({ runs }: FolderState, { articles, feeds, days, failing }: Statistics): string {
  const shown = failing.map(({ id, url, title, feed, reason, since, failed, attempts }) => ({ id, url, title, feed, reason, since, failed, attempts }));
  return `${JSON.stringify({ articles, feeds, days, failing: shown, runs: runs.toReversed() }, null, 2)}\n`;
}

async function asText(statistics: Statistics): Promise<string> {
  const { articles, days, runs, failing } = statistics;
  const sections = [
    [messages.stats.articles(articles)],
    await chart(messages.stats.perDay(days.length), (isEmpty(statistics) ? [] : days).map((day) => ({ name: day.day, size: writtenOn(day), note: day.failures > 0 ? messages.stats.failures(day.failures) : '' }))),
    await feedChart(statistics),
    await table(messages.stats.failing, failing.slice(0, FAILING).map(({ failed = '', reason, title, url }) => [minuteOf(failed), reason, title, url])),
    await table(messages.stats.runs, runs.map((run) => [minuteOf(run.started), run.command, messages.stats.seconds(run.seconds), messages.stats.run(run)])),
  ];
  return sections.filter((lines) => lines.length > 0).map((lines) => lines.map((line) => `${printable(line)}\n`).join('')).join('\n');
}

/** Nothing has happened yet: a day without articles says nothing beside others that have none either. */
const isEmpty = ({ feeds, runs }: Statistics): boolean => feeds.length === 0 && runs.length === 0;

function feedChart({ feeds }: Statistics): Promise<string[]> {
  return chart(messages.stats.feeds, feeds.map(({ feed, written, failed, newest = '' }) => ({ name: feed, size: written, note: messages.stats.feed(newest, failed) })));
}

interface Bar {
  name: string;
  size: number;
  note: string;
}

async function chart(heading: string, bars: readonly Bar[]): Promise<string[]> {
  if (bars.length === 0) return [];
  const most = Math.max(1, ...bars.map(({ size }) => size));
  const rows = await alignedRows(bars.map(({ name, size, note }) => [name, `${'█'.repeat(Math.ceil((size / most) * LONGEST))} ${size}`, note]));
  return [heading, ...rows.map((row) => `  ${row}`)];
}

async function table(heading: string, rows: readonly (readonly string[])[]): Promise<string[]> {
  return rows.length === 0 ? [] : [heading, ...(await alignedRows(rows)).map((row) => `  ${row}`)];
}
