import { Document, Pair, Scalar } from 'yaml';
import { fileKeys, type OptionKey } from '../config/option-key.js';
import { variableOf } from '../config/variables.js';
import { en } from '../messages/en.js';
import type { Chosen } from './choose-from.js';
import type { ChosenFeed } from './chosen-feeds.js';
import { fetchKeys } from './options/keys.js';
import type { MergedOptions, Origin } from './options/merge.js';
import { writtenOptions, type Written } from './options/written.js';

/** What gave an option its value; `file` and `line` for what stands in the configuration. */
interface ShownOrigin {
  by: Origin['by'] | 'built-in';
  variable?: string;
  group?: string;
  file?: string;
  line?: number;
}

interface ShownOption {
  value: Written;
  from: ShownOrigin;
}

type ShownOptions = Readonly<Record<string, ShownOption>>;

/** All that counts for some feeds, without secrets, in the order of `--help`. */
export interface ShownConfig {
  /** Options of the run as a whole. */
  defaults: ShownOptions;
  feeds: { feed: string; name?: string | undefined; options: ShownOptions }[];
}

/** What counts for the chosen feeds, in the words of a configuration. What has no value, but depends on the run, is not there. */
export function showConfig({ feeds, run, config: { file = '' } }: Chosen, now: () => Date): ShownConfig {
  const keys = fileKeys(fetchKeys(now));
  const shown = (merged: MergedOptions, scope: OptionKey['scope']): ShownOptions => shownOptions(merged, keys.filter((key) => key.scope === scope), file);
  return {
    defaults: shown(run, 'run'),
    feeds: feeds.map((feed) => ({ feed: wordFor(feed), name: feed.name, options: shown(feed, 'feed') })),
  };
}

/** The id of a file is its path as the configuration has it, which may lie elsewhere. */
const wordFor = ({ source: { id, kind, location } }: ChosenFeed): string => (kind === 'file' ? location : id);

function shownOptions({ options, origins }: MergedOptions, keys: readonly OptionKey[], file: string): ShownOptions {
  const written = writtenOptions(options);
  const shown = keys.flatMap((key) => {
    const value = written.get(key.attribute);
    return value === undefined ? [] : [[key.name, { value, from: shownOrigin(origins.get(key.attribute), key, file) }] as const];
  });
  return Object.fromEntries(shown);
}

function shownOrigin(origin: Origin | undefined, key: OptionKey, file: string): ShownOrigin {
  if (!origin) return { by: 'built-in' };
  if (origin.by === 'variable') return { by: 'variable', variable: variableOf(key) };
  return origin.by === 'flag' ? origin : { ...origin, file };
}

/** One JSON object. */
export const shownAsJson = (shown: ShownConfig): string => `${JSON.stringify(shown, null, 2)}\n`;

/** A configuration that says the same, each value with a comment on where it comes from. */
export function shownAsYaml({ defaults, feeds }: ShownConfig): string {
  const document = new Document({ defaults: {}, feeds: feeds.map(({ feed, name }) => ({ feed, ...(name !== undefined && { name }) })) });
  for (const [name, option] of Object.entries(defaults)) document.addIn(['defaults'], pairOf(document, name, option));
  for (const [index, { options }] of feeds.entries()) {
    for (const [name, option] of Object.entries(options)) document.addIn(['feeds', index], pairOf(document, name, option));
  }
  // A comment has to stay on the line of its value.
  return document.toString({ lineWidth: 0 });
}

function pairOf(document: Document, name: string, { value, from }: ShownOption): Pair {
  const node = document.createNode(value, { flow: true });
  node.comment = ` ${originText(from)}`;
  return new Pair(new Scalar(name), node);
}

function originText({ by, variable, group, file, line }: ShownOrigin): string {
  if (by === 'built-in') return en.config.builtIn;
  if (file === undefined) return variable ?? by;
  const part = by === 'defaults' ? 'defaults' : group === undefined ? undefined : en.config.groupOrigin(group);
  return [part, `${file}:${line}`].filter((words) => words !== undefined).join(', ');
}
