import type { Command } from 'commander';
import { messages } from '../../messages/messages.js';
import { invalid } from './invalid.js';

/** What `stats` shows. */
export interface StatsOptions {
  /** How many days, today included. */
  days: number;
  json?: boolean;
}

const MOST_DAYS = 3660;

export function addStatsOptions(command: Command): Command {
  return command.optionsGroup(messages.usage.groups.output).option('--days <n>', messages.stats.days, parseDays, 14).option('--json', messages.stats.json);
}

function parseDays(value: string): number {
  const days = /^\d{1,4}$/.test(value) ? Number(value) : 0;
  if (days === 0 || days > MOST_DAYS) throw invalid('--days', value, messages.stats.expectedDays(MOST_DAYS));
  return days;
}
