import { rmdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { systemCode } from '../errors.js';
import { openArchive, type Archive } from './archive.js';
import { sweepTemporary, writeFileAtomic } from './atomic.js';
import { withCopyOfDamaged } from './damaged.js';
import { digestOf } from './digest.js';
import type { FeedHealth, FeedMark } from './feed-line.js';
import { FeedMarks } from './feed-marks.js';
import { makeStateFolder, removeEmptyStateFolder, statePaths } from './folder.js';
import { unwritable } from './unwritable.js';
import { finishIntent, noteIntent } from './intent.js';
import { acquireLock, type Lock, type LockOptions } from './lock.js';
import { PictureFiles, type PictureBytes } from './picture-files.js';
import { holds, lookAtPost, namesIn, type PostFile } from './post-files.js';
import { isWritten, type ArchiveRecord, type WrittenRecord } from './record.js';
import { appendRun, type RunLine } from './run-history.js';
import { claimName, type ArticleStore, type Naming } from './store.js';

export interface FolderOptions extends LockOptions {
  /** The folder of the pictures of all posts; without it, `images` among the posts. */
  pictures?: string | undefined;
}

/**
 * Opens a folder of posts for one run, which then holds it alone. Every write may end with `output_unwritable` or
 * `output_lock_lost`.
 * @throws NewsScrapeError `output_locked`, `output_unwritable`, `archive_corrupt`, `archive_newer`, `archive_unreadable`
 */
export async function openOutputFolder(dir: string, naming: Naming, options: FolderOptions = {}): Promise<ArticleStore> {
  const isNew = await stat(dir).then(() => false, () => true);
  const lock = await acquireLock(dir, options);
  let archive: Archive | undefined;
  try {
    archive = openArchive(dir);
    await finishIntent(dir, archive);
    await sweepTemporary(dir);
    const pictures = new PictureFiles(options.pictures ?? join(dir, 'images'), statePaths(dir).tmp);
    return new OutputFolder(dir, naming, lock, archive, pictures, await FeedMarks.open(dir), await namesIn(dir, naming), isNew);
  } catch (error) {
    archive?.close();
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
    private readonly pictures: PictureFiles,
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

  look(record: ArchiveRecord): Promise<PostFile> {
    return lookAtPost(this.dir, record);
  }

  markOf(feed: string): FeedMark | undefined {
    return this.marks.get(feed);
  }

  async setMark(mark: FeedMark): Promise<void> {
    await this.lock.check();
    return this.marks.set(mark);
  }

  healthOf(feed: string): FeedHealth | undefined {
    return this.marks.health(feed);
  }

  async setHealth(feed: string, health: FeedHealth): Promise<void> {
    await this.lock.check();
    return this.marks.setHealth(feed, health);
  }

  restOf(feed: string): string | undefined {
    return this.marks.rest(feed);
  }

  async setRest(feed: string, until: string): Promise<void> {
    await this.lock.check();
    return this.marks.setRest(feed, until);
  }

  async noteRun(run: RunLine): Promise<void> {
    await this.lock.check();
    return appendRun(this.dir, run);
  }

  readPicture(path: string): Promise<Uint8Array | undefined> {
    return this.pictures.read(path);
  }

  async remember(record: ArchiveRecord): Promise<void> {
    await this.lock.check();
    return this.archive.put(record);
  }

  /** Pictures first, then the file, then the archive: a crash between them costs the next run a look at the file, never a loss. */
  async save(record: ArchiveRecord, fileName: string, document: string, pictures: PictureBytes): Promise<ArchiveRecord> {
    await this.lock.check();
    const recordAs = (file: string): ArchiveRecord => ({ ...record, file, hash: digestOf(document) });
    const file = await claimName(fileName, record.id, this.naming, (name) => this.place(recordAs(name), name, document, pictures));
    this.taken.add(this.naming.key(file));
    await this.archive.put(recordAs(file));
    return recordAs(file);
  }

  async rewrite(record: WrittenRecord, document: string, pictures: PictureBytes): Promise<WrittenRecord> {
    await this.lock.check();
    const { state } = await this.look(record);
    const rewritten = { ...record, hash: digestOf(document) };
    if (state !== 'intact' && this.isAnothers(record)) {
      const earlier = this.find(record.id, []);
      const { file = record.file } = await this.save(record, record.file, document, pictures);
      await this.pictures.remove(earlier, record);
      return { ...rewritten, file };
    }
    try {
      await this.writePost(rewritten, { name: record.file, isNew: state === 'deleted' }, document, pictures);
      await this.pictures.remove(this.find(record.id, []), rewritten);
    } catch (error) {
      throw unwritable(join(this.dir, record.file), error);
    }
    await this.archive.put(rewritten);
    return rewritten;
  }

  /** True if a post of another article has the name: this one's had been deleted then. */
  private isAnothers({ id, file }: WrittenRecord): boolean {
    for (const other of this.archive.records()) if (other.file === file && other.id !== id && isWritten(other)) return true;
    return false;
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

  /** Returns false if something else has the name. */
  private async place(record: ArchiveRecord, name: string, document: string, pictures: PictureBytes): Promise<boolean> {
    const isTaken = this.taken.has(this.naming.key(name));
    if (isTaken && !(await holds(join(this.dir, name), document))) return false;
    try {
      if (isTaken) await this.pictures.place(pictures);
      else await this.writePost(record, { name, isNew: true }, document, pictures);
      return true;
    } catch (error) {
      if (systemCode(error) === 'EEXIST') return false;
      throw unwritable(join(this.dir, name), error);
    }
  }

  private async writePost(record: ArchiveRecord, { name, isNew }: { name: string; isNew: boolean }, document: string, pictures: PictureBytes): Promise<void> {
    await makeStateFolder(this.dir);
    await noteIntent(this.dir, { record, isNew, pictures: relative(this.dir, this.pictures.folder) });
    try {
      await this.pictures.place(pictures);
      await writeFileAtomic(join(this.dir, name), document, { tmpDir: statePaths(this.dir).tmp, replace: !isNew });
    } catch (error) {
      await this.pictures.remove(record, this.find(record.id, []));
      throw error;
    }
  }
}
