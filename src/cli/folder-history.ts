import type { RunCounts, RunLine } from '../archive/run-history.js';
import type { ArticleStore } from '../archive/store.js';
import type { RunEvent } from '../run.js';
import { count, emptyTally, type Counts } from './report/tally.js';

/** Counts what a run does in one folder, and leaves a line of it there. */
export class FolderHistory {
  private readonly tally = emptyTally();
  private readonly failedFeeds = new Set<string>();
  private readonly from = performance.now();
  private isComplete = false;

  constructor(
    private readonly command: string,
    private readonly store: ArticleStore,
    private readonly started: Date,
  ) {}

  /** The same events, counted as they pass. */
  async *follow(events: AsyncIterable<RunEvent>): AsyncGenerator<RunEvent> {
    for await (const event of events) {
      count(this.tally, event);
      if (event.type === 'feed-failed') this.failedFeeds.add(event.feed);
      yield event;
    }
    this.isComplete = true;
  }

  /** A history that cannot be written is no reason to fail: what the run did is in the archive. */
  async end(): Promise<void> {
    await this.store.noteRun(this.line()).catch(() => undefined);
  }

  private line(): RunLine {
    return {
      started: this.started.toISOString(),
      seconds: Math.round((performance.now() - this.from) / 100) / 10,
      command: this.command,
      feeds: Object.fromEntries([...this.tally.byFeed].map(([feed, counts]) => [feed, withoutZeros(counts)])),
      failedFeeds: [...this.failedFeeds],
      ...(!this.isComplete && { stopped: true }),
    };
  }
}

function withoutZeros(counts: Counts): RunCounts {
  return Object.fromEntries(Object.entries(counts).filter(([, number]) => number > 0));
}
