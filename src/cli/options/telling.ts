import type { Command } from 'commander';
import { messages } from '../../messages/messages.js';
import { invalid } from './invalid.js';

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
  return command
    .optionsGroup(messages.usage.groups.output)
    .option('--quiet', messages.cli.quiet)
    .option('--tolerate <n>', messages.cli.tolerate, parseTolerate, TOLERATE)
    .option('--verbose', messages.cli.verbose)
    .option('--log-file <file>', messages.cli.logFile);
}

/** For commands that say nothing but what they are asked for. */
export function addVerboseOption(command: Command): Command {
  return command.optionsGroup(messages.usage.groups.output).option('--verbose', messages.cli.verboseRequests);
}

function parseTolerate(value: string): number {
  const runs = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(runs)) throw invalid('--tolerate', value, messages.cli.expectedTolerate);
  return runs;
}
