import { Option, type Command } from 'commander';
import { messages } from '../../messages/messages.js';
import { invalid } from './invalid.js';

/** How often `watch` fetches. */
export interface EveryOptions {
  /** Milliseconds. */
  every: number;
}

const SECOND = 1000;
const UNITS: ReadonlyMap<string, number> = new Map([['s', SECOND], ['m', 60 * SECOND], ['h', 3600 * SECOND], ['d', 86_400 * SECOND]]);

export function addEveryOption(command: Command): Command {
  return command.optionsGroup(messages.usage.groups.scope).addOption(new Option('--every <time>', messages.watch.every).argParser(parseEvery).default(15 * 60 * SECOND, '15m'));
}

function parseEvery(value: string): number {
  const [, number = '', unit = ''] = /^(\d{1,5})([smhd])$/.exec(value.trim()) ?? [];
  const milliseconds = Number(number) * (UNITS.get(unit) ?? 0);
  if (milliseconds === 0 || milliseconds > 366 * 86_400 * SECOND) throw invalid('--every', value, messages.watch.expectedEvery);
  return milliseconds;
}
