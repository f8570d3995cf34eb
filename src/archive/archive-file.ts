import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { NewsScrapeError, isNewsScrapeError, systemCode, systemDetail } from '../errors.js';
import { HEADER, VERSION, readLines, type ArchiveLine, type FileEnd } from './archive-lines.js';
import { writeFileAtomic } from './atomic.js';

const NEWLINE = 10;
/** Some lines: whoever reads one often reads the next. */
const BLOCK_BYTES = 8 * 1024;
/** Never creates the file: without the lines before, a new one would be no archive. */
const APPEND = constants.O_RDWR | constants.O_APPEND;

/**
 * An archive file, open for reading. Should another program (git, an editor) put a file in its place meanwhile, that
 * one gets the new lines, but is never shortened or replaced.
 */
export class ArchiveFile {
  private isOpen = true;
  private readonly inode: number;
  /** Bytes of the file when this program last had it in hand. */
  private length: number;
  private end: FileEnd = { size: 0, isOpen: false, torn: false, version: 0, hasSecrets: false };
  private block = Buffer.alloc(0);
  private blockStart = 0;

  private constructor(
    private readonly path: string,
    private readonly fd: number,
  ) {
    const { ino, size } = fstatSync(fd);
    this.inode = ino;
    this.length = size;
  }

  /**
   * @returns undefined if there is no such file
   * @throws NewsScrapeError `archive_unreadable`
   */
  static open(path: string): ArchiveFile | undefined {
    try {
      return new ArchiveFile(path, openSync(path, 'r'));
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined;
      throw unreadable(path, error);
    }
  }

  /** Makes a file of these whole lines. */
  static async create(path: string, lines: string, tmpDir: string): Promise<ArchiveFile> {
    await writeFileAtomic(path, `${HEADER}\n${lines}`, { tmpDir, replace: false });
    const file = new ArchiveFile(path, openSync(path, 'r'));
    file.load(() => undefined);
    return file;
  }

  /**
   * Reads and checks all lines.
   * @throws NewsScrapeError `archive_corrupt`, `archive_newer`, `archive_unreadable`
   */
  load(accept: (line: ArchiveLine) => void): void {
    try {
      this.end = readLines(this.fd, this.path, accept);
    } catch (error) {
      throw isNewsScrapeError(error) ? error : unreadable(this.path, error);
    }
  }

  /** True if the last line was never finished. */
  get isTorn(): boolean {
    return this.end.torn;
  }

  /** True if a line holds what no file should. */
  get hasSecrets(): boolean {
    return this.end.hasSecrets;
  }

  /** The line that begins at this byte, without its newline. */
  lineAt(offset: number): string {
    for (let bytes = BLOCK_BYTES; ; bytes *= 2) {
      const start = offset - this.blockStart;
      const end = start >= 0 && start < this.block.length ? this.block.indexOf(NEWLINE, start) : -1;
      if (end >= 0) return this.block.toString('utf8', start, end);
      const read = this.readBlock(offset, bytes);
      if (read < bytes && !this.block.includes(NEWLINE)) return this.block.toString();
    }
  }

  /**
   * Adds whole lines at the end; on the disk when the promise is kept.
   * @returns where the first of them begins; undefined if that is in another file
   */
  async append(lines: string): Promise<number | undefined> {
    const handle = await open(this.path, APPEND);
    try {
      const isSame = this.isSame(await handle.stat());
      const start = await (isSame ? this.startOfLine(handle) : startOfLineIn(handle));
      this.end.torn = true;
      await handle.appendFile(`${start}${lines}`);
      await handle.sync();
      const { size } = await handle.stat();
      this.end = { size, isOpen: false, torn: false, version: VERSION, hasSecrets: this.end.hasSecrets };
      return isSame ? size - Buffer.byteLength(lines) : undefined;
    } finally {
      this.length = (await handle.stat()).size;
      await handle.close();
    }
  }

  /** Puts these whole lines in the place of all, unless another program has changed the file. Closes it. */
  async replace(lines: Iterable<string>, tmpDir: string): Promise<void> {
    if (this.isSame(await stat(this.path))) await writeFileAtomic(this.path, this.lastRead(lines), { tmpDir, replace: true });
    else this.close();
  }

  close(): void {
    if (this.isOpen) closeSync(this.fd);
    this.isOpen = false;
  }

  /** Some systems rename nothing to the name of a file that is open. */
  private *lastRead(lines: Iterable<string>): Generator<string> {
    yield `${HEADER}\n`;
    yield* lines;
    this.close();
  }

  /** Makes the end of the file fit for a line and returns what has to stand in front of it. */
  private async startOfLine(handle: FileHandle): Promise<string> {
    const { size, isOpen, torn, version } = this.end;
    if (torn) await handle.truncate(size);
    return `${isOpen ? '\n' : ''}${version < VERSION ? `${HEADER}\n` : ''}`;
  }

  private isSame({ ino, size }: { ino: number; size: number }): boolean {
    return ino === this.inode && size === this.length;
  }

  private readBlock(offset: number, bytes: number): number {
    const block = Buffer.allocUnsafe(bytes);
    const read = readSync(this.fd, block, 0, bytes, offset);
    this.block = block.subarray(0, read);
    this.blockStart = offset;
    return read;
  }
}

/** The same for a file that nobody has read. */
async function startOfLineIn(handle: FileHandle): Promise<string> {
  const { size } = await handle.stat();
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
  return `${bytesRead === 0 || buffer[0] === NEWLINE ? '' : '\n'}${HEADER}\n`;
}

const unreadable = (file: string, error: unknown): NewsScrapeError =>
  new NewsScrapeError('archive_unreadable', { file, detail: systemDetail(error) }, { cause: error });
