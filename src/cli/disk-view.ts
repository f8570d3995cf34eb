import { readFile, readdir } from 'node:fs/promises';
import type { FolderView } from '../post/site.js';

/** The real disk; a folder that cannot be read is as good as none. */
export const diskView: FolderView = {
  names: (folder) => readdir(folder).catch(() => []),
  text: (file) => readFile(file, 'utf8'),
};
