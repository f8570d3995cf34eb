import { SCRIPTS } from '../../completion/scripts.js';
import type { Shell } from '../../completion/shells.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { write, type Io } from '../io.js';

/** `news-scrape completion`: what a shell runs to complete the command line. */
export async function completionCommand(shell: Shell, io: Io): Promise<ExitCode> {
  await write(io, SCRIPTS[shell]);
  return EXIT.ok;
}
