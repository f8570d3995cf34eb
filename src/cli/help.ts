import { Help, type HelpConfiguration, type Option } from 'commander';
import { messages } from '../messages/messages.js';

/** How help looks: commander's own, in the language of the catalogue. */
export function helpForm(): HelpConfiguration {
  const own = new Help();
  const titles = new Map<string, string>(Object.entries(messages.usage.titles));
  return {
    showGlobalOptions: true,
    styleTitle: (title) => titles.get(title) ?? title,
    commandUsage: (command) => inOwnWords(own.commandUsage(command)),
    subcommandTerm: (command) => command.name(),
    optionDescription,
  };
}

const inOwnWords = (usage: string): string => usage.replace('[options]', messages.usage.options).replace('[command]', messages.usage.command);

function optionDescription({ description, required, defaultValue, defaultValueDescription }: Option): string {
  if (!required || defaultValue === undefined) return description;
  const value = defaultValueDescription ?? (typeof defaultValue === 'string' ? defaultValue : JSON.stringify(defaultValue));
  return `${description} (${messages.usage.default(value)})`;
}
