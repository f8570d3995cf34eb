import { stat } from 'node:fs/promises';
import { openArchive } from './archive.js';
import { statePaths } from './folder.js';
import type { ArchiveRecord } from './record.js';
import { readRuns, type RunLine } from './run-history.js';

/** What is known of the articles and runs of an output folder. */
export interface FolderState {
  records: readonly ArchiveRecord[];
  runs: readonly RunLine[];
  /** False if no run has ever written there. */
  isKnown: boolean;
}

/**
 * Reads the state of an output folder without a lock, also while a run writes there: what that has finished is seen.
 * @throws NewsScrapeError `archive_corrupt`, `archive_newer`, `archive_unreadable`
 */
export async function readFolder(dir: string): Promise<FolderState> {
  const isKnown = await stat(statePaths(dir).folder).then((found) => found.isDirectory(), () => false);
  const archive = openArchive(dir);
  try {
    return { records: [...archive.records()], runs: await readRuns(dir), isKnown };
  } finally {
    archive.close();
  }
}
