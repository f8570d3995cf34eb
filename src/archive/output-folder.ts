import { createHash } from 'node:crypto';
import { readFile, readdir, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '../errors.js';
import { openArchive, type Archive } from './archive.js';
import { sweepTemporary, writeFileAtomic } from './atomic.js';
import { withCopyOfDamaged } from './damaged.js';
import { FeedMarks, type FeedMark } from './feed-marks.js';
import { makeStateFolder, removeEmptyStateFolder, statePaths, unwritable } from './folder.js';
import { acquireLock, type Lock, type LockOptions } from './lock.js';
import type { ArchiveRecord } from './record.js';
import { claimName, type ArticleStore, type Naming } from './store.js';

/**
 * Opens a folder of posts for one run, which then holds it alone. Every write may end with `output_lock_lost`.
 * @throws NewsScrapeError `output_locked`, `output_unwritable`, `archive_corrupt`, `archive_newer`, `archive_unreadable`
 */
export async function openOutputFolder(dir: string, naming: Naming, options: LockOptions = {}): Promise<ArticleStore> {
  const isNew = await stat(dir).then(() => false, () => true);
  const lock = await acquireLock(dir, options);
  try {
    await sweepTemporary(dir);
    return new OutputFolder(dir, naming, lock, openArchive(dir), await FeedMarks.open(dir), await namesIn(dir, naming), isNew);
  } catch (error) {
    const told = await withCopyOfDamaged(dir, error);
    await lock.release();
    throw told;
  }
}

class OutputFolder implements ArticleStore {
  constructor(
    private readonly dir: string,
    private readonly naming: Naming,
    private readonly lock: Lock,
    private readonly archive: Archive,
    private readonly marks: FeedMarks,
    private readonly taken: Set<string>,
    private readonly isNew: boolean,
  ) {}

  find(id: string, aliases: readonly string[]): ArchiveRecord | undefined {
    return this.archive.find(id, aliases);
  }

  records(): Iterable<ArchiveRecord> {
    return this.archive.records();
  }

  pending(feed: string): Iterable<ArchiveRecord> {
    return this.archive.pending(feed);
  }

  markOf(feed: string): FeedMark | undefined {
    return this.marks.get(feed);
  }

  async setMark(mark: FeedMark): Promise<void> {
    await this.lock.check();
    return this.marks.set(mark);
  }

  async remember(record: ArchiveRecord): Promise<void> {
    await this.lock.check();
    return this.archive.put(record);
  }

  /** The file first, then the archive: a crash between the two costs a second look at the same file, never a loss. */
  async save(record: ArchiveRecord, fileName: string, document: string): Promise<ArchiveRecord> {
    await this.lock.check();
    const file = await claimName(fileName, record.id, this.naming, (name) => this.place(name, document));
    this.taken.add(this.naming.key(file));
    const saved: ArchiveRecord = { ...record, file, hash: hashOf(document) };
    await this.archive.put(saved);
    return saved;
  }

  async close(): Promise<void> {
    try {
      if (await this.lock.isHeld()) {
        await this.archive.compact();
        await sweepTemporary(this.dir);
      }
    } finally {
      this.archive.close();
      await this.lock.release();
      await this.leaveNoTrace();
    }
  }

  /** A run that came to nothing leaves no folders behind that were not there before. */
  private async leaveNoTrace(): Promise<void> {
    await removeEmptyStateFolder(this.dir);
    if (this.isNew) await rmdir(this.dir).catch(() => undefined);
  }

  private async place(name: string, document: string): Promise<boolean> {
    const path = join(this.dir, name);
    if (this.taken.has(this.naming.key(name))) return holds(path, document);
    try {
      await makeStateFolder(this.dir);
      await writeFileAtomic(path, document, { tmpDir: statePaths(this.dir).tmp, replace: false });
      return true;
    } catch (error) {
      if (systemCode(error) === 'EEXIST') return false;
      throw unwritable(path, error);
    }
  }
}

/** True if the file has exactly this content: a run that was killed between file and archive has written it. */
async function holds(path: string, document: string): Promise<boolean> {
  try {
    return (await readFile(path, 'utf8')) === document;
  } catch {
    return false;
  }
}

/** Keys of all names in a folder; none if it does not exist yet. */
export async function namesIn(dir: string, naming: Naming): Promise<Set<string>> {
  try {
    return new Set((await readdir(dir)).map(naming.key));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return new Set();
    throw unwritable(dir, error);
  }
}

const hashOf = (document: string): string => createHash('sha256').update(document).digest('hex').slice(0, 16);
