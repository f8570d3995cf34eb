import { isNewsScrapeError } from '../errors.js';
import { LONGEST_REST } from '../feed-rest.js';
import type { RunEvent } from '../run.js';
import type { Clock } from './clock.js';
import { Elapsed } from './elapsed.js';
import { nextTurns } from './turns.js';
/** Milliseconds from the start of a round to the next, unless the interval is shorter: each opens the archive. */
const SHORTEST_PAUSE = 60_000;

type Ended = Extract<RunEvent, { type: 'feed-done' | 'feed-failed' }>;

/**
 * When each feed is asked: all at once at first, then each once in the interval, at a time of its own, and not before the
 * time that it asks for by its `ttl`, by Cache-Control or by Retry-After. What fell due while the machine slept comes once.
 */
export class Timetable {
  private readonly elapsed: Elapsed;
  /** When each feed has its turn, and when it may be asked. */
  private readonly turns = new Map<string, number>();
  private readonly rests = new Map<string, number>();
  /** By feed, for rounds in which it has not changed. */
  private readonly ttls = new Map<string, number>();
  /** The start of the last round, by both reckonings. */
  private round = { elapsed: 0, wall: 0 };

  /** @param every milliseconds from one turn of a feed to the next */
  constructor(
    private readonly every: number,
    private readonly clock: Clock,
  ) {
    this.elapsed = new Elapsed(clock);
  }

  /** Begins a round: of all feeds that are watched now, those that are due. */
  begin(feeds: readonly string[]): string[] {
    this.round = { elapsed: this.elapsed.now(), wall: this.clock.wall() };
    const watched = new Set(feeds);
    for (const times of [this.turns, this.rests, this.ttls]) for (const feed of times.keys()) if (!watched.has(feed)) times.delete(feed);
    return feeds.filter((feed) => this.dueAt(feed) <= this.round.elapsed);
  }

  /** The events of the round, and for a feed that wants to be left alone for longer than the interval one that says so. */
  async *follow(events: AsyncIterable<RunEvent>): AsyncGenerator<RunEvent> {
    const { elapsed, wall } = this.round;
    for await (const event of events) {
      yield event;
      if (event.type === 'feed-rests') this.rests.set(event.feed, elapsed + Math.min(LONGEST_REST, event.until.getTime() - wall));
      if (event.type !== 'feed-done' && event.type !== 'feed-failed') continue;
      const rest = Math.min(LONGEST_REST, this.askedBy(event, wall));
      this.rests.set(event.feed, elapsed + rest);
      if (rest > this.every) yield { type: 'feed-rests', feed: event.feed, until: new Date(wall + rest), isLeftOut: false };
    }
  }

  /** Ends a round, whatever it came to, in which some of the feeds were due. */
  end(due: readonly string[], feeds: readonly string[]): void {
    for (const [feed, time] of nextTurns(due, feeds.length, this.every)) this.turns.set(feed, this.round.elapsed + time);
  }

  /** Milliseconds to the next round. Without a feed that is due there is one after the interval, to look at the configuration. */
  left(): number {
    const { elapsed } = this.round;
    const next = [...this.turns.keys()].reduce((least, feed) => Math.min(least, this.dueAt(feed)), elapsed + this.every);
    return Math.max(next, elapsed + Math.min(this.every, SHORTEST_PAUSE)) - this.elapsed.now();
  }

  private dueAt(feed: string): number {
    return Math.max(this.turns.get(feed) ?? 0, this.rests.get(feed) ?? 0);
  }

  private askedBy(event: Ended, now: number): number {
    if (event.type === 'feed-failed') {
      const { error } = event;
      const retryAt = isNewsScrapeError(error, 'feed_http_status') ? error.params.retryAt : undefined;
      return retryAt === undefined ? 0 : Date.parse(retryAt) - now;
    }
    const { feed, ttl = this.ttls.get(feed) ?? 0, freshFor = 0 } = event;
    this.ttls.set(feed, ttl);
    return Math.max(ttl, freshFor);
  }
}
