import type { Command } from 'commander';
import { messages } from '../../messages/messages.js';
import { invalid } from './invalid.js';
import { addSwitch } from './switch.js';

/** How much a run tells, and whom. */
export interface TellingOptions {
  quiet?: boolean;
  verbose?: boolean;
  /** A quiet run reports what fails in so many runs in a row. */
  tolerate: number;
  logFile?: string;
}

const TOLERATE = 3;

export function addTellingOptions(command: Command): Command {
  addSwitch(command.optionsGroup(messages.usage.groups.output), 'quiet', messages.cli.quiet).option('--tolerate <n>', messages.cli.tolerate, parseTolerate, TOLERATE);
  return addSwitch(command, 'verbose', messages.cli.verbose).option('--log-file <file>', messages.cli.logFile);
}

/** For commands that say nothing but what they are asked for. */
export function addVerboseOption(command: Command): Command {
  return addSwitch(command.optionsGroup(messages.usage.groups.output), 'verbose', messages.cli.verboseRequests);
}

function parseTolerate(value: string): number {
  const runs = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(runs)) throw invalid('--tolerate', value, messages.cli.expectedTolerate);
  return runs;
}
