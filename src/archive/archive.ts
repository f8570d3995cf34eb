import { constants } from 'node:fs';
import { appendFile, truncate } from 'node:fs/promises';
import { HEADER, formatArchive, readArchive, type FileEnd } from './archive-file.js';
import { writeFileAtomic } from './atomic.js';
import { makeStateFolder, statePaths, unwritable } from './folder.js';
import { RecordIndex } from './record-index.js';
import { formatRecord, parseRecord, type ArchiveRecord } from './record.js';

/** Which articles are known, in `<output folder>/.news-scrape/archive.jsonl`. Writing is for the holder of the lock. */
export interface Archive {
  /** The record of an article under any of its names. */
  find(id: string, aliases: readonly string[]): ArchiveRecord | undefined;
  /** One record an article, in the order in which they were first seen. */
  records(): Iterable<ArchiveRecord>;
  /**
   * Remembers an article; on the disk when the promise is kept. What was known of it under any of its names becomes
   * one record, in which a written post stays one. Writes nothing if nothing is new.
   * @throws NewsScrapeError `output_unwritable`, TypeError for a record that `parseRecord` would refuse; nothing is
   * remembered then
   */
  put(record: ArchiveRecord): Promise<void>;
  /**
   * Rewrites the file if it has more than one line an article or an unfinished one, else leaves it alone.
   * @throws NewsScrapeError `output_unwritable`; the file is as it was then
   */
  close(): Promise<void>;
}

/**
 * Loads the archive of the output folder `dir`; a missing one is empty, and made by the first `put`.
 * @throws NewsScrapeError `archive_corrupt`, `archive_newer`, `archive_unreadable`; the file is as it was then
 */
export async function openArchive(dir: string): Promise<Archive> {
  const index = new RecordIndex();
  let repeats = false;
  const end = await readArchive(statePaths(dir).archive, (record) => {
    const united = index.unite(record);
    repeats = !united || index.enter(united) || repeats;
  });
  return new FileArchive(dir, index, end, repeats);
}

/** Never creates the file: without the lines before, a new one would be no archive. */
const APPEND = constants.O_WRONLY | constants.O_APPEND;

class FileArchive implements Archive {
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dir: string,
    private readonly index: RecordIndex,
    /** Undefined as long as there is no file. */
    private end: FileEnd | undefined,
    private repeats: boolean,
  ) {}

  find(id: string, aliases: readonly string[]): ArchiveRecord | undefined {
    return this.index.find(id, aliases);
  }

  records(): Iterable<ArchiveRecord> {
    return this.index.records();
  }

  /** One after the other: lines of two puts must not mix, and each has to see what the one before has entered. */
  put(record: ArchiveRecord): Promise<void> {
    const done = this.queue.then(() => this.enter(record));
    this.queue = done.catch(() => undefined);
    return done;
  }

  async close(): Promise<void> {
    await this.queue;
    const { archive, tmp } = statePaths(this.dir);
    if (!this.repeats && !this.end?.torn) return;
    try {
      await writeFileAtomic(archive, formatArchive(this.records()), { tmpDir: tmp, replace: true });
    } catch (error) {
      throw unwritable(archive, error);
    }
  }

  private async enter(record: ArchiveRecord): Promise<void> {
    const united = this.index.unite(record);
    if (!united) return;
    const line = formatRecord(united);
    const checked = parseRecord(line);
    // The next run would stop at such a line
    if (typeof checked === 'string') throw new TypeError(`${checked}: ${line}`);
    try {
      this.end = await (this.end ? this.append(`${line}\n`, this.end) : this.create(`${HEADER}\n${line}\n`));
    } catch (error) {
      throw unwritable(statePaths(this.dir).archive, error);
    }
    this.repeats = this.index.enter(united) || this.repeats;
  }

  private async create(text: string): Promise<FileEnd> {
    const { archive, tmp } = statePaths(this.dir);
    await makeStateFolder(this.dir);
    await writeFileAtomic(archive, text, { tmpDir: tmp, replace: false });
    return { size: Buffer.byteLength(text), separator: '', torn: false };
  }

  private async append(text: string, end: FileEnd): Promise<FileEnd> {
    const { archive } = statePaths(this.dir);
    if (end.torn) await truncate(archive, end.size);
    this.end = { ...end, torn: true };
    const line = `${end.separator}${text}`;
    await appendFile(archive, line, { flag: APPEND, flush: true });
    return { size: end.size + Buffer.byteLength(line), separator: '', torn: false };
  }
}
