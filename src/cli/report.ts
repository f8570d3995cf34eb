import type { NewsScrapeError } from '../errors.js';
import type { RequestLog } from '../http/types.js';
import { FIRST_RUN_LIMIT } from '../jobs.js';
import { en } from '../messages/en.js';
import type { Outcome } from '../outcome.js';
import type { RunEvent } from '../run.js';
import { exitCodeOf, type ExitCode, type Tally } from './exit-codes.js';
import { write, type Io } from './io.js';
import { createTerminal, type Terminal } from './terminal.js';

export interface ReportOptions {
  stdout?: boolean;
  json?: boolean;
  dryRun?: boolean;
  quiet?: boolean;
  verbose?: boolean;
  /** The path of a post as the user would type it. */
  pathOf: (file: string) => string;
}

/** Tells a run's events: data on standard output, everything for people on standard error. */
export class Report {
  private readonly terminal: Terminal;
  private readonly tally: Tally = { feedsRead: 0, feedsFailed: 0, written: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0, fresh: 0, freshFailed: 0 };
  private readonly progress = { done: 0, of: 0 };
  private hasLimitedFirstRun = false;

  constructor(
    private readonly io: Io,
    private readonly options: ReportOptions,
  ) {
    this.terminal = createTerminal(io.stderr, { quiet: options.quiet === true });
  }

  async tell(event: RunEvent): Promise<void> {
    if (event.type === 'article') await this.tellArticle(event);
    else if (event.type === 'feed') this.tellFeed(event);
    else if (event.type === 'stale') this.tellStale(event);
    else this.tellFeedFailure(event.error);
  }

  private tellStale(event: Extract<RunEvent, { type: 'stale' }>): void {
    if (!this.options.quiet) this.terminal.line(en.cli.stale(event.feed, event.newest, event.alternative));
  }

  /** Given to the network, which then logs every request for `--verbose`. */
  readonly logRequest = (entry: RequestLog): void => {
    if (this.options.verbose) this.terminal.line(en.cli.request(entry));
  };

  /** Gives the terminal's status line back, whatever happened. */
  leave(): void {
    this.terminal.clear();
  }

  /** The summary line and the exit code. */
  finish(out: string): ExitCode {
    const code = exitCodeOf(this.tally);
    if (!this.options.quiet || code !== 0) this.terminal.line(en.cli.summary(this.tally, this.isPreview() ? undefined : out));
    if (this.hasLimitedFirstRun && !this.options.quiet) this.terminal.line(en.cli.firstRun);
    return code;
  }

  private tellFeed({ feed, articles, firstRun }: Extract<RunEvent, { type: 'feed' }>): void {
    this.tally.feedsRead += 1;
    this.progress.of += articles;
    this.hasLimitedFirstRun ||= firstRun && articles >= FIRST_RUN_LIMIT;
    this.terminal.status(en.cli.progress(this.progress.done, this.progress.of, feed));
  }

  private tellFeedFailure(error: NewsScrapeError): void {
    this.tally.feedsFailed += 1;
    this.terminal.line(en.cli.feedFailed(error.message));
  }

  private async tellArticle({ outcome, isNew, document }: Extract<RunEvent, { type: 'article' }>): Promise<void> {
    this.count(outcome, isNew);
    const { status, title, message } = outcome;
    if (status === 'failed') this.terminal.line(en.cli.articleFailed(title, message ?? ''));
    else if (this.isWorthALine(outcome, isNew)) this.terminal.line(en.cli.article(status, title, en.reasons[outcome.reason]));
    this.terminal.status(en.cli.progress(this.progress.done, this.progress.of, title));
    await write(this.io.stdout, this.dataOf(outcome, document));
  }

  private isWorthALine({ status }: Outcome, isNew: boolean): boolean {
    return this.options.verbose === true || (status === 'skipped' && isNew && !this.options.quiet);
  }

  private count({ status }: Outcome, isNew: boolean): void {
    this.tally[status] += 1;
    this.progress.done += 1;
    const isAttempted = isNew && status !== 'unchanged';
    if (isAttempted) this.tally.fresh += 1;
    if (isAttempted && status === 'failed') this.tally.freshFailed += 1;
  }

  private dataOf(outcome: Outcome, document: string | undefined): string {
    const { options } = this;
    const file = outcome.file === undefined || options.stdout ? undefined : options.pathOf(outcome.file);
    if (options.json) return `${JSON.stringify({ ...outcome, ...(file !== undefined && { file }) })}\n`;
    if (options.stdout) return document ?? '';
    return outcome.status === 'written' && file !== undefined ? `${file}\n` : '';
  }

  private isPreview(): boolean {
    return this.options.stdout === true || this.options.dryRun === true;
  }
}
