import { CommanderError } from 'commander';
import { languageOfLocale, speakIn } from '../messages/languages.js';
import { VERSION } from '../version.js';
import { EXIT, exitCodeFor, type ExitCode } from './exit-codes.js';
import { describeFailure } from './failure.js';
import { processIo, type Io } from './io.js';
import { languageAskedFor } from './options/lang.js';
import { createProgram } from './program.js';

/** Runs the program with these arguments (without `node` and the script) and returns its exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const controller = new AbortController();
  const io = processIo(controller.signal);
  const stop = (signal: NodeJS.Signals): void => controller.abort(signal);
  // Nothing is left to wait for: what runs on after an error that nobody caught does so by chance.
  const crash = (error: unknown): void => process.exit(tellFailure(error, args, io));
  // Once: a second signal ends the process at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  process.on('uncaughtException', crash);
  // A reader that went away shows itself in the next write; without a listener it would end the process.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    const asked = languageAskedFor(args, io.env);
    await speakIn(asked ?? languageOfLocale(io.env));
    const code = await run(args, asked ? { ...io, speakIn: () => Promise.resolve() } : io);
    // What nobody reads would keep the process for ever.
    if (io.signal.aborted && [process.stdout, process.stderr].some(({ writableLength }) => writableLength > 0)) process.exit(code);
    return code;
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
    process.off('uncaughtException', crash);
  }
}

async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  try {
    await createProgram(VERSION, io, (result) => (code = result)).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has said what is wrong; its help and version end with code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    return tellFailure(error, args, io);
  }
}

function tellFailure(error: unknown, args: readonly string[], { terminal }: Io): ExitCode {
  for (const line of describeFailure(error, { stack: args.includes('--verbose') })) terminal.line(line);
  return exitCodeFor(error);
}
