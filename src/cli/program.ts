import { Argument, Command, Option } from 'commander';
import { SHELLS, type Shell } from '../completion/shells.js';
import { messages } from '../messages/messages.js';
import type { AdoptOptions } from './commands/adopt.js';
import type { AddOptions } from './commands/feeds-add.js';
import type { DoctorOptions } from './commands/doctor.js';
import { exampleHelp } from './examples.js';
import { exitCodeHelp, type ExitCode } from './exit-codes.js';
import { helpForm, oppositesHelp, runsByDefault } from './help.js';
import type { Io } from './io.js';
import { addConfigOption } from './options/config.js';
import { addEveryOption, type EveryOptions } from './options/every.js';
import { addExplainOptions, type ExplainOptions } from './options/explain.js';
import { addEditOptions, addEntryOptions } from './options/feeds.js';
import { addFetchOptions, addFolderOptions, addRunOptions } from './options/fetch.js';
import { flagsOf } from './options/flags.js';
import { addInitOptions, type InitOptions } from './options/init.js';
import { addLangOption } from './options/lang.js';
import { addNetworkOptions } from './options/network.js';
import { addPostOptions } from './options/post.js';
import { parseShell } from './options/shell.js';
import { addReadingOptions } from './options/reading.js';
import { addRefreshOptions, type RefreshSelection } from './options/refresh.js';
import { addSavingOptions } from './options/saving.js';
import { addTellingOptions, addVerboseOption } from './options/telling.js';
import { addPortOption, type PortOptions } from './options/port.js';
import { addStatsOptions, type StatsOptions } from './options/stats.js';
import { addSwitch } from './options/switch.js';
import { addWaitOption } from './options/wait.js';
import { usageInWords } from './parser-words.js';

/** Each command is loaded when it runs, so that help, version and wrong usage answer at once. */
const COMMANDS = {
  fetch: () => import('./commands/fetch.js'),
  watch: () => import('./commands/watch.js'),
  refresh: () => import('./commands/refresh.js'),
  adopt: () => import('./commands/adopt.js'),
  article: () => import('./commands/article.js'),
  doctor: () => import('./commands/doctor.js'),
  feeds: () => import('./commands/feeds.js'),
  feedsAdd: () => import('./commands/feeds-add.js'),
  feedsOpml: () => import('./commands/feeds-opml.js'),
  feedsRemove: () => import('./commands/feeds-remove.js'),
  config: () => import('./commands/config.js'),
  init: () => import('./commands/init.js'),
  stats: () => import('./commands/stats.js'),
  preview: () => import('./commands/preview.js'),
  completion: () => import('./commands/completion.js'),
  complete: () => import('./commands/complete.js'),
};

/**
 * The command line. Parsing it runs the command that was named and hands its exit code to `finish`.
 */
export function createProgram(version: string, io: Io, finish: (code: ExitCode) => void): Command {
  const program = new Command('news-scrape')
    .description(messages.cli.description)
    .optionsGroup(messages.usage.groups.all)
    .addHelpOption(new Option('-h, --help', messages.usage.help).helpGroup(messages.usage.groups.all))
    .version(version, '-V, --version', messages.usage.version)
    .configureHelp(helpForm())
    .helpCommand(false)
    .showHelpAfterError(messages.cli.helpHint)
    .addHelpText('afterAll', ({ command }) => oppositesHelp(command) + exampleHelp(command) + exitCodeHelp())
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text), outputError: (text, write) => write(usageInWords(text)) })
    .exitOverride()
    .hook('preSubcommand', (_, named) => complete(named));
  addLangOption(program);
  addFetch(program, io, finish);
  addWatch(program, io);
  addRefresh(program, io, finish);
  addAdopt(program, io, finish);
  addArticle(program, io, finish);
  addDoctor(program, io, finish);
  addConfig(program, io, finish);
  addFeeds(program, io, finish);
  addInit(program, io, finish);
  addStats(program, io, finish);
  addPreview(program, io);
  addCompletion(program, io, finish);
  return program;
}

function addCompletion(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const shell = new Argument('<shell>', messages.completion.shell).choices(SHELLS).argParser(parseShell);
  const command = program.command('completion').description(messages.completion.description).addArgument(shell);
  command.action(async (chosen: Shell) => finish(await (await COMMANDS.completion()).completionCommand(chosen, io)));
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action(async (words: string[]) => {
      program.commands.forEach(complete);
      finish(await (await COMMANDS.complete()).completeCommand(words, program, io));
    });
}

function addFeeds(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const feeds = program.command('feeds').description(messages.feeds.description).helpCommand(false);
  later(feeds, () => addFeedCommands(feeds, io, finish));
}

function addFeedCommands(feeds: Command, io: Io, finish: (code: ExitCode) => void): void {
  const catalogue = feeds.command('list', { isDefault: true }).description(messages.cli.feedsDescription);
  runsByDefault(catalogue, { above: feeds });
  catalogue.optionsGroup(messages.usage.groups.output).option('--json', messages.cli.feedsJson);
  catalogue.action(async (options: { json?: boolean }) => finish(await (await COMMANDS.feeds()).feedsCommand(options, io)));
  const add = feeds.command('add').description(messages.config.addDescription).argument('<feed>', messages.config.addArgument);
  addNetworkOptions(addConfigOption(addEditOptions(addEntryOptions(add))));
  add.action(async (feed: string, options: AddOptions) => finish(await (await COMMANDS.feedsAdd()).addFeedCommand(feed, options, flagsOf(add), io)));
  const remove = feeds.command('remove').description(messages.config.removeDescription).argument('<feed>', messages.config.removeArgument);
  addConfigOption(addEditOptions(remove));
  remove.action(async (feed: string, options: { dryRun?: boolean }) => finish(await (await COMMANDS.feedsRemove()).removeFeedCommand(feed, options, flagsOf(remove), io)));
  addLists(feeds, io, finish);
}

