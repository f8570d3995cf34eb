import type { Argument, Command, Option } from 'commander';

/** What is asked for at the end of a command line that is still being written. */
export interface Place {
  command: Command;
  /** What the shell is to complete; of `--images=li` only the value. */
  start: string;
  /** What stands before it in the same word: `--images=`. */
  before: string;
  /** The option of which a value is written, if any. */
  option?: Option;
  /** The argument that is written, if any. */
  argument?: Argument;
  /** Whether options and subcommands may stand here. */
  takes: { options: boolean; commands: boolean };
}

interface Walk {
  command: Command;
  pending?: Option | undefined;
  positional: number;
  isLiteral: boolean;
}

/** Finds out what the last of the words of a command line stands for. The words do not hold the program's name. */
export function placeOf(program: Command, words: readonly string[]): Place {
  const walk = words.slice(0, -1).reduce(step, { command: program, positional: 0, isLiteral: false });
  const { command, pending, positional, isLiteral } = walk;
  const last = words.at(-1) ?? '';
  const nothing = { options: false, commands: false };
  if (pending && (pending.required || !last.startsWith('-'))) return { command, start: last, before: '', option: pending, takes: nothing };
  const [before = '', name = ''] = /^(--[^=]+)=/.exec(last) ?? [];
  const option = isLiteral ? undefined : optionNamed(command, name);
  if (option) return { command, start: last.slice(before.length), before, option, takes: nothing };
  const argument = argumentAt(command, positional);
  const takes = { options: !isLiteral, commands: positional === 0 && !isLiteral };
  return { command, start: last, before: '', takes, ...(argument && { argument }) };
}

function step({ command, pending, positional, isLiteral }: Walk, word: string): Walk {
  if (pending && (pending.required || !word.startsWith('-'))) return { command, positional, isLiteral };
  if (isLiteral || word === '-' || !word.startsWith('-')) {
    const subcommand = isLiteral || positional > 0 ? undefined : command.commands.find((one) => one.name() === word);
    return subcommand ? { command: subcommand, positional: 0, isLiteral } : { command, positional: positional + 1, isLiteral };
  }
  if (word === '--') return { command, positional, isLiteral: true };
  const option = word.includes('=') ? undefined : optionNamed(command, word);
  return { command, positional, isLiteral, pending: option && (option.required || option.optional) ? option : undefined };
}

/** The option of a command, or of those above it, that has this name. */
function optionNamed(command: Command, name: string): Option | undefined {
  const found = command.options.find(({ long, short }) => long === name || short === name);
  return found ?? (command.parent ? optionNamed(command.parent, name) : undefined);
}

function argumentAt({ registeredArguments }: Command, position: number): Argument | undefined {
  const last = registeredArguments.at(-1);
  return registeredArguments[position] ?? (last?.variadic ? last : undefined);
}
