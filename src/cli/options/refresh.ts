import type { Command } from 'commander';
import { en } from '../../messages/en.js';
import { addSinceOption } from './selection.js';

/** Which articles of a folder are fetched again, and what for. */
export interface RefreshSelection {
  since?: Date;
  /** As `fetch` was given it. */
  feed?: string;
  /** Id of a rule for pages. */
  rule?: string;
  force?: boolean;
}

export function addRefreshOptions(command: Command, now: () => Date): Command {
  return addSinceOption(command, now)
    .option('--feed <feed>', en.cli.refreshFeed)
    .option('--rule <id>', en.cli.refreshRule)
    .option('--force', en.cli.refreshForce);
}