function addLists(feeds: Command, io: Io, finish: (code: ExitCode) => void): void {
  const list = feeds.command('import').description(messages.feeds.importDescription).argument('<file>', messages.feeds.importArgument);
  addConfigOption(addEditOptions(list));
  list.action(async (file: string, options: { dryRun?: boolean }) => finish(await (await COMMANDS.feedsOpml()).importFeedsCommand(file, options, flagsOf(list), io)));
  const exported = addConfigOption(feeds.command('export').description(messages.feeds.exportDescription));
  exported.action(async () => finish(await (await COMMANDS.feedsOpml()).exportFeedsCommand(flagsOf(exported), io)));
}

const waiting = new WeakMap<Command, () => void>();

/** To make the options of all commands takes longer than anything else that help and version do: each gets its own when it is named. */
function later(command: Command, addOptions: () => void): void {
  waiting.set(command, addOptions);
}

/** Gives a command the options, and the commands below it, that it does not have yet. */
export function complete(command: Command): void {
  waiting.get(command)?.();
  waiting.delete(command);
}

function addFetch(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program.command('fetch').description(messages.cli.fetchDescription).argument('[feed...]', messages.cli.fetchArgument);
  later(command, () => addFetchOptions(command, io.now));
  command.action(async (feeds: string[]) => finish(await (await COMMANDS.fetch()).fetchCommand(feeds, flagsOf(command), io)));
}

function addWatch(program: Command, io: Io): void {
  const command = program.command('watch').description(messages.watch.description).argument('[feed...]', messages.cli.fetchArgument);
  later(command, () => addEveryOption(addFetchOptions(command, io.now)));
  command.action(async (feeds: string[], { every }: EveryOptions) => (await COMMANDS.watch()).watchCommand(feeds, { every, flags: flagsOf(command) }, io));
}

function addRefresh(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program.command('refresh').description(messages.cli.refreshDescription);
  later(command, () => addRunOptions(addRefreshOptions(addFolderOptions(command), io.now)));
  command.action(async (selection: RefreshSelection) => finish(await (await COMMANDS.refresh()).refreshCommand(selection, flagsOf(command), io)));
}

function addAdopt(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program.command('adopt').description(messages.cli.adoptDescription).argument('<dir>', messages.cli.adoptArgument);
  later(command, () => {
    command.optionsGroup(messages.usage.groups.output).option('--json', messages.cli.json).option('--dry-run', messages.cli.dryRun);
    addTellingOptions(addWaitOption(command));
  });
  command.action(async (dir: string, options: AdoptOptions) => finish(await (await COMMANDS.adopt()).adoptCommand(dir, options, io)));
}

function addConfig(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const config = program.command('config').description(messages.config.commandDescription).helpCommand(false);
  later(config, () => {
    const check = config.command('check').description(messages.config.checkDescription);
    addConfigOption(check).action(async () => finish(await (await COMMANDS.config()).checkConfigCommand(flagsOf(check), io)));
    const show = config.command('show').description(messages.config.showDescription).argument('[feed...]', messages.cli.fetchArgument);
    addFetchOptions(show, io.now).action(async (feeds: string[]) => finish(await (await COMMANDS.config()).showConfigCommand(feeds, flagsOf(show), io)));
    const json = show.options.find(({ long }) => long === '--json');
    if (json) json.description = messages.config.showJson;
  });
}

function addInit(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program.command('init').description(messages.init.description).argument('[dir]', messages.init.argument, '.');
  later(command, () => void addInitOptions(command));
  command.action(async (dir: string, options: InitOptions) => finish(await (await COMMANDS.init()).initCommand(dir, options, io)));
}

function addStats(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program.command('stats').description(messages.stats.description).argument('[dir]', messages.stats.argument);
  later(command, () => void addStatsOptions(command));
  command.action(async (dir: string | undefined, options: StatsOptions) => finish(await (await COMMANDS.stats()).statsCommand(dir, options, io)));
}

function addPreview(program: Command, io: Io): void {
  const command = program.command('preview').description(messages.preview.description).argument('[dir]', messages.stats.argument);
  later(command, () => void addPortOption(command));
  command.action(async (dir: string | undefined, options: PortOptions) => (await COMMANDS.preview()).previewCommand(dir, options, io));
}

function addDoctor(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program.command('doctor').description(messages.doctor.description).argument('[feed...]', messages.doctor.argument);
  later(command, () => {
    addSwitch(addFolderOptions(command).optionsGroup(messages.usage.groups.output), 'json', messages.doctor.json);
    addNetworkOptions(command);
  });
  command.action(async (feeds: string[], options: DoctorOptions) => finish(await (await COMMANDS.doctor()).doctorCommand(feeds, options, flagsOf(command), io)));
}

function addArticle(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program.command('article').description(messages.cli.articleDescription).argument('<page>', messages.cli.articleArgument);
  later(command, () => {
    addExplainOptions(addConfigOption(command));
    addVerboseOption(command);
    addPostOptions(command);
    addNetworkOptions(command);
    addSavingOptions(addReadingOptions(command));
  });
  command.action(async (page: string, options: ExplainOptions) => finish(await (await COMMANDS.article()).articleCommand(page, options, flagsOf(command), io)));
}
