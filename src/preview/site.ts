import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PictureFiles } from '../archive/picture-files.js';
import { lookAtPost, type PostState } from '../archive/post-files.js';
import { readFolder, type FolderState } from '../archive/read-folder.js';
import type { ArchiveRecord } from '../archive/record.js';
import { statePaths } from '../archive/folder.js';

/** What the pages are made of: a folder of posts as it is at the moment. */
export interface PreviewSite {
  /** As the user would type it. */
  folder: string;
  now(): Date;
  /** @throws NewsScrapeError as `readFolder` */
  state(): Promise<FolderState>;
  /** The text of an article's post; undefined where there is none, or none that is in the folder. */
  post(record: ArchiveRecord): Promise<{ text: string; state: PostState } | undefined>;
  /** A picture that stands with posts, as it was written. */
  picture(path: string): Promise<Uint8Array | undefined>;
}

/** The site of a real folder; every page reads it anew. */
export function openSite(folder: string, { pictures, now }: { pictures: string; now: () => Date }): PreviewSite {
  const files = new PictureFiles(pictures, statePaths(folder).tmp);
  return {
    folder,
    now,
    state: () => readFolder(folder),
    post: async (record) => {
      const { state } = await lookAtPost(folder, record);
      if (record.file === undefined || state === 'outside' || state === 'deleted') return undefined;
      const text = await readFile(join(folder, record.file), 'utf8').catch(() => undefined);
      return text === undefined ? undefined : { text, state };
    },
    picture: (path) => files.read(path),
  };
}
