import type { Command } from 'commander';
import { messages } from '../../messages/messages.js';
import { invalid } from './invalid.js';
import { addSwitch } from './switch.js';

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
  addSwitch(command.optionsGroup(messages.usage.groups.output), 'stdout', messages.cli.stdout);
  addSwitch(command, 'json', messages.cli.json);
  return addSwitch(command, 'dry-run', messages.cli.dryRun);
}

function parseOut(value: string): string {
  if (value.trim() === '') throw invalid('--out', JSON.stringify(value), messages.cli.expectedOut);
  return value;
}
