import type { Command } from 'commander';
import { messages } from '../../messages/messages.js';
import { addSwitch } from './switch.js';

/** Whether to say how a page was read in place of what it says. */
export interface ExplainOptions {
  explain?: boolean;
  json?: boolean;
}

export function addExplainOptions(command: Command): Command {
  return addSwitch(command.optionsGroup(messages.usage.groups.pages).option('--explain', messages.cli.explain), 'json', messages.cli.explainJson);
}
