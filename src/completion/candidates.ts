import type { Argument, Command, Option } from 'commander';
import { placeOf, type Place } from './command-line.js';

/** Something that may stand at the end of a command line, and what it is. */
export interface Word {
  word: string;
  about: string;
}

/** Words that only the configuration, the catalogue and other tables know. */
export interface KnownWords {
  feeds: readonly Word[];
  groups: readonly string[];
  /** Of options that take a list separated by commas, by their property. */
  lists: Readonly<Record<string, readonly string[]>>;
}

/** What a shell may offer; the names of files and folders it knows best itself. */
export interface Candidates {
  words: readonly Word[];
  paths: 'none' | 'files' | 'folders';
}

const NONE: Candidates = { words: [], paths: 'none' };

/** What may stand at the end of a command line; the shell picks what begins as the last word does. */
export function candidatesFor(program: Command, words: readonly string[], known: KnownWords): Candidates {
  const place = placeOf(program, words);
  if (place.option) return withStart(place.before, valuesOf(place.option, place.start, known));
  if (place.takes.options && place.start.startsWith('-')) return { words: optionsOf(place.command), paths: 'none' };
  const values = place.argument ? valuesOfArgument(place.argument, known) : NONE;
  return { ...values, words: [...commandsOf(place), ...values.words] };
}

function valuesOf(option: Option, start: string, known: KnownWords): Candidates {
  const list = known.lists[option.attributeName()];
  if (list) return { words: listed(list, start), paths: 'none' };
  if (option.argChoices) return { words: option.argChoices.map((word) => ({ word, about: '' })), paths: 'none' };
  if (option.flags.endsWith("<dir>")) return { words: [], paths: 'folders' };
  if (option.flags.endsWith("<file>")) return { words: [], paths: 'files' };
  if (option.flags.endsWith("<feed>")) return { words: known.feeds, paths: 'files' };
  return option.long === '--group' ? { words: known.groups.map((word) => ({ word, about: '' })), paths: 'none' } : NONE;
}

/** The rest of a list that has begun. */
function listed(names: readonly string[], start: string): Word[] {
  const before = start.slice(0, start.lastIndexOf(',') + 1);
  return names.filter((name) => !before.split(',').includes(name)).map((name) => ({ word: before + name, about: '' }));
}

function valuesOfArgument(argument: Argument, { feeds }: KnownWords): Candidates {
  if (argument.argChoices) return { words: argument.argChoices.map((word) => ({ word, about: '' })), paths: 'none' };
  if (argument.name() === 'feed') return { words: feeds, paths: 'files' };
  return { words: [], paths: argument.name() === 'dir' ? 'folders' : 'files' };
}

function commandsOf({ command, takes }: Place): Word[] {
  if (!takes.commands) return [];
  return command.createHelp().visibleCommands(command).map((one) => ({ word: one.name(), about: one.description() }));
}

function optionsOf(command: Command): Word[] {
  return command.createHelp().visibleOptions(command).flatMap(({ long, description }) => (long === undefined ? [] : [{ word: long, about: description }]));
}

const withStart = (start: string, { words, paths }: Candidates): Candidates => ({ words: words.map(({ word, about }) => ({ word: start + word, about })), paths });
