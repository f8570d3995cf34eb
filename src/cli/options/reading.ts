import { Option, type Command } from 'commander';
import { messages } from '../../messages/messages.js';

/** How pages are read. */
export interface ReadingPageOptions {
  /** False: every page is parsed as a whole. */
  fastPath: boolean;
}

export function addReadingOptions(command: Command): Command {
  return command.optionsGroup(messages.usage.groups.pages).option('--no-fast-path', messages.cli.noFastPath).addOption(new Option('--fast-path', messages.cli.fastPath).hideHelp());
}
