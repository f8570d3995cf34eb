import type { Command } from 'commander';
import { en } from '../../messages/en.js';
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
    .option('--quiet', en.cli.quiet)
    .option('--tolerate <n>', en.cli.tolerate, parseTolerate, TOLERATE)
    .option('--verbose', en.cli.verbose)
    .option('--log-file <file>', en.cli.logFile);
}

/** For commands that say nothing but what they are asked for. */
export function addVerboseOption(command: Command): Command {
  return command.option('--verbose', en.cli.verboseRequests);
}

function parseTolerate(value: string): number {
  const runs = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(runs)) throw invalid('--tolerate', value, en.cli.expectedTolerate);
  return runs;
}
