import type { Command } from 'commander';
import { messages } from '../../messages/messages.js';

/** Whether to say how a page was read in place of what it says. */
export interface ExplainOptions {
  explain?: boolean;
  json?: boolean;
}

export function addExplainOptions(command: Command): Command {
  return command.optionsGroup(messages.usage.groups.pages).option('--explain', messages.cli.explain).option('--json', messages.cli.explainJson);
}
