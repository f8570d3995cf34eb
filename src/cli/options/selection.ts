import type { Command } from 'commander';
import { parseSince } from '../../dates.js';
import { messages } from '../../messages/messages.js';
import { addFilterOptions, type FilterOptions } from './filter.js';
import { invalid } from './invalid.js';
import { addSwitch } from './switch.js';

/** Which articles of a feed are wanted. */
export interface SelectionOptions extends FilterOptions {
  limit?: number;
  since?: Date;
  /** Whether all is marked as seen, and nothing written. */
  catchUp?: boolean;
  /** Whether articles that have changed are written again. */
  update?: boolean;
}

export function addSelectionOptions(command: Command, now: () => Date): Command {
  addFilterOptions(addSinceOption(command.optionsGroup(messages.usage.groups.scope).option('--limit <n>', messages.cli.limit, parseLimit), now)).option('--catch-up', messages.cli.catchUp);
  return addSwitch(command, 'update', messages.cli.update);
}

export function addSinceOption(command: Command, now: () => Date): Command {
  return command.optionsGroup(messages.usage.groups.scope).option('--since <when>', messages.cli.since, (value: string) => parseSinceOption(value, now()));
}

function parseLimit(value: string): number {
  const limit = Number(value);
  if (!/^\d+$/.test(value) || limit < 1 || !Number.isSafeInteger(limit)) throw invalid('--limit', value, messages.cli.expectedLimit);
  return limit;
}

function parseSinceOption(value: string, now: Date): Date {
  const since = parseSince(value, now);
  if (!since) throw invalid('--since', value, messages.cli.expectedSince);
  return since;
}
