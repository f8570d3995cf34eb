import { realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { writeFileAtomic } from '../archive/atomic.js';
import { unwritable } from '../archive/unwritable.js';
import { EMPTY_CONFIG, type Config } from '../config/config.js';
import { CONFIG_FILE, MARK, MAX_BYTES, findConfig, type ConfigText } from '../config/find.js';
import { parseConfig } from '../config/parse.js';
import { NewsScrapeError, isNewsScrapeError, systemCode } from '../errors.js';
import { messages } from '../messages/messages.js';
import { configOptionsOf } from './choose-from.js';
import type { Io } from './io.js';
import type { Flags } from './options/flags.js';
import { fetchKeys } from './options/keys.js';

/** A configuration that a command is to change. */
export interface EditableConfig extends ConfigText {
  config: Config;
  /** False for a file that is still to be made; its text is empty. */
  isThere: boolean;
}

/**
 * The configuration that a command is to change: the one that counts for others here, else one to be made in this folder
 * or where `--config` says.
 * @throws NewsScrapeError `config_unreadable`; `config_invalid`, as a broken one is not to be changed
 */
export async function openEditable(flags: Flags, io: Io): Promise<EditableConfig> {
  const { config: named } = configOptionsOf(flags, io);
  const found = await find(named, io);
  if (!found) return { file: named ?? join(process.cwd(), CONFIG_FILE), text: '', hasMark: false, config: EMPTY_CONFIG, isThere: false };
  return { ...found, config: parseConfig(found, fetchKeys(io.now)), isThere: true };
}

async function find(named: string | undefined, { readFile }: Io): Promise<ConfigText | undefined> {
  try {
    return await findConfig(named, process.cwd(), readFile);
  } catch (error) {
    if (isNewsScrapeError(error, 'config_unreadable') && systemCode(error.cause) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Puts another text in the place of a configuration, whole or not at all.
 * @param text undefined if there is none that says what was wanted
 * @returns what it says
 * @throws NewsScrapeError `config_invalid` and nothing is written; `usage` if another program has changed the file
 *   meanwhile; `output_unwritable`
 */
export async function saveConfig(editable: EditableConfig, text: string | undefined, io: Io, { dryRun = false } = {}): Promise<Config> {
  const { file, isThere, hasMark } = editable;
  if (text === undefined) throw new NewsScrapeError('usage', { detail: messages.config.notEditable(file) });
  const size = Buffer.byteLength(text);
  if (size > MAX_BYTES) throw new NewsScrapeError('usage', { detail: `${file}: ${messages.config.tooLarge(size, MAX_BYTES)}` });
  const config = parseConfig({ file, text }, fetchKeys(io.now));
  if (dryRun) return config;
  if ((await find(file, io))?.text !== (isThere ? editable.text : undefined)) throw new NewsScrapeError('usage', { detail: messages.config.changedMeanwhile(file) });
  try {
    const target = isThere ? await realpath(file) : resolve(file);
    // A file that holds cookies may be for its owner alone.
    const mode = isThere ? (await stat(target)).mode & 0o777 : undefined;
    await writeFileAtomic(target, hasMark ? MARK + text : text, { tmpDir: dirname(target), replace: isThere, mode });
  } catch (error) {
    throw unwritable(file, error);
  }
  return config;
}
