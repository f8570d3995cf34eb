import { resolve } from 'node:path';
import { fileKeys, type OptionKey } from '../config/option-key.js';
import { variableOf } from '../config/variables.js';
import { messages } from '../messages/messages.js';
import type { Chosen } from './choose-from.js';
import type { ChosenFeed } from './chosen-feeds.js';
import { fetchKeys } from './options/keys.js';
import type { MergedOptions, Origin } from './options/merge.js';
import { writtenOptions, type Written } from './options/written.js';
import { alignedRows } from './table.js';
import { printable } from './terminal.js';

/** What gave an option its value; `file` (absolute) and `line` for what stands in the configuration. */
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

/** All that counts for some feeds, without secrets, in the order of `--help`. Paths are absolute. */
export interface ShownConfig {
  /** The configuration, where there is one. */
  file?: string;
  /** Options of the run as a whole. */
  run: ShownOptions;
  feeds: { feed: string; name?: string | undefined; options: ShownOptions }[];
}

/** What counts for the chosen feeds. What has no value, but depends on the run, is not there. */
export function showConfig({ feeds, run, config }: Chosen, now: () => Date): ShownConfig {
  const file = config.file === undefined ? undefined : resolve(config.file);
  const keys = fileKeys(fetchKeys(now));
  const shown = (merged: MergedOptions, scope: OptionKey['scope']): ShownOptions => shownOptions(merged, keys.filter((key) => key.scope === scope), file);
  return {
    ...(file !== undefined && { file }),
    run: shown(run, 'run'),
    feeds: feeds.map((feed) => ({ feed: wordFor(feed), name: feed.name, options: shown(feed, 'feed') })),
  };
}

/** The id of a file is its path as the configuration has it, which may lie elsewhere. */
const wordFor = ({ source: { id, kind, location } }: ChosenFeed): string => (kind === 'file' ? resolve(location) : id);

function shownOptions({ options, origins }: MergedOptions, keys: readonly OptionKey[], file: string | undefined): ShownOptions {
  const written = writtenOptions(options);
  const shown = keys.flatMap((key) => {
    const value = written.get(key.attribute);
    if (value === undefined) return [];
    return [[key.name, { value: key.isPath && typeof value === 'string' ? resolve(value) : value, from: shownOrigin(origins.get(key.attribute), key, file) }] as const];
  });
  return Object.fromEntries(shown);
}

function shownOrigin(origin: Origin | undefined, key: OptionKey, file: string | undefined): ShownOrigin {
  if (!origin) return { by: 'built-in' };
  if (origin.by === 'variable') return { by: 'variable', variable: variableOf(key) };
  return origin.by === 'flag' || file === undefined ? { by: origin.by } : { ...origin, file };
}

/** One JSON object. */
export const shownAsJson = (shown: ShownConfig): string => `${JSON.stringify(shown, null, 2)}\n`;

/** Below the heading of each feed a line for each option: its name, its value, where that comes from. */
export async function shownAsTable({ run, feeds }: ShownConfig): Promise<string> {
  const sections = [
    { heading: messages.config.ofTheRun, options: run },
    ...feeds.map(({ feed, name, options }) => ({ heading: name === undefined ? feed : `${name}: ${feed}`, options })),
  ];
  const rows = await alignedRows(sections.flatMap(({ options }) => Object.entries(options).map(([name, { value, from }]) => [`  ${name}`, printable(writtenValue(value)), originText(from)])));
  const lines = sections.map(({ heading, options }) => [printable(heading), ...rows.splice(0, Object.keys(options).length)].join('\n'));
  return `${lines.join('\n\n')}\n`;
}

/** Quoted where it could be read as another one. */
function writtenValue(value: Written): string {
  if (Array.isArray(value)) return JSON.stringify(value);
  return typeof value !== 'string' || /^[^\s"'[](?:.*[^\s"'])?$/s.test(value) ? String(value) : JSON.stringify(value);
}

function originText({ by, variable, group, file, line }: ShownOrigin): string {
  if (by === 'built-in') return messages.config.builtIn;
  const what = variable ?? (group === undefined ? by : messages.config.groupOrigin(group));
  return file === undefined ? what : `${what}  ${file}:${line ?? ''}`;
}
