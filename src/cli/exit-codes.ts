import { isNewsScrapeError, type ErrorCode } from '../errors.js';
import { messages } from '../messages/messages.js';
import { OutputClosed } from './io.js';

/** Exit codes of the program; the README and `--help` have the same table. */
export const EXIT = {
  ok: 0,
  someFailed: 1,
  usage: 2,
  nothingUsable: 3,
  locked: 4,
  archive: 5,
  output: 6,
  unexpected: 70,
  sigint: 130,
  sigterm: 143,
} as const;

type ExitName = keyof typeof EXIT;
export type ExitCode = (typeof EXIT)[ExitName];

/** The gravest last. What stopped the run outweighs what it met; a signal outweighs all, its sender has to see it. */
const GRAVITY: readonly ExitCode[] = [
  EXIT.ok,
  EXIT.someFailed,
  EXIT.nothingUsable,
  EXIT.usage,
  EXIT.locked,
  EXIT.archive,
  EXIT.output,
  EXIT.unexpected,
  EXIT.sigint,
  EXIT.sigterm,
];

const BY_ERROR: ReadonlyMap<ErrorCode, ExitCode> = new Map<ErrorCode, ExitCode>([
  ['usage', EXIT.usage],
  ['option_invalid', EXIT.usage],
  ['feed_unknown', EXIT.usage],
  ['config_unreadable', EXIT.usage],
  ['config_invalid', EXIT.usage],
  ['opml_unreadable', EXIT.usage],
  ['template_invalid', EXIT.usage],
  ['template_unreadable', EXIT.usage],
  ['site_unreadable', EXIT.usage],
  ['port_unusable', EXIT.usage],
  ['output_locked', EXIT.locked],
  ['output_lock_lost', EXIT.locked],
  ['archive_corrupt', EXIT.archive],
  ['archive_changed', EXIT.archive],
  ['archive_newer', EXIT.archive],
  ['archive_unreadable', EXIT.archive],
  ['output_unwritable', EXIT.output],
]);

/** The code that a run ends with in which several things went wrong. */
export function gravest(codes: readonly ExitCode[]): ExitCode {
  return codes.reduce<ExitCode>((worst, code) => (GRAVITY.indexOf(code) > GRAVITY.indexOf(worst) ? code : worst), EXIT.ok);
}

/** The exit code for an error that ends the program; the gravest of those that an AggregateError holds. */
export function exitCodeFor(error: unknown): ExitCode {
  if (error instanceof AggregateError) return gravest(error.errors.map(exitCodeFor));
  if (isNewsScrapeError(error, 'interrupted')) return error.params.signal === 'SIGTERM' ? EXIT.sigterm : EXIT.sigint;
  if (error instanceof OutputClosed) return EXIT.ok;
  // What else the program foresees befell the one page that it was asked for.
  return isNewsScrapeError(error) ? (BY_ERROR.get(error.code) ?? EXIT.nothingUsable) : EXIT.unexpected;
}

/** The table of exit codes as `--help` shows it. */
export function exitCodeHelp(): string {
  const meanings = new Map<string, string>(Object.entries(messages.exitCodes satisfies Record<ExitName, string>));
  const rows = Object.entries(EXIT).map(([name, code]) => `  ${String(code).padEnd(3)}  ${meanings.get(name) ?? ''}`);
  return ['', messages.cli.exitCodesTitle, ...rows].join('\n');
}
