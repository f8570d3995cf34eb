/** What each exit code means, in English. */
export const enExitCodes = {
  ok: 'all well, also when nothing was new or something was skipped',
  someFailed: 'some article or feed failed',
  usage: 'wrong usage',
  nothingUsable: 'nothing usable: no feed read, all new articles failed, or no document',
  locked: 'another run holds the output folder',
  archive: 'the archive cannot be read',
  output: 'the output or the log file cannot be written',
  unexpected: 'a mistake in this program: please report it',
  sigint: 'stopped by SIGINT',
  sigterm: 'stopped by SIGTERM',
};
