import type { Command } from 'commander';
import { en } from '../../messages/en.js';
import { invalid } from './invalid.js';

/** Where posts and data go. */
export interface OutputOptions {
  out?: string;
  stdout?: boolean;
  json?: boolean;
  dryRun?: boolean;
}

export function addOutOption(command: Command): Command {
  return command.option('--out <dir>', en.cli.out, parseOut);
}

export function addOutputOptions(command: Command): Command {
  return command
    .option('--stdout', en.cli.stdout)
    .option('--json', en.cli.json)
    .option('--dry-run', en.cli.dryRun);
}

function parseOut(value: string): string {
  if (value.trim() === '') throw invalid('--out', JSON.stringify(value), en.cli.expectedOut);
  return value;
}
