import type { Command } from 'commander';
import { messages } from '../../messages/messages.js';
import { invalid } from './invalid.js';

/** Where posts and data go. */
export interface OutputOptions {
  out?: string;
  stdout?: boolean;
  json?: boolean;
  dryRun?: boolean;
}

export function addOutOption(command: Command): Command {
  return command.optionsGroup(messages.usage.groups.scope).option('--out <dir>', messages.cli.out, parseOut);
}

export function addOutputOptions(command: Command): Command {
  return command
    .optionsGroup(messages.usage.groups.output)
    .option('--stdout', messages.cli.stdout)
    .option('--json', messages.cli.json)
    .option('--dry-run', messages.cli.dryRun);
}

function parseOut(value: string): string {
  if (value.trim() === '') throw invalid('--out', JSON.stringify(value), messages.cli.expectedOut);
  return value;
}
