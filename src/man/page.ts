import type { Argument, Command, Option } from 'commander';
import { EXAMPLES } from '../cli/examples.js';
import { EXIT } from '../cli/exit-codes.js';
import { optionDescription } from '../cli/help.js';
import { fetchKeys } from '../cli/options/keys.js';
import { variableOf } from '../config/variables.js';
import { manPage } from '../messages/man-page.js';
import { messages } from '../messages/messages.js';
import { bold, entry, head, paragraph, roffText, section, subsection } from './roff.js';

/**
 * The man page of the program, in the macros of man(7).
 * @param program with the options of all its commands
 */
export function formatManPage(program: Command, version: string): string {
  const { titles } = manPage;
  const lines = [
    ...head(program.name(), `${program.name()} ${version}`),
    ...section(titles.name, [roffText(`${program.name()} - ${manPage.name}`)]),
    ...section(titles.synopsis, paragraph(`${bold(program.name())} ${roffText('<command> [options] [arguments]')}`)),
    ...section(titles.description, manPage.description.flatMap((text) => paragraph(roffText(text)))),
    ...section(titles.commands, commandsOf(program).flatMap((command) => commandPart(command, program))),
    ...section(titles.global, program.createHelp().visibleOptions(program).flatMap(optionEntry)),
    ...section(titles.environment, environment()),
    ...section(titles.files, entries(manPage.files)),
    ...section(titles.exit, exitCodes()),
    ...section(titles.examples, examples()),
  ];
  return `${lines.join('\n')}\n`;
}

/** The commands in their order, each before those below it. */
function commandsOf(parent: Command): Command[] {
  return parent.createHelp().visibleCommands(parent).flatMap((command) => [command, ...commandsOf(command)]);
}

function commandPart(command: Command, program: Command): string[] {
  const help = command.createHelp();
  const others = new Set(sharedWith(program, command));
  const own = command.options.filter((option) => !option.hidden && !others.has(option));
  return subsection(help.commandUsage(command), [
    ...paragraph(roffText(sentence(command.description()))),
    ...command.registeredArguments.filter(({ description }) => description !== '').flatMap(argumentEntry),
    ...own.flatMap(optionEntry),
    ...(others.size > 0 ? paragraph(`${roffText(manPage.alsoTakes('fetch'))} ${[...others].map(({ long }) => bold(long ?? '')).join(', ')}.`) : []),
  ]);
}

/** The options of a command that `fetch` has with the same words: there they stand in full. */
function sharedWith(program: Command, command: Command): Option[] {
  const main = program.commands.find((one) => one.name() === 'fetch');
  if (command === main) return [];
  return command.options.filter(({ flags, description }) => main?.options.some((option) => option.flags === flags && option.description === description));
}

function argumentEntry(argument: Argument): string[] {
  return entry(argument.name(), argument.description);
}

function optionEntry(option: Option): string[] {
  return entry(option.flags, optionDescription(option));
}

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;

const entries = (table: Readonly<Record<string, string>>): string[] => Object.entries(table).flatMap(([term, text]) => entry(term, text));

function environment(): string[] {
  const names = fetchKeys(() => new Date()).filter(({ scope, name }) => scope !== 'command line' && scope !== 'no file' && name !== 'lang').map(variableOf);
  return [...entries(manPage.environment), ...entry(names.join(', '), manPage.variables)];
}

function exitCodes(): string[] {
  const meanings = new Map<string, string>(Object.entries(messages.exitCodes));
  return Object.entries(EXIT).flatMap(([name, code]) => entry(String(code), sentence(meanings.get(name) ?? '')));
}

/** Each line of the examples once, though more than one help has it. */
function examples(): string[] {
  return [...new Map(Object.values(EXAMPLES).flat())].flatMap(([line, does]) => entry(line, sentence(messages.examples[does])));
}
