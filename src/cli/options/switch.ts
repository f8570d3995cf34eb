import { Option, type Command } from 'commander';
import { messages } from '../../messages/messages.js';

/**
 * A switch and its opposite, for one run of what a configuration or a variable turns on. Help does not list the
 * opposites: they would double it.
 */
export function addSwitch(command: Command, name: string, description: string): Command {
  return addOpposite(command.option(`--${name}`, description), name);
}

/** `--no-x` alone, for an option that takes a value or none. */
export const addOpposite = (command: Command, name: string): Command => command.addOption(new Option(`--no-${name}`, messages.usage.opposite(name)).hideHelp());
