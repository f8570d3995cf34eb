import { Option, type Command } from 'commander';
import { messages } from '../../messages/messages.js';
import { invalid } from './invalid.js';
import { addOpposite } from './switch.js';

/** What to do while another run holds the output folder. */
export interface WaitOptions {
  /** Seconds to wait for it, possibly without end; false or absent for not waiting at all. */
  wait?: number | false;
}

const FOREVER = 'forever';

export function addWaitOption(command: Command): Command {
  const wait = new Option('--wait [seconds]', messages.cli.wait).preset(FOREVER).argParser(parseWait);
  return addOpposite(command.optionsGroup(messages.usage.groups.output).addOption(wait), 'wait');
}

function parseWait(value: string): number {
  if (value === FOREVER) return Infinity;
  if (!/^\d{1,9}$/.test(value)) throw invalid('--wait', value, messages.cli.expectedWait);
  return Number(value);
}
