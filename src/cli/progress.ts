import { messages } from '../messages/messages.js';
import { placeOf, type PlacedEvent } from './report/tally.js';
import { printable, type Terminal } from './terminal.js';

/** How far a feed has come. */
export interface FeedProgress {
  feed: string;
  done: number;
  of: number;
  /** Articles a second, of late; undefined as long as nothing can be said. */
  rate: number | undefined;
  /** Title of the last article. */
  current: string;
}

export interface Progress {
  tell(event: PlacedEvent): void;
  stop(): void;
}

/** Milliseconds between two drawings of the status, and between two lines where there is none. */
const TICK = 100;
const PLAIN_TICK = 30_000;
/** Articles whose times say how fast it goes. */
const WINDOW = 20;
/** Feeds that are shown at once. */
const MOST_LINES = 8;

type Track = Omit<FeedProgress, 'rate'> & { times: readonly number[] };

/** Shows how far the feeds of a run have come: as bars below all other lines, or as a line now and then. */
export async function startProgress(terminal: Terminal): Promise<Progress> {
  const tracks = new Map<string, Track>();
  const show = terminal.isLive ? await barsOn(terminal) : linesOn(terminal);
  const draw = (): void => show([...tracks.values()].map((track) => ({ ...track, rate: rateOf(track.times, performance.now()) })));
  const timer = setInterval(draw, terminal.isLive ? TICK : PLAIN_TICK).unref();
  return {
    tell: (event) => follow(tracks, event, performance.now()),
    stop: () => {
      clearInterval(timer);
      terminal.clear();
    },
  };
}

type Show = (feeds: readonly FeedProgress[]) => void;

/** What measures and cuts lines is loaded only where lines are drawn. */
async function barsOn(terminal: Terminal): Promise<Show> {
  const { progressLine } = await import('./progress-line.js');
  return (feeds) => {
    const more = feeds.length > MOST_LINES ? [messages.telling.progressMore(feeds.length - MOST_LINES)] : [];
    terminal.status((columns) => [...feeds.slice(0, MOST_LINES).map((feed) => progressLine(feed, columns - 1)), ...more]);
  };
}

function linesOn(terminal: Terminal): Show {
  return (feeds) => {
    for (const { feed, done, of, rate } of feeds.slice(0, MOST_LINES)) terminal.line(messages.telling.progressLine(feed, done, of, rate));
    if (feeds.length > MOST_LINES) terminal.line(messages.telling.progressMore(feeds.length - MOST_LINES));
  };
}

function follow(tracks: Map<string, Track>, event: PlacedEvent, time: number): void {
  if (event.type === 'feed') {
    tracks.set(placeOf(event.feed, event), { feed: printable(event.feed), done: 0, of: event.articles, current: '', times: [time] });
  } else if (event.type === 'feed-done' || event.type === 'feed-failed') tracks.delete(placeOf(event.feed, event));
  else if (event.type === 'article') step(tracks, placeOf(event.outcome.feed, event), printable(event.outcome.title), time);
}

function step(tracks: Map<string, Track>, place: string, title: string, time: number): void {
  const track = tracks.get(place);
  if (!track) return;
  track.done += 1;
  track.current = title;
  track.times = [...track.times, time].slice(-WINDOW);
  if (track.done >= track.of) tracks.delete(place);
}

/** Articles a second since the oldest of these times; undefined before the first article and in the first moments. */
function rateOf([oldest = 0, ...later]: readonly number[], now: number): number | undefined {
  return later.length === 0 || now - oldest < TICK ? undefined : (1000 * later.length) / (now - oldest);
}
