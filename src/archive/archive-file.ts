import { createReadStream } from 'node:fs';
import { NewsScrapeError, isNewsScrapeError, systemCode, systemDetail } from '../errors.js';
import { en } from '../messages/en.js';
import { formatRecord, parseRecord, type ArchiveRecord } from './record.js';

const VERSION = 1;
/** The first line of every archive. */
export const HEADER = JSON.stringify({ 'news-scrape': 'archive', version: VERSION });
const HEADER_START = '{"news-scrape":';

const NEWLINE = 10;
const READ_BYTES = 1024 * 1024;
const WRITE_CHARACTERS = 64 * 1024;

/** How an archive file ends. */
export interface FileEnd {
  /** Bytes of the file that are good. */
  size: number;
  /** What a new line has to begin with: a newline, where an editor left off the last one. */
  separator: string;
  /** True if a line that was never finished follows the good bytes. */
  torn: boolean;
}

/**
 * Reads an archive line by line; header lines may repeat, as they do where two archives were joined.
 * @param enter gets every record in the order of the file
 * @returns how the file ends; undefined if there is none
 * @throws NewsScrapeError `archive_corrupt`, `archive_newer`, `archive_unreadable`
 */
export async function readArchive(file: string, enter: (record: ArchiveRecord) => void): Promise<FileEnd | undefined> {
  try {
    return await readLines(file, (text, line) => {
      const record = readLine(file, text, line);
      if (record) enter(record);
    });
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    if (isNewsScrapeError(error)) throw error;
    throw new NewsScrapeError('archive_unreadable', { file, detail: systemDetail(error) }, { cause: error });
  }
}

/** The whole file for these records, in blocks. */
export function* formatArchive(records: Iterable<ArchiveRecord>): Generator<string> {
  let block = `${HEADER}\n`;
  for (const record of records) {
    block += `${formatRecord(record)}\n`;
    if (block.length < WRITE_CHARACTERS) continue;
    yield block;
    block = '';
  }
  yield block;
}

async function readLines(file: string, accept: (text: string, line: number) => void): Promise<FileEnd> {
  const chunks: AsyncIterable<Buffer> = createReadStream(file, { highWaterMark: READ_BYTES });
  let rest = Buffer.alloc(0);
  let size = 0;
  let line = 0;
  for await (const chunk of chunks) {
    const block = Buffer.concat([rest, chunk]);
    const end = block.lastIndexOf(NEWLINE) + 1;
    const lines = end > 0 ? block.toString('utf8', 0, end - 1).split('\n') : [];
    for (const text of lines) accept(text, (line += 1));
    rest = block.subarray(end);
    size += end;
  }
  const last = rest.toString();
  const torn = line > 0 && last !== '' && !isJson(last);
  if (line === 0 || (last !== '' && !torn)) accept(last, line + 1);
  return torn ? { size, separator: '', torn } : { size: size + rest.length, separator: last === '' ? '' : '\n', torn };
}

function readLine(file: string, text: string, line: number): ArchiveRecord | undefined {
  if (text.startsWith(HEADER_START)) {
    checkHeader(file, text, line);
    return undefined;
  }
  const record = parseRecord(text);
  const fault = typeof record === 'string' ? record : en.archive.noHeader;
  if (typeof record === 'string' || line === 1) throw new NewsScrapeError('archive_corrupt', { file, line, detail: fault });
  // Most often one alias is the URL: sharing the text saves an eighth of the memory of a long archive
  if (record.aliases) record.aliases = record.aliases.map((name) => (name === record.url ? record.url : name));
  return record;
}

function checkHeader(file: string, text: string, line: number): void {
  const version = Number(/^\{"news-scrape":"archive","version":(\d+)\}\s*$/.exec(text)?.[1]);
  if (version > VERSION) throw new NewsScrapeError('archive_newer', { file, version });
  if (version !== VERSION) throw new NewsScrapeError('archive_corrupt', { file, line, detail: en.archive.noHeader });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
