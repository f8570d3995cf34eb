import type { Command } from 'commander';
import { messages } from '../../messages/messages.js';
import { RepeatableOption } from './repeatable.js';

/** What is noted of a new feed besides its address. */
export function addEntryOptions(command: Command): Command {
  return command
    .optionsGroup(messages.usage.groups.scope)
    .option('--name <name>', messages.config.about.name)
    .addOption(new RepeatableOption<string>('--group <name>', messages.config.groupOption, (word, earlier = []) => [...earlier, word]));
}

export function addEditOptions(command: Command): Command {
  return command.optionsGroup(messages.usage.groups.output).option('--dry-run', messages.config.dryRun);
}
