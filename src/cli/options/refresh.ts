import type { Command } from 'commander';
import { messages } from '../../messages/messages.js';
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
    .option('--feed <feed>', messages.cli.refreshFeed)
    .option('--rule <id>', messages.cli.refreshRule)
    .option('--force', messages.cli.refreshForce);
}
