import { dirname, join, resolve } from 'node:path';
import { NewsScrapeError, systemCode, systemDetail } from '../errors.js';
import { messages } from '../messages/messages.js';

/** The name under which a configuration is found. */
export const CONFIG_FILE = 'news-scrape.yaml';
/** Some editors put it before a text. */
export const MARK = '\uFEFF';
/** Larger than any that a person writes. */
export const MAX_BYTES = 1024 * 1024;

/** A configuration file as it was found. */
export interface ConfigText {
  /** Its path, for messages. */
  file: string;
  text: string;
  /** True for a file that begins with a byte order mark; its text does not. */
  hasMark: boolean;
}

type ReadFile = (path: string) => Promise<Uint8Array>;

/**
 * The configuration file that was named, else the nearest `news-scrape.yaml` from `folder` upwards; undefined where there
 * is none.
 * @throws NewsScrapeError `config_unreadable`
 */
export async function findConfig(named: string | undefined, folder: string, readFile: ReadFile): Promise<ConfigText | undefined> {
  if (named !== undefined) return { file: named, ...decode(named, await readNamed(named, readFile)) };
  for (let at = resolve(folder); ; at = dirname(at)) {
    const file = join(at, CONFIG_FILE);
    const bytes = await readIfThere(file, readFile);
    if (bytes) return { file, ...decode(file, bytes) };
    if (dirname(at) === at) return undefined;
  }
}

async function readNamed(file: string, readFile: ReadFile): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw unreadable(file, systemDetail(error), error);
  }
}

async function readIfThere(file: string, readFile: ReadFile): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw unreadable(file, systemDetail(error), error);
  }
}

function decode(file: string, bytes: Uint8Array): Omit<ConfigText, 'file'> {
  if (bytes.length > MAX_BYTES) throw unreadable(file, messages.config.tooLarge(bytes.length, MAX_BYTES));
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const hasMark = text.startsWith(MARK);
    return { text: hasMark ? text.slice(MARK.length) : text, hasMark };
  } catch (error) {
    throw unreadable(file, messages.config.notUtf8, error);
  }
}

const unreadable = (file: string, detail: string, cause?: unknown): NewsScrapeError => new NewsScrapeError('config_unreadable', { file, detail }, { cause });
