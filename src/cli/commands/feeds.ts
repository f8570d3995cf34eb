import { CATALOGUE, channelTitle, type Channel } from '../../feeds/catalogue.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { write, type Io } from '../io.js';
import { alignedRows } from '../table.js';

/** `news-scrape feeds`: the catalogue, for people as a table or for scripts as one JSON array. */
export async function feedsCommand({ json }: { json?: boolean }, io: Io): Promise<ExitCode> {
  await write(io, json ? asJson(CATALOGUE) : await asTable(CATALOGUE));
  return EXIT.ok;
}

function asJson(channels: readonly Channel[]): string {
  return `${JSON.stringify(channels.map((channel) => ({ ...channel, title: channelTitle(channel) })), null, 2)}\n`;
}

async function asTable(channels: readonly Channel[]): Promise<string> {
  const rows = await alignedRows(channels.map(({ id, name, pageid, lid, note }) => [id, name, `${pageid}/${lid}`, note]));
  return rows.map((row) => `${row}\n`).join('');
}
