import type { Command } from 'commander';
import { messages } from '../../messages/messages.js';
import type { SavePage } from '../../saved-pages/save-page.js';
import { VERSION } from '../../version.js';
import type { Io } from '../io.js';
import { invalid } from './invalid.js';

/** Whether pages are kept as they came. */
export interface SavingOptions {
  /** The folder for them. */
  savePage?: string;
}

export function addSavingOptions(command: Command): Command {
  return command.optionsGroup(messages.usage.groups.pages).option('--save-page <dir>', messages.cli.savePage, parseFolder);
}

/**
 * What saves the pages of a command; undefined if nobody asked for it.
 * @throws NewsScrapeError `output_unwritable`
 */
export async function openSaving(dir: string | undefined, { now }: Pick<Io, 'now'>): Promise<SavePage | undefined> {
  if (dir === undefined) return undefined;
  const { openPageFolder } = await import('../../saved-pages/save-page.js');
  return openPageFolder(dir, { version: VERSION, now });
}

function parseFolder(value: string): string {
  if (value.trim() === '') throw invalid('--save-page', JSON.stringify(value), messages.cli.expectedOut);
  return value;
}
