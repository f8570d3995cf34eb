import type { Command } from 'commander';
import { messages } from '../../messages/messages.js';

/** Where the configuration is. */
export interface ConfigOptions {
  config?: string;
}

export function addConfigOption(command: Command): Command {
  return command.optionsGroup(messages.usage.groups.scope).option('--config <file>', messages.cli.config);
}
