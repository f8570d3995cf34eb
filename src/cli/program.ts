import { Command } from 'commander';
import { en } from '../messages/en.js';
import { articleCommand } from './commands/article.js';
import { feedsCommand } from './commands/feeds.js';
import { fetchCommand, type FetchOptions } from './commands/fetch.js';
import type { ExitCode } from './exit-codes.js';
import type { Io } from './io.js';
import { parseBody, parseLimit, parseOut, parseSinceOption } from './options.js';

/**
 * The command line. Parsing it runs the command that was named and hands its exit code to `finish`.
 */
export function createProgram(version: string, io: Io, finish: (code: ExitCode) => void): Command {
  const program = new Command('news-scrape')
    .description(en.cli.description)
    .version(version)
    .helpCommand(false)
    .showHelpAfterError(en.cli.helpHint)
    .addHelpText('after', en.cli.examples)
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .exitOverride();
  addFetch(program, io, finish);
  program
    .command('article')
    .description(en.cli.articleDescription)
    .argument('<page>', en.cli.articleArgument)
    .option('--body <format>', en.cli.body, parseBody, 'markdown')
    .action(async (page: string, options: { body: 'markdown' | 'html' }) => finish(await articleCommand(page, options, io)));
  program
    .command('feeds')
    .description(en.cli.feedsDescription)
    .option('--json', en.cli.feedsJson)
    .action(async (options: { json?: boolean }) => finish(await feedsCommand(options, io)));
  return program;
}

function addFetch(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('fetch')
    .description(en.cli.fetchDescription)
    .argument('<feed...>', en.cli.fetchArgument)
    .option('--out <dir>', en.cli.out, parseOut)
    .option('--limit <n>', en.cli.limit, parseLimit)
    .option('--since <when>', en.cli.since, (value: string) => parseSinceOption(value, io.now()))
    .option('--body <format>', en.cli.body, parseBody, 'markdown')
    .option('--stdout', en.cli.stdout)
    .option('--json', en.cli.json)
    .option('--dry-run', en.cli.dryRun)
    .option('--quiet', en.cli.quiet)
    .option('--verbose', en.cli.verbose)
    .addHelpText('after', en.cli.exitCodes)
    .action(async (feeds: string[], options: FetchOptions) => finish(await fetchCommand(feeds, options, io)));
}
