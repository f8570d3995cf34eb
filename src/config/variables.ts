import { NewsScrapeError, isNewsScrapeError } from '../errors.js';
import { messages } from '../messages/messages.js';
import { nearest } from './nearest.js';
import { readOption, type OptionKey, type RawValue } from './option-key.js';

const PREFIX = 'NEWS_SCRAPE_';
const SWITCHES: ReadonlyMap<string, boolean> = new Map([['true', true], ['1', true], ['false', false], ['0', false]]);

/** What variables of the environment say. */
export interface Variables {
  /** Values of options, by the property of the command's options. */
  values: ReadonlyMap<string, unknown>;
  /** Sentences about variables that mean nothing. */
  warnings: readonly string[];
}

/** The variable of an option: `NEWS_SCRAPE_USER_AGENT`. */
export const variableOf = ({ name }: Pick<OptionKey, 'name'>): string => PREFIX + name.toUpperCase().replaceAll('-', '_');

/**
 * Reads the variables of options. An empty one counts as none, as for other programs.
 * @throws NewsScrapeError `option_invalid`, which names the variable
 */
export function readVariables(env: NodeJS.ProcessEnv, keys: readonly OptionKey[]): Variables {
  const byName = new Map(keys.map((key) => [variableOf(key), key]));
  const given = Object.entries(env).flatMap(([name, text]) => (name.startsWith(PREFIX) && text !== undefined && text !== '' ? [[name, text] as const] : []));
  const known = given.flatMap(([name, text]) => {
    const key = byName.get(name);
    return key ? [[key.attribute, readVariable(name, text, key)] as const] : [];
  });
  const unknown = given.filter(([name]) => !byName.has(name)).map(([name]) => messages.config.unknownVariable(name, nearest(name, [...byName.keys()])));
  return { values: new Map(known), warnings: unknown };
}

function readVariable(variable: string, text: string, key: OptionKey): unknown {
  if (key.scope === 'command line') throw new NewsScrapeError('option_invalid', { option: variable, value: text, expected: messages.config.notByVariable(key.name) });
  try {
    return readOption(key, rawOf(variable, text, key));
  } catch (error) {
    if (!isNewsScrapeError(error, 'option_invalid')) throw error;
    throw new NewsScrapeError('option_invalid', { ...error.params, option: variable }, { cause: error });
  }
}

/** A list has a line for each of its values. */
function rawOf(variable: string, text: string, { takes }: OptionKey): RawValue {
  if (takes === 'text') return text;
  if (takes === 'texts') return text.split('\n').filter((line) => line !== '');
  const isOn = SWITCHES.get(text.toLowerCase());
  if (takes === 'switch' && isOn === undefined) throw new NewsScrapeError('option_invalid', { option: variable, value: text, expected: messages.config.expectedSwitch });
  return takes === 'switch' ? isOn === true : /^(?:true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text;
}
