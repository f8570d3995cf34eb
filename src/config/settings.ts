import { homedir } from 'node:os';
import { dirname, relative, resolve } from 'node:path';
import type { Settings } from './config.js';
import { readOption, type OptionKey, type RawValue } from './option-key.js';
import type { Position } from './yaml-document.js';

/** Where values stand, and what their paths start from. */
export interface Place {
  /** Of the configuration. */
  file: string;
  lines: ReadonlyMap<string, Position>;
}

/** The options among the keys of a map that the schema has found right. */
export function readSettings(map: Readonly<Record<string, unknown>>, keys: readonly OptionKey[], { file, lines }: Place): Settings {
  const given = keys.flatMap((key) => {
    const raw = map[key.name];
    if (!isRaw(raw)) return [];
    const value = readOption(key, raw);
    return [[key.attribute, { value: key.isPath && typeof value === 'string' ? pathFrom(file, value) : value, line: lines.get(key.name)?.line ?? 1 }] as const];
  });
  return new Map(given);
}

/**
 * A path that a file names, as it would be typed in the working folder: it starts at the folder of the file, and no
 * shell has put the home folder in the place of `~`.
 */
export function pathFrom(file: string, path: string): string {
  const whole = path.replace(/^~(?=$|[/\\])/, () => homedir());
  const absolute = resolve(dirname(file), whole);
  return whole === absolute ? whole : relative('.', absolute) || '.';
}

function isRaw(value: unknown): value is RawValue {
  return Array.isArray(value) || ['string', 'number', 'boolean'].includes(typeof value);
}
