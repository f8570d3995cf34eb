import { Command, type Option } from 'commander';
import type { OptionKey } from '../../config/option-key.js';
import { addFetchOptions } from './fetch.js';
import { addHookOptions } from './hooks.js';
import { addLangOption } from './lang.js';
import { addPaceOptions } from './network.js';
import { addOutputOptions } from './output.js';
import { RepeatableOption } from './repeatable.js';
import { addTellingOptions } from './telling.js';
import { addWaitOption } from './wait.js';

/** What is said of a run, what ends it, and how it treats hosts that several feeds may share. */
const FOR_THE_RUN = [addOutputOptions, addWaitOption, addPaceOptions, addTellingOptions, addHookOptions, addLangOption];
/** What names the file; what is done once, and would lose articles if it were done in every run. */
const NOT_IN_A_FILE: ReadonlyMap<string, OptionKey['scope']> = new Map([['config', 'no file'], ['catchUp', 'command line']]);

/** What more is asked of words for options, by the property of the command's options; they throw `option_invalid`. */
export type Checks = Readonly<Record<string, (word: string) => void>>;

/** The keys of a configuration: all options of `fetch` and the language, so that a new one is a key without further ado. */
export function fetchKeys(now: () => Date, checks: Checks = {}): OptionKey[] {
  const ofRun = new Set(FOR_THE_RUN.flatMap((add) => add(new Command()).options.map((option) => option.attributeName())));
  const { options } = addLangOption(addFetchOptions(new Command(), now));
  const byAttribute = new Map<string, Option>();
  // `--x` and `--no-x` are one key, and the former describes it.
  for (const option of options) byAttribute.set(option.attributeName(), [byAttribute.get(option.attributeName()), option].find((one) => one?.negate === false) ?? option);
  return [...byAttribute].map(([attribute, option]) => ({ ...keyOf(attribute, option, checks[attribute]), scope: scopeOf(attribute, ofRun) }));
}

function scopeOf(attribute: string, ofRun: ReadonlySet<string>): OptionKey['scope'] {
  return NOT_IN_A_FILE.get(attribute) ?? (ofRun.has(attribute) ? 'run' : 'feed');
}

function keyOf(attribute: string, option: Option, check?: Checks[string]): Omit<OptionKey, 'scope'> {
  const { parseArg, presetArg } = option;
  return {
    name: option.name().replace(/^no-/, ''),
    attribute,
    takes: takenBy(option),
    // The help names the kind of value, and scripts may rely on that as well as people.
    isPath: /<(?:dir|file)>$/.test(option.flags),
    choices: option.argChoices,
    description: option.description,
    parse: (text, earlier) => {
      const word = option.optional && text === 'true' ? String(presetArg) : text;
      check?.(word);
      return parseArg ? parseArg<unknown>(word, earlier) : word;
    },
  };
}

function takenBy(option: Option): OptionKey['takes'] {
  if (option instanceof RepeatableOption) return 'texts';
  if (option.optional) return 'optional';
  return option.required ? 'text' : 'switch';
}
