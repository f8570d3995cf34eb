import { openOutputFolder } from '../archive/output-folder.js';
import { openPreviewStore } from '../archive/preview-store.js';
import type { ArticleStore } from '../archive/store.js';
import { messages } from '../messages/messages.js';
import type { Io } from './io.js';
import type { OutputOptions } from './options/output.js';
import type { WaitOptions } from './options/wait.js';
import type { Settled } from './settle-posts.js';

/**
 * The store of the posts in `folder`. Documents on standard output and dry runs leave the disk as it is.
 * @throws NewsScrapeError all that `openOutputFolder` throws
 */
export function openStore(
  { folder, naming, pictures }: Omit<Settled, 'form'>,
  { stdout, dryRun, out, wait, quiet }: OutputOptions & WaitOptions & { quiet?: boolean },
  { terminal, signal }: Io,
): Promise<ArticleStore> {
  if (stdout) return openPreviewStore(out === undefined ? undefined : folder, naming);
  if (dryRun) return openPreviewStore(folder, naming);
  const onWait = (owner: string): void => {
    if (!quiet) terminal.line(messages.cli.waiting(folder, owner));
  };
  return openOutputFolder(folder, naming, { pictures, wait: wait === undefined || wait === false ? 0 : wait * 1000, onWait, signal });
}
