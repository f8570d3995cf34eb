import { CATALOGUE, channelTitle, type Channel } from '../../feeds/catalogue.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { write, type Io } from '../io.js';

/** `news-scrape feeds`: the catalogue, for people as a table or for scripts as one JSON array. */
export async function feedsCommand({ json }: { json?: boolean }, io: Io): Promise<ExitCode> {
  await write(io, json ? asJson(CATALOGUE) : await asTable(CATALOGUE));
  return EXIT.ok;
}

function asJson(channels: readonly Channel[]): string {
  return `${JSON.stringify(channels.map((channel) => ({ ...channel, title: channelTitle(channel) })), null, 2)}\n`;
}

async function asTable(channels: readonly Channel[]): Promise<string> {
  // Loaded on need: most runs measure nothing.
  const { displayWidth } = await import('../width.js');
  const rows = channels.map(({ id, name, pageid, lid, note }) => [id, name, `${pageid}/${lid}`, note]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  const padding = (cell: string, width = 0): string => ' '.repeat(Math.max(0, width - displayWidth(cell)));
  return rows.map((row) => `${row.map((cell, column) => cell + padding(cell, widths[column])).join('  ').trimEnd()}\n`).join('');
}
