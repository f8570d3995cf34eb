import { Command } from 'commander';
import type { Settings } from '../../config/config.js';
import { addFetchOptions, type FetchOptions } from './fetch.js';

/** What gave an option its value. */
export type Origin =
  | { by: 'flag' }
  | { by: 'variable' }
  | { by: 'feed' | 'defaults'; line: number }
  | { by: 'group'; group: string; line: number };

/** Values of options that one thing gives, by the property of the command's options. */
export type Layer = ReadonlyMap<string, { value: unknown; from: Origin }>;

/** The options of `fetch` for a feed, and where those come from that are not built in. */
export interface MergedOptions {
  options: FetchOptions;
  origins: ReadonlyMap<string, Origin>;
}

/** Lays values over the built-in ones; a later layer counts before an earlier one. */
export function mergeOptions(layers: readonly Layer[], now: () => Date): MergedOptions {
  const command = addFetchOptions(new Command(), now);
  const origins = new Map<string, Origin>();
  for (const layer of layers) {
    for (const [attribute, { value, from }] of layer) {
      command.setOptionValue(attribute, value);
      origins.set(attribute, from);
    }
  }
  return { options: command.opts<FetchOptions>(), origins };
}

/** The layer of values that have no line in a file. */
export const layerOf = (values: ReadonlyMap<string, unknown>, from: Origin): Layer => new Map([...values].map(([attribute, value]) => [attribute, { value, from }]));

/** The layer of a part of the configuration. */
export const layerOfSettings = (settings: Settings, originAt: (line: number) => Origin): Layer =>
  new Map([...settings].map(([attribute, { value, line }]) => [attribute, { value, from: originAt(line) }]));
