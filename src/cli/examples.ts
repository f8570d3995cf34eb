import type { Command } from 'commander';
import type { Catalogue } from '../messages/messages.js';
import { messages } from '../messages/messages.js';
import { columnsOf } from './wrap.js';

type Example = readonly [line: string, does: Exclude<keyof Catalogue['examples'], 'title'>];

/** What people do with each command, by the words that call it. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  '': [
    ['news-scrape fetch demo --out posts', 'demo'],
    ['news-scrape fetch sina/china', 'china'],
    ['news-scrape fetch sina/china | xargs git add', 'add'],
    ['news-scrape refresh --since 7d', 'week'],
    ['news-scrape article URL > post.md', 'page'],
  ],
  fetch: [
    ['news-scrape fetch demo --out posts', 'demo'],
    ['news-scrape fetch sina/china', 'china'],
    ['news-scrape fetch sina/macro --out ~/blog', 'blog'],
    ['news-scrape fetch sina/macro --since 2d', 'days'],
    ['news-scrape fetch', 'configured'],
    ['news-scrape fetch @china --quiet', 'cron'],
  ],
  watch: [['news-scrape watch sina/china --every 15m', 'watch']],
  refresh: [['news-scrape refresh --since 7d', 'week']],
  adopt: [
    ['news-scrape adopt ~/blog', 'adopt'],
    ['news-scrape adopt ~/blog --dry-run', 'adoptDry'],
  ],
  article: [
    ['news-scrape article URL > post.md', 'page'],
    ['news-scrape article page.html --explain', 'explain'],
  ],
  init: [
    ['news-scrape init', 'init'],
    ['news-scrape init --schedule cron', 'initCron'],
  ],
  doctor: [
    ['news-scrape doctor sina/china', 'doctor'],
    ['news-scrape doctor', 'doctorAll'],
  ],
  config: [
    ['news-scrape config check', 'check'],
    ['news-scrape config show @china', 'show'],
  ],
  'config check': [['news-scrape config check', 'check']],
  'config show': [['news-scrape config show @china', 'show']],
  feeds: [
    ['news-scrape feeds', 'feeds'],
    ['news-scrape feeds --json', 'feedsJson'],
  ],
  completion: [
    ['eval "$(news-scrape completion bash)"', 'completionNow'],
    ['news-scrape completion fish | source', 'completionNow'],
  ],
  'feeds list': [['news-scrape feeds list --json', 'feedsJson']],
  'feeds add': [['news-scrape feeds add https://example.com/', 'feedsAdd']],
  'feeds import': [['news-scrape feeds import feeds.opml', 'feedsImport']],
  'feeds export': [['news-scrape feeds export > feeds.opml', 'feedsExport']],
  stats: [['news-scrape stats ~/blog', 'stats']],
  preview: [['news-scrape preview ~/blog', 'preview']],
  'feeds remove': [['news-scrape feeds remove example', 'feedsRemove']],
};

/** The words that call a command, after the program's name. */
export function wordsOf(command: Command): string {
  return command.parent ? `${wordsOf(command.parent)} ${command.name()}`.trim() : '';
}

/** The examples of a command as its help shows them; empty without any. */
export function exampleHelp(command: Command): string {
  const examples = EXAMPLES[wordsOf(command)] ?? [];
  if (examples.length === 0) return '';
  const width = Math.max(...examples.map(([line]) => columnsOf(line)));
  const rows = examples.map(([line, does]) => `  ${line}${' '.repeat(width - columnsOf(line))}  ${messages.examples[does]}`);
  return `\n${[messages.examples.title, ...rows].join('\n')}\n`;
}
