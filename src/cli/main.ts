import { CommanderError } from 'commander';
import { deepestCause, isNewsScrapeError } from '../errors.js';
import { en } from '../messages/en.js';
import { VERSION } from '../version.js';
import { EXIT, exitCodeFor, type ExitCode } from './exit-codes.js';
import { OutputClosed, processIo, type Io } from './io.js';
import { createProgram } from './program.js';
import { visible } from './terminal.js';

/** Runs the program with these arguments (without `node` and the script) and returns its exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const controller = new AbortController();
  const stop = (signal: NodeJS.Signals): void => controller.abort(signal);
  // Once: a second signal ends the process at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  // A reader that went away shows itself in the next write; without a listener it would end the process.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    return await run(args, processIo(controller.signal));
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
  }
}

async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  try {
    await createProgram(VERSION, io, (result) => (code = result)).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof OutputClosed) return EXIT.ok;
    // Commander has said what is wrong; its help and version end with code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (!isNewsScrapeError(error)) {
      io.stderr.write(`news-scrape: ${visible(en.cli.unexpected(deepestCause(error)))}\n`);
      return EXIT.someFailed;
    }
    io.stderr.write(`news-scrape: ${visible(error.message)}\n`);
    return exitCodeFor(error);
  }
}
