import { Option, type Command } from 'commander';
import { messages } from '../../messages/messages.js';
import { invalid } from './invalid.js';

/** What to do while another run holds the output folder. */
export interface WaitOptions {
  /** Seconds to wait for it, possibly without end; absent for not waiting at all. */
  wait?: number;
}

const FOREVER = 'forever';

export function addWaitOption(command: Command): Command {
  return command.optionsGroup(messages.usage.groups.output).addOption(new Option('--wait [seconds]', messages.cli.wait).preset(FOREVER).argParser(parseWait));
}

function parseWait(value: string): number {
  if (value === FOREVER) return Infinity;
  if (!/^\d{1,9}$/.test(value)) throw invalid('--wait', value, messages.cli.expectedWait);
  return Number(value);
}
