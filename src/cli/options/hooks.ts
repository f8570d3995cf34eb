import type { Command } from 'commander';
import { parseArgsStringToArgv } from 'string-argv';
import { messages } from '../../messages/messages.js';
import { invalid } from './invalid.js';
import { RepeatableOption } from './repeatable.js';

/** Commands of the user's, each a program and its arguments. */
export interface HookOptions {
  /** After each post. */
  onWritten?: readonly string[];
  /** At the end of the run. */
  onFinish?: readonly string[];
}

export function addHookOptions(command: Command): Command {
  return command
    .optionsGroup(messages.usage.groups.hooks)
    .addOption(new RepeatableOption('--on-written <command>', messages.hooks.onWritten, (word, earlier?: readonly string[]) => addWord('--on-written', word, earlier)))
    .addOption(new RepeatableOption('--on-finish <command>', messages.hooks.onFinish, (word, earlier?: readonly string[]) => addWord('--on-finish', word, earlier)));
}

/** The parser passes over a quotation mark without another one like it. */
function hasOpenQuote(word: string): boolean {
  let open = '';
  for (const character of word) {
    if (open === '' ? character === '"' || character === "'" : character === open) open = open === '' ? character : '';
  }
  return open !== '';
}

/** The first word is taken apart at its blanks; each further one is an argument as it is. */
function addWord(option: string, word: string, earlier: readonly string[] | undefined): readonly string[] {
  if (earlier) return [...earlier, word];
  const words = parseArgsStringToArgv(word);
  if (words[0] === undefined || words[0] === '' || hasOpenQuote(word)) throw invalid(option, JSON.stringify(word), messages.hooks.expectedCommand);
  return words;
}
