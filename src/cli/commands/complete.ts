import type { Command } from 'commander';
import { candidatesFor, type Candidates, type KnownWords, type Word } from '../../completion/candidates.js';
import { EMPTY_CONFIG, type Config } from '../../config/config.js';
import { loadConfig } from '../../config/load.js';
import { variableOf } from '../../config/variables.js';
import { CATALOGUE } from '../../feeds/catalogue.js';
import { messages } from '../../messages/messages.js';
import { EXTRA_FIELDS } from '../../post/extra-fields.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { write, type Io } from '../io.js';
import { fetchKeys } from '../options/keys.js';

/**
 * `news-scrape complete`, which the scripts of `completion` run: what may follow on a command line, a line each. Never
 * complains: it would do so in the middle of what a person writes.
 */
export async function completeCommand(words: readonly string[], program: Command, io: Io): Promise<ExitCode> {
  const config = await readConfig(words, io).catch(() => EMPTY_CONFIG);
  await write(io, linesOf(candidatesFor(program, words, knownWords(config))));
  return EXIT.ok;
}

function readConfig(words: readonly string[], { readFile, env, now }: Io): Promise<Config> {
  const at = words.lastIndexOf('--config');
  const named = (at === -1 ? undefined : words[at + 1]) ?? words.findLast((word) => word.startsWith('--config='))?.slice('--config='.length) ?? env[variableOf({ name: 'config' })];
  return loadConfig({ named: named === '' ? undefined : named, folder: process.cwd(), readFile }, () => Promise.resolve(fetchKeys(now)));
}

function knownWords({ feeds, groups }: Config): KnownWords {
  const groupNames = [...new Set([...groups.keys(), ...feeds.flatMap((feed) => feed.groups)])];
  const own: Word[] = feeds.map(({ name, feed }) => ({ word: name ?? feed, about: name === undefined ? '' : feed }));
  const channels = CATALOGUE.map(({ id, name }) => ({ word: id, about: name }));
  const all = [...own, ...groupNames.map((name) => ({ word: `@${name}`, about: messages.completion.group })), ...channels, { word: 'demo', about: messages.examples.demo }];
  return { feeds: [...new Map(all.reverse().map((word) => [word.word, word])).values()].reverse(), groups: groupNames, lists: { fields: EXTRA_FIELDS.map(({ name }) => name) } };
}

function linesOf({ words, paths }: Candidates): string {
  const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const lines = words.map(({ word, about }) => `word\t${word}\t${clean(about)}\n`);
  return [...lines, ...(paths === 'none' ? [] : [`${paths}\n`])].join('');
}
