import type { Command } from 'commander';
import { processIo } from '../../src/cli/io.js';
import { complete, createProgram } from '../../src/cli/program.js';

/** The command line with the options of all commands. */
export function wholeProgram(): Command {
  const program = createProgram('0', processIo(new AbortController().signal), () => undefined);
  program.commands.forEach(complete);
  return program;
}

/** A command of the program with all its options. */
export function commandNamed(name: string): Command {
  const command = wholeProgram().commands.find((one) => one.name() === name);
  if (!command) throw new Error(`no command ${name}`);
  return command;
}
