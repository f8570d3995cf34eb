/** The words of a configuration file, or of a variable, for an option of the command line. */
export interface OptionKey {
  /** As the flag has it, without dashes in front: `user-agent`. */
  name: string;
  /** The property of a command's options: `userAgent`. */
  attribute: string;
  /** `optional`: true, false or a value; `texts`: one value or a list of them. */
  takes: 'switch' | 'text' | 'texts' | 'optional';
  /** Whether each feed may have its own value, all feeds of a run share it, no file may have it, or nothing but a command line. */
  scope: 'feed' | 'run' | 'no file' | 'command line';
  /** True for a file or folder: in a configuration its path starts at the folder of the file. */
  isPath: boolean;
  /** The only words that it takes, where they are few. */
  choices?: readonly string[] | undefined;
  /** The sentence of `--help`. */
  description: string;
  /**
   * The value of the option for a word of the command line; of a list of them, with what the words before gave.
   * @throws NewsScrapeError `option_invalid`
   */
  parse: (text: string, earlier: unknown) => unknown;
}

/** The value of an option as a file may give it. */
export type RawValue = string | number | boolean | readonly (string | number)[];

/**
 * The value of an option, as the flag would give it.
 * @throws NewsScrapeError `option_invalid`
 */
export function readOption({ takes, parse }: OptionKey, raw: RawValue): unknown {
  if (takes === 'switch') return raw === true;
  if (raw === false) return undefined;
  const words = (Array.isArray(raw) ? raw : [raw]).map(String);
  return words.reduce<unknown>((earlier, word) => parse(word, earlier), undefined);
}

/** The keys that may stand at one feed or group. */
export const feedKeys = (keys: readonly OptionKey[]): OptionKey[] => keys.filter(({ scope }) => scope === 'feed');

/** The keys that a file may have. */
export const fileKeys = (keys: readonly OptionKey[]): OptionKey[] => keys.filter(({ scope }) => scope === 'feed' || scope === 'run');
