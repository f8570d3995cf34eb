import { Help, type Command, type HelpConfiguration, type Option } from 'commander';
import { messages } from '../messages/messages.js';
import { columnsOf, wrapText } from './wrap.js';

/** Columns of a help that reads well; in a narrower terminal there are fewer. */
const MOST_COLUMNS = 80;

/** How help looks: commander's own form, in the language of the catalogue, with what all commands have at its end. */
export function helpForm(): HelpConfiguration {
  const own = new Help();
  own.showGlobalOptions = true;
  const titles = new Map<string, string>(Object.entries(messages.usage.titles));
  return {
    prepareContext({ helpWidth = MOST_COLUMNS }) {
      this.helpWidth = Math.min(helpWidth, MOST_COLUMNS);
    },
    styleTitle: (title) => titles.get(title) ?? title,
    commandUsage: (command) => inOwnWords(own.commandUsage(command)),
    visibleOptions: (command) => [...ofDefault(own, command), ...own.visibleOptions(command), ...own.visibleGlobalOptions(command)],
    subcommandTerm: (command) => command.name(),
    argumentDescription: ({ description }) => description,
    optionDescription,
    formatHelp: (command, helper) => commandsFirst(own.formatHelp(command, helper)),
    displayWidth: columnsOf,
    boxWrap: wrapText,
  };
}

const defaults = new WeakMap<Command, Command>();

/** The options of the command that runs where none is named are options of the command above it, too. */
export function runsByDefault(command: Command, { above }: { above: Command }): void {
  defaults.set(above, command);
}

function ofDefault(own: Help, above: Command): Option[] {
  const command = defaults.get(above);
  return command ? own.visibleOptions(command).filter(({ long }) => long !== '--help') : [];
}

/** What help says of the opposites of switches, which it does not list. */
export const oppositesHelp = ({ options }: Command): string => (options.some(({ hidden }) => hidden) ? `\n${messages.usage.opposites}\n` : '');

/** Commander puts what all commands have before the list of commands, which people look for first. */
function commandsFirst(help: string): string {
  const parts = help.split('\n\n');
  const begins = (title: string) => (part: string): boolean => part.startsWith(title);
  const [options, commands] = [parts.findIndex(begins(messages.usage.groups.all)), parts.findIndex(begins(messages.usage.titles['Commands:']))];
  if (commands < options || options < 0) return help;
  const [list = ''] = parts.splice(commands, 1);
  return `${parts.toSpliced(options, 0, list.trimEnd()).join('\n\n')}\n`;
}

const inOwnWords = (usage: string): string => usage.replace('[options]', messages.usage.options).replace('[command]', messages.usage.command);

/** What an option does, with its default. */
export function optionDescription({ description, required, defaultValue, defaultValueDescription }: Option): string {
  if (!required || defaultValue === undefined) return description;
  const value = defaultValueDescription ?? (typeof defaultValue === 'string' ? defaultValue : JSON.stringify(defaultValue));
  return description + messages.usage.default(value);
}
