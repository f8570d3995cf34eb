import type { Command } from 'commander';
import { addConfigOption, type ConfigOptions } from './config.js';
import { addHookOptions, type HookOptions } from './hooks.js';
import { addMannersOptions, addNetworkOptions, type MannersOptions, type NetworkOptions } from './network.js';
import { addOutOption, addOutputOptions, type OutputOptions } from './output.js';
import { addNameOption, addPostOptions, type NameOptions, type PostOptions } from './post.js';
import { addReadingOptions, type ReadingPageOptions } from './reading.js';
import { addSavingOptions, type SavingOptions } from './saving.js';
import { addSelectionOptions, type SelectionOptions } from './selection.js';
import { addTellingOptions, type TellingOptions } from './telling.js';
import { addWaitOption, type WaitOptions } from './wait.js';

export type FetchOptions = SelectionOptions & ConfigOptions & PostOptions & NameOptions & OutputOptions & ReadingPageOptions & SavingOptions & NetworkOptions & MannersOptions & TellingOptions & WaitOptions & HookOptions;

/** All options of `fetch`. */
export function addFetchOptions(command: Command, now: () => Date): Command {
  return addRunOptions(addSelectionOptions(addFolderOptions(command), now));
}

export const addFolderOptions = (command: Command): Command => addConfigOption(addOutOption(command));

/** The options of all commands that fetch articles into a folder, in the order in which people need them. */
export function addRunOptions(command: Command): Command {
  addOutputOptions(command);
  addTellingOptions(addWaitOption(command));
  addPostOptions(command);
  addNameOption(command);
  addHookOptions(command);
  addNetworkOptions(command);
  addMannersOptions(command);
  return addSavingOptions(addReadingOptions(command));
}
