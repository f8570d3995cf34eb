import { openOutputFolder } from '../archive/output-folder.js';
import { openPreviewStore } from '../archive/preview-store.js';
import type { ArticleStore } from '../archive/store.js';
import { en } from '../messages/en.js';
import { fileNameKey, uniqueFileName } from '../post/file-name.js';
import type { Io } from './io.js';
import type { OutputOptions } from './options/output.js';
import type { WaitOptions } from './options/wait.js';

const NAMING = { unique: uniqueFileName, key: fileNameKey };

/**
 * The store of the posts in `folder`. Documents on standard output and dry runs leave the disk as it is.
 * @throws NewsScrapeError all that `openOutputFolder` throws
 */
export function openStore(
  folder: string,
  { stdout, dryRun, out, wait, quiet }: OutputOptions & WaitOptions & { quiet?: boolean },
  { terminal, signal }: Io,
): Promise<ArticleStore> {
  if (stdout) return openPreviewStore(out === undefined ? undefined : folder, NAMING);
  if (dryRun) return openPreviewStore(folder, NAMING);
  const onWait = (owner: string): void => {
    if (!quiet) terminal.line(en.cli.waiting(folder, owner));
  };
  return openOutputFolder(folder, NAMING, { wait: wait === undefined ? 0 : wait * 1000, onWait, signal });
}
