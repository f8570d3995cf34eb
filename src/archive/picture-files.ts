import { readFile, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pictureDigest } from '../pictures/digest.js';
import { partOf, writeFileAtomic } from './atomic.js';
import type { ArchiveRecord } from './record.js';

/** Pictures that belong to a post: bytes by the path that the record has. */
export type PictureBytes = ReadonlyMap<string, Uint8Array>;

/** The folder of the pictures of all posts. What a person has put there is never touched. */
export class PictureFiles {
  /** @param tmpDir for pictures that are being written */
  constructor(readonly folder: string, private readonly tmpDir: string) {}

  /** The bytes of a picture, if it is there as it was written. */
  async read(path: string): Promise<Uint8Array | undefined> {
    const bytes = await readFile(join(this.folder, path)).catch(() => undefined);
    return bytes && path.includes(pictureDigest(bytes)) ? bytes : undefined;
  }

  /** Writes those that are not there. */
  async place(pictures: PictureBytes): Promise<void> {
    for (const [path, bytes] of pictures) {
      if ((await this.read(path)) === undefined) await writeFileAtomic(join(this.folder, path), bytes, { tmpDir: this.tmpDir, replace: true });
    }
  }

  /** Removes the pictures of `from` that `kept` does not have, and the folders that are empty then. */
  async remove(from: ArchiveRecord | undefined, kept: ArchiveRecord | undefined): Promise<void> {
    const stays = new Set(pathsOf(kept));
    for (const path of pathsOf(from).filter((name) => !stays.has(name))) {
      const picture = join(this.folder, path);
      await rm(partOf(picture), { force: true }).catch(() => undefined);
      if ((await this.read(path)) !== undefined) await rm(picture, { force: true });
      await rmdir(join(this.folder, dirname(path))).then(() => rmdir(this.folder)).catch(() => undefined);
    }
  }
}

const pathsOf = (record: ArchiveRecord | undefined): string[] => (record?.pictures ?? []).map(({ file }) => file);
