import type { Command } from 'commander';
import { en } from '../../messages/en.js';

/** Where the configuration is. */
export interface ConfigOptions {
  config?: string;
}

export function addConfigOption(command: Command): Command {
  return command.option('--config <file>', en.cli.config);
}
