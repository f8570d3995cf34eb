import { isNewsScrapeError } from '../errors.js';
import type { FeedSource } from '../feeds/types.js';
import type { RunEvent } from '../run.js';
import type { Clock } from './clock.js';

/** Milliseconds. Some feeds ask to be left alone for a year; in a day many a feed drops what it had. */
const LONGEST_REST = 24 * 60 * 60 * 1000;

/** A feed that is left alone for now. */
interface Rest {
  /** When it was read, by both clocks. */
  wall: number;
  steady: number;
  /** Milliseconds from then. */
  lasts: number;
}

/** Which feeds ask to be left alone from one round to the next: by their `ttl`, by Cache-Control and by Retry-After. */
export class Rests {
  private readonly rests = new Map<string, Rest>();
  /** By feed, for rounds in which it has not changed. */
  private readonly ttls = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /**
   * The run of the feeds that may be asked, with an event for each of the others.
   * @param run of some feeds
   */
  async *run(feeds: readonly FeedSource[], run: (due: readonly FeedSource[]) => AsyncIterable<RunEvent>): AsyncGenerator<RunEvent> {
    // From the start of a round to the next: what lasts as long as the interval shall not last for two rounds.
    const [wall, steady] = [this.clock.wall(), this.clock.steady()];
    const left = new Map(feeds.map(({ id }) => [id, this.leftOf(id)]));
    for (const [feed, milliseconds] of left) if (milliseconds > 0) yield { type: 'feed-rests', feed, until: new Date(wall + milliseconds) };
    for await (const event of run(feeds.filter(({ id }) => (left.get(id) ?? 0) <= 0))) {
      if (event.type === 'feed-done' || event.type === 'feed-failed') this.rests.set(event.feed, { wall, steady, lasts: Math.min(LONGEST_REST, this.askedBy(event, wall)) });
      yield event;
    }
  }

  /** Whichever clock says so: one stands still while the machine sleeps, the other may be set back by years. */
  private leftOf(feed: string): number {
    const rest = this.rests.get(feed);
    return rest ? rest.lasts - Math.max(this.clock.wall() - rest.wall, this.clock.steady() - rest.steady) : 0;
  }

  private askedBy(event: Extract<RunEvent, { type: 'feed-done' | 'feed-failed' }>, now: number): number {
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
