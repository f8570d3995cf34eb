import { FIRST_RUN_LIMIT } from '../../jobs.js';
import { messages } from '../../messages/messages.js';
import type { Terminal } from '../terminal.js';
import { countsOf, type PlacedEvent, type Tally } from './tally.js';

/** How much people want to hear. */
export interface Loudness {
  quiet?: boolean;
  verbose?: boolean;
  /** True if there are several feeds, each of which then has a line at its end. */
  hasSeveralFeeds?: boolean;
}

type EventOf<Type extends PlacedEvent['type']> = Extract<PlacedEvent, { type: Type }>;

/** Tells the events of a run, as they are counted in `tally`, to the person at the terminal. */
export function createPeopleLines(terminal: Terminal, tally: Tally, { quiet, verbose, hasSeveralFeeds }: Loudness): (event: PlacedEvent) => void {
  let hasLimitedFirstRun = false;
  return (event) => {
    if (event.type === 'article') tellArticle(event);
    else if (event.type === 'feed') tellFirstRun(event);
    else if (event.type === 'feed-done') tellDone(event);
    else if (event.type === 'feed-failed') tellFailure(event);
    else if (event.type === 'cut') terminal.line(messages.telling.warning(messages.telling.cut(event.feed, event.cut)), 'yellow');
    else if (event.type === 'feed-rests') tellRest(event);
    else if (event.type === 'resumed') terminal.line(messages.telling.resumed[event.from](event.feed), 'green');
    else if (event.type === 'moved') terminal.line(messages.telling.warning(messages.telling.moved(event.feed, event.to)), 'yellow');
    else if (event.type === 'forbidden') terminal.line(messages.telling.warning(messages.telling.forbidden(event.feed)), 'yellow');
    else if (event.isDue || !quiet) terminal.line(messages.telling.warning(messages.telling.stale(event.feed, event.newest, event.alternative)), 'yellow');
  };

  function tellArticle({ outcome, isNew, isKept }: EventOf<'article'>): void {
    const { status, reason, title, tolerated, message, pictures } = outcome;
    for (const missing of quiet ? [] : (pictures?.missing ?? [])) terminal.line(messages.telling.warning(messages.pictures.missing(title, missing.message)), 'yellow');
    if (status === 'failed' && !tolerated) terminal.line(messages.telling.articleFailed(title, message ?? ''), 'red');
    else if (verbose || ((isKept || (status === 'skipped' && isNew && reason !== 'caught_up')) && !quiet)) terminal.line(messages.telling.article(status, title, messages.reasons[reason]));
  }

  function tellFirstRun({ firstRun, articles }: EventOf<'feed'>): void {
    if (!firstRun || articles < FIRST_RUN_LIMIT || hasLimitedFirstRun || quiet) return;
    hasLimitedFirstRun = true;
    terminal.line(messages.telling.firstRun(FIRST_RUN_LIMIT));
  }

  function tellDone(event: EventOf<'feed-done'>): void {
    const { feed, status, recovered } = event;
    if (recovered) terminal.line(messages.telling.recovered(feed, recovered.failures, recovered.since), 'green');
    const sentence = status === 'refreshed' ? messages.telling.feedRefreshed : messages.telling.feedDone;
    if (verbose || (hasSeveralFeeds && !quiet)) terminal.line(sentence(feed, countsOf(tally, event)));
  }

  function tellRest({ feed, until, isLeftOut }: EventOf<'feed-rests'>): void {
    if (verbose || (isLeftOut && !quiet)) terminal.line(messages.watch.rests(feed, until));
  }

  function tellFailure({ error, isPartly, failures, tolerated }: EventOf<'feed-failed'>): void {
    if (!tolerated) terminal.line(messages.telling.feedFailed(error.message, failures, isPartly), 'red');
  }
}
