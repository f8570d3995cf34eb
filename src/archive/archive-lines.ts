import { readSync } from 'node:fs';
import { NewsScrapeError } from '../errors.js';
import { mayHoldSecrets } from '../mask.js';
import { messages } from '../messages/messages.js';
import { nameKey, nameText } from './name-table.js';
import { formatRecord, lineShape, namesOf, parseRecord, type ArchiveRecord } from './record.js';

/** Of the lines that this program writes; it reads all versions up to this one. */
export const VERSION = 4;
/** The first line of every archive; one more stands where lines of a newer format begin. */
export const HEADER = JSON.stringify({ 'news-scrape': 'archive', version: VERSION });
const HEADER_START = '{"news-scrape":';
const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';

const READ_BYTES = 1024 * 1024;
/** Most lines are of this form, which says as much of them as a parser would, in a fraction of its time. */
const PLAIN_LINE = new RegExp(`${lineShape('written')}\r?\n`, 'y');

/** A valid line with a record. */
export interface ArchiveLine {
  /** Where it begins, in bytes. */
  offset: number;
  /** `nameKey` of every name of the article, the strongest first. */
  keys: readonly number[];
  /** Absent where the form of the line was enough; it is that of a post then. */
  record?: ArchiveRecord;
}

/** How an archive file ends. */
export interface FileEnd {
  /** Bytes of the file that are good. */
  size: number;
  /** True if the last line lacks its newline, as editors leave it. */
  isOpen: boolean;
  /** True if a line that was never finished follows the good bytes. */
  torn: boolean;
  /** Of the newest header; 0 for none. */
  version: number;
  /** True if a line has an address with a secret in it, as earlier versions wrote them. */
  hasSecrets: boolean;
}

/**
 * Reads an archive line by line and checks each; header lines may repeat, as they do where two archives were joined.
 * @param fd the open file, read from its start
 * @param file what messages call it
 * @param accept gets every record in the order of the file
 * @throws NewsScrapeError `archive_corrupt`, `archive_newer`, or the system's error
 */
export function readLines(fd: number, file: string, accept: (line: ArchiveLine) => void): FileEnd {
  const reader = new LineReader(file, accept);
  let buffer = Buffer.alloc(2 * READ_BYTES);
  let length = 0;
  for (;;) {
    const bytesRead = readSync(fd, buffer, length, READ_BYTES, null);
    length += bytesRead;
    if (bytesRead === 0) return reader.last(buffer.toString('latin1', 0, length));
    const used = reader.block(buffer.toString('latin1', 0, length));
    // A line may be longer than a block.
    const next = length - used + READ_BYTES > buffer.length ? Buffer.alloc(2 * buffer.length) : buffer;
    buffer.copy(next, 0, used, length);
    buffer = next;
    length -= used;
  }
}

class LineReader {
  private offset = 0;
  private line = 0;
  private version = 0;
  private hasSecrets = false;

  constructor(
    private readonly file: string,
    private readonly accept: (line: ArchiveLine) => void,
  ) {}

  /** Reads the whole lines of a block (bytes as Latin-1) and says how many bytes they are. */
  block(bytes: string): number {
    let start = 0;
    const isSafe = !mayHoldSecrets(bytes);
    for (;;) {
      PLAIN_LINE.lastIndex = start;
      const plain = this.version > 0 && isSafe ? PLAIN_LINE.exec(bytes) : null;
      const end = plain ? PLAIN_LINE.lastIndex : bytes.indexOf('\n', start) + 1;
      if (end === 0) break;
      this.line += 1;
      if (plain) this.accept({ offset: this.offset + start, keys: plainKeys(plain[1] ?? '', plain[2]) });
      else this.other(bytes.slice(start, end - 1), this.offset + start);
      start = end;
    }
    this.offset += start;
    return start;
  }

  /** Reads what follows the last newline. */
  last(bytes: string): FileEnd {
    const torn = this.line > 0 && bytes !== '' && !isJson(bytes);
    this.line += 1;
    if (this.line === 1 || (bytes !== '' && !torn)) this.other(bytes, this.offset);
    const size = this.offset + (torn ? 0 : bytes.length);
    return { size, isOpen: !torn && bytes !== '', torn, version: this.version, hasSecrets: this.hasSecrets };
  }

  private other(bytes: string, offset: number): void {
    const line = this.line === 1 && bytes.startsWith(BYTE_ORDER_MARK) ? bytes.slice(BYTE_ORDER_MARK.length) : bytes;
    if (line.startsWith(HEADER_START)) {
      this.header(line);
      return;
    }
    const text = Buffer.from(line, 'latin1').toString();
    const record = parseRecord(text);
    if (typeof record === 'string') throw this.corrupt(record);
    if (this.line === 1) throw this.corrupt(messages.archive.noHeader);
    this.hasSecrets ||= mayHoldSecrets(text) && formatRecord(record) !== text;
    this.accept({ offset, keys: namesOf(record).map((name) => nameKey(nameText(name))), record });
  }

  private header(line: string): void {
    const version = Number(/^\{"news-scrape":"archive","version":(\d+)\}\s*$/.exec(line)?.[1]);
    if (version > VERSION) throw new NewsScrapeError('archive_newer', { file: this.file, version });
    if (!(version > 0)) throw this.corrupt(messages.archive.noHeader);
    this.version = Math.max(this.version, version);
  }

  private corrupt(detail: string): NewsScrapeError {
    return new NewsScrapeError('archive_corrupt', { file: this.file, line: this.line, detail });
  }
}

/** @param aliases a list of names as JSON, without escapes in any of them */
function plainKeys(id: string, aliases: string | undefined): number[] {
  const keys = [nameKey(id.slice(1, -1))];
  if (aliases !== undefined && aliases !== '[]') for (const alias of aliases.slice(2, -2).split('","')) keys.push(nameKey(alias));
  return keys;
}

function isJson(bytes: string): boolean {
  try {
    JSON.parse(bytes);
    return true;
  } catch {
    return false;
  }
}
