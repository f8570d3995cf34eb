import { FIRST_RUN_LIMIT } from '../../jobs.js';
import { en } from '../../messages/en.js';
import type { RunEvent } from '../../run.js';
import type { Terminal } from '../terminal.js';

/** How much people want to hear. */
export interface Loudness {
  quiet?: boolean;
  verbose?: boolean;
}

type EventOf<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>;

/** Tells the events of a run to the person at the terminal. */
export function createPeopleLines(terminal: Terminal, { quiet, verbose }: Loudness): (event: RunEvent) => void {
  let hasLimitedFirstRun = false;
  return (event) => {
    if (event.type === 'article') tellArticle(event);
    else if (event.type === 'feed-failed') terminal.line(en.telling.feedFailed(event.error.message), 'red');
    else if (event.type === 'stale' && !quiet) terminal.line(en.telling.stale(event.feed, event.newest, event.alternative), 'yellow');
    else if (event.type === 'feed') tellFirstRun(event);
  };

  function tellArticle({ outcome, isNew }: EventOf<'article'>): void {
    const { status, reason, title, message } = outcome;
    if (status === 'failed') terminal.line(en.telling.articleFailed(title, message ?? ''), 'red');
    else if (verbose || (status === 'skipped' && isNew && !quiet)) terminal.line(en.telling.article(status, title, en.reasons[reason]));
  }

  function tellFirstRun({ firstRun, articles }: EventOf<'feed'>): void {
    if (!firstRun || articles < FIRST_RUN_LIMIT || hasLimitedFirstRun || quiet) return;
    hasLimitedFirstRun = true;
    terminal.line(en.telling.firstRun);
  }
}
