import type { Command } from 'commander';
import type { RunCommandOptions } from '../run-command.js';
import { addConfigOption } from './config.js';
import { addHookOptions } from './hooks.js';
import { addMannersOptions, addNetworkOptions } from './network.js';
import { addOutOption, addOutputOptions } from './output.js';
import { addNameOption, addPostOptions } from './post.js';
import { addReadingOptions } from './reading.js';
import { addSavingOptions } from './saving.js';
import { addSelectionOptions, type SelectionOptions } from './selection.js';
import { addTellingOptions } from './telling.js';
import { addWaitOption } from './wait.js';

export type FetchOptions = SelectionOptions & RunCommandOptions;

/** All options of `fetch`. */
export function addFetchOptions(command: Command, now: () => Date): Command {
  return addRunOptions(addSelectionOptions(addFolderOptions(command), now));
}

export const addFolderOptions = (command: Command): Command => addConfigOption(addOutOption(command));

/** The options of all commands that fetch articles into a folder. */
export function addRunOptions(command: Command): Command {
  addPostOptions(command);
  addNameOption(command);
  addOutputOptions(command);
  addWaitOption(command);
  addReadingOptions(command);
  addSavingOptions(command);
  addNetworkOptions(command);
  addMannersOptions(command);
  return addHookOptions(addTellingOptions(command));
}
