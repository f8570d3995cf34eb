import { NewsScrapeError } from '../errors.js';
import { ArchiveFile } from './archive-file.js';
import { HEADER } from './archive-lines.js';
import { makeStateFolder, statePaths } from './folder.js';
import { unwritable } from './unwritable.js';
import { RecordIndex } from './record-index.js';
import { formatRecord, parseRecord, type ArchiveRecord } from './record.js';

/** Which articles are known, in `<output folder>/.news-scrape/archive.jsonl`. Writing is for the holder of the lock. */
export interface Archive {
  /** The record of an article under any of its names. */
  find(id: string, aliases: readonly string[]): ArchiveRecord | undefined;
  /** One record an article, in the order in which they were first seen. */
  records(): Iterable<ArchiveRecord>;
  /** The articles of a feed that failed and are to be tried again. */
  pending(feed: string): Iterable<ArchiveRecord>;
  /**
   * Remembers an article; on the disk when the promise is kept. What was known of it under any of its names becomes
   * one record, in which a written post stays one. Writes nothing if nothing is new.
   * @throws NewsScrapeError `output_unwritable`, TypeError for a record that `parseRecord` would refuse; nothing is
   * remembered then
   */
  put(record: ArchiveRecord): Promise<void>;
  /**
   * Rewrites the file if too many of its lines repeat, its last one was never finished or one holds a secret, else
   * leaves it alone. Nothing can be looked up afterwards.
   * @throws NewsScrapeError `output_unwritable`; the file is as it was then
   */
  compact(): Promise<void>;
  /** Lets go of the file. */
  close(): void;
}

/**
 * Loads the archive of the output folder `dir`; a missing one is empty, and made by the first `put`.
 * @throws NewsScrapeError `archive_corrupt`, `archive_newer`, `archive_unreadable`; the file is as it was then
 */
export function openArchive(dir: string): Archive {
  const file = ArchiveFile.open(statePaths(dir).archive);
  const archive = new FileArchive(dir, file);
  try {
    archive.load();
    return archive;
  } catch (error) {
    file?.close();
    throw error;
  }
}

const WRITE_CHARACTERS = 64 * 1024;
/** So many articles to one line that repeats: below, a file is not worth the reading and writing of all its lines. */
const ARTICLES_PER_REPEAT = 16;

class FileArchive implements Archive {
  private readonly index = new RecordIndex((offset) => this.readAt(offset));
  private queue: Promise<unknown> = Promise.resolve();
  /** Lines of articles that have another line. */
  private repeats = 0;

  constructor(
    private readonly dir: string,
    /** Undefined as long as there is none. */
    private file: ArchiveFile | undefined,
  ) {}

  /** @throws NewsScrapeError as `openArchive` */
  load(): void {
    this.file?.load((line) => (this.repeats += this.index.load(line) ? 1 : 0));
  }

  find(id: string, aliases: readonly string[]): ArchiveRecord | undefined {
    return this.index.find(id, aliases);
  }

  records(): Iterable<ArchiveRecord> {
    return this.index.records();
  }

  pending(feed: string): Iterable<ArchiveRecord> {
    return this.index.pending(feed);
  }

  /** One after the other: lines of two puts must not mix, and each has to see what the one before has entered. */
  put(record: ArchiveRecord): Promise<void> {
    const done = this.queue.then(() => this.enter(record));
    this.queue = done.catch(() => undefined);
    return done;
  }

  async compact(): Promise<void> {
    await this.queue;
    const isWorthIt = this.file?.isTorn === true || this.file?.hasSecrets === true || this.repeats * ARTICLES_PER_REPEAT > this.index.size;
    const { archive, tmp } = statePaths(this.dir);
    try {
      if (isWorthIt) await this.file?.replace(this.lines(), tmp);
    } catch (error) {
      throw unwritable(archive, error);
    }
  }

  close(): void {
    this.file?.close();
  }

  private *lines(): Generator<string> {
    let block = '';
    for (const record of this.records()) {
      block += `${formatRecord(record)}\n`;
      if (block.length < WRITE_CHARACTERS) continue;
      yield block;
      block = '';
    }
    yield block;
  }

  private async enter(record: ArchiveRecord): Promise<void> {
    const united = this.index.unite(record);
    if (!united) return;
    const line = formatRecord(united);
    const checked = parseRecord(line);
    // The next run would stop at such a line
    if (typeof checked === 'string') throw new TypeError(`${checked}: ${line}`);
    const offset = await this.write(`${line}\n`);
    this.repeats += this.index.enter(united, offset) ? 1 : 0;
  }

  /** Writes a line and says where it begins. */
  private async write(line: string): Promise<number | undefined> {
    const { archive, tmp } = statePaths(this.dir);
    try {
      if (this.file) return await this.file.append(line);
      await makeStateFolder(this.dir);
      this.file = await ArchiveFile.create(archive, line, tmp);
      return HEADER.length + 1;
    } catch (error) {
      throw unwritable(archive, error);
    }
  }

  private readAt(offset: number): ArchiveRecord {
    const record = parseRecord(this.file?.lineAt(offset) ?? '');
    // It was a record when the archive was loaded.
    if (typeof record === 'string') throw new NewsScrapeError('archive_changed', { file: statePaths(this.dir).archive });
    return record;
  }
}
