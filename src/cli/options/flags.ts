import type { Command } from 'commander';

/** Values that the command line itself gave, by the property of the command's options. */
export type Flags = ReadonlyMap<string, unknown>;

/** What a command was given on the command line; what it has by default is not in there. */
export function flagsOf(command: Command): Flags {
  const given = Object.entries(command.opts<Record<string, unknown>>()).filter(([attribute]) => command.getOptionValueSource(attribute) === 'cli');
  return new Map(given);
}
