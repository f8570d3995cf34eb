import type { Command } from 'commander';
import { parseSince } from '../../dates.js';
import { en } from '../../messages/en.js';
import { invalid } from './invalid.js';

/** Which articles of a feed are wanted. */
export interface SelectionOptions {
  limit?: number;
  since?: Date;
  /** Whether articles that have changed are written again. */
  update?: boolean;
}

export function addSelectionOptions(command: Command, now: () => Date): Command {
  return addSinceOption(command.option('--limit <n>', en.cli.limit, parseLimit), now).option('--update', en.cli.update);
}

export function addSinceOption(command: Command, now: () => Date): Command {
  return command.option('--since <when>', en.cli.since, (value: string) => parseSinceOption(value, now()));
}

function parseLimit(value: string): number {
  const limit = Number(value);
  if (!/^\d+$/.test(value) || limit < 1 || !Number.isSafeInteger(limit)) throw invalid('--limit', value, en.cli.expectedLimit);
  return limit;
}

function parseSinceOption(value: string, now: Date): Date {
  const since = parseSince(value, now);
  if (!since) throw invalid('--since', value, en.cli.expectedSince);
  return since;
}
