import type { Command } from 'commander';
import { en } from '../../messages/en.js';

/** Whether to say how a page was read in place of what it says. */
export interface ExplainOptions {
  explain?: boolean;
  json?: boolean;
}

export function addExplainOptions(command: Command): Command {
  return command.option('--explain', en.cli.explain).option('--json', en.cli.explainJson);
}
