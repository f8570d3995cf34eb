import { CATALOGUE, channelTitle, type Channel } from '../../feeds/catalogue.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { write, type Io } from '../io.js';
import { displayWidth } from '../terminal.js';

/** `news-scrape feeds`: the catalogue, for people as a table or for scripts as one JSON array. */
export async function feedsCommand({ json }: { json?: boolean }, io: Io): Promise<ExitCode> {
  const text = json ? `${JSON.stringify(CATALOGUE.map((channel) => ({ ...channel, title: channelTitle(channel) })), null, 2)}\n` : table(CATALOGUE);
  await write(io.stdout, text);
  return EXIT.ok;
}

function table(channels: readonly Channel[]): string {
  const rows = channels.map(({ id, name, pageid, lid, note }) => [id, name, `${pageid}/${lid}`, note]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  return rows.map((row) => `${row.map((cell, column) => cell + padding(cell, widths[column])).join('  ').trimEnd()}\n`).join('');
}

const padding = (cell: string, width = 0): string => ' '.repeat(Math.max(0, width - displayWidth(cell)));
