import { Option, type Command } from 'commander';
import { en } from '../../messages/en.js';
import { invalid } from './invalid.js';

/** What to do while another run holds the output folder. */
export interface WaitOptions {
  /** Seconds to wait for it, possibly without end; absent for not waiting at all. */
  wait?: number;
}

const FOREVER = 'forever';

export function addWaitOption(command: Command): Command {
  return command.addOption(new Option('--wait [seconds]', en.cli.wait).preset(FOREVER).argParser(parseWait));
}

function parseWait(value: string): number {
  if (value === FOREVER) return Infinity;
  if (!/^\d{1,9}$/.test(value)) throw invalid('--wait', value, en.cli.expectedWait);
  return Number(value);
}
