import type { Command } from 'commander';
import { en } from '../../messages/en.js';

/** How much a run tells people. */
export interface TellingOptions {
  quiet?: boolean;
  verbose?: boolean;
}

export function addTellingOptions(command: Command): Command {
  return command.option('--quiet', en.cli.quiet).option('--verbose', en.cli.verbose);
}
