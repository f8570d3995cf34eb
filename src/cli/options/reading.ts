import type { Command } from 'commander';
import { en } from '../../messages/en.js';

/** How pages are read. */
export interface ReadingPageOptions {
  /** False: every page is parsed as a whole. */
  fastPath: boolean;
}

export function addReadingOptions(command: Command): Command {
  return command.option('--no-fast-path', en.cli.noFastPath);
}
