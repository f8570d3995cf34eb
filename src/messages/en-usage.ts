/** What the parser of the command line says, and the headings of help, in English. */
export const enUsage = {
  lang: 'language of help and messages: en or zh (default: as LC_ALL, LC_MESSAGES or LANG say)',
  help: 'show this help',
  version: 'show the version',
  titles: {
    'Usage:': 'Usage:',
    'Arguments:': 'Arguments:',
    'Options:': 'Options:',
    'Global Options:': 'For all commands:',
    'Commands:': 'Commands:',
  },
  options: '[options]',
  command: '[command]',
  default: (value: string): string => `default: ${value}`,
  unknownOption: (flag: string): string => `unknown option '${flag}'.`,
  unknownCommand: (name: string): string => `unknown command '${name}'.`,
  missingArgument: (name: string): string => `missing required argument '${name}'.`,
  missingValue: (flags: string): string => `the option '${flags}' needs a value.`,
  tooMany: (command: string, expected: number, given: number): string => `too many arguments for '${command}': ${given} given, ${expected} expected.`,
  didYouMean: (meant: readonly string[]): string => ` Did you mean ${meant.join(' or ')}?`,
};
