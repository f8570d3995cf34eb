import type { RequestLog } from '../http/types.js';
import { en } from '../messages/en.js';
import type { RunEvent } from '../run.js';
import type { ExitCode } from './exit-codes.js';
import { write, type Io } from './io.js';
import { dataOf, type DataOptions } from './report/data.js';
import { createPeopleLines, type Loudness } from './report/people.js';
import { startProgress, type Progress } from './progress.js';
import { count, emptyTally, exitCodeOf } from './report/tally.js';

export interface ReportOptions extends DataOptions, Loudness {
  dryRun?: boolean;
}

/** Tells a run's events: data on standard output, everything for people on standard error. */
export class Report {
  private readonly tally = emptyTally();
  private readonly tellPeople: (event: RunEvent) => void;

  private constructor(
    private readonly io: Io,
    private readonly options: ReportOptions,
    private readonly progress: Progress | undefined,
  ) {
    this.tellPeople = createPeopleLines(io.terminal, options);
  }

  static async open(io: Io, options: ReportOptions): Promise<Report> {
    return new Report(io, options, options.quiet ? undefined : await startProgress(io.terminal));
  }

  async tell(event: RunEvent): Promise<void> {
    count(this.tally, event);
    this.progress?.tell(event);
    this.tellPeople(event);
    await this.give(dataOf(event, this.options));
  }

  /** Given to the network, which then logs every request for `--verbose`. */
  readonly logRequest = (entry: RequestLog): void => {
    if (this.options.verbose) this.io.terminal.line(en.telling.request(entry));
  };

  /** Takes the progress away, whatever happened. */
  leave(): void {
    this.progress?.stop();
  }

  /** The summary line and the exit code. */
  finish(out: string): ExitCode {
    const code = exitCodeOf(this.tally);
    const isPreview = this.options.stdout === true || this.options.dryRun === true;
    if (!this.options.quiet || code !== 0) this.io.terminal.line(en.telling.summary(this.tally, isPreview ? undefined : out));
    return code;
  }

  private async give(data: string): Promise<void> {
    const { stdout, terminal } = this.io;
    if (data === '') return;
    await (stdout.isTTY ? terminal.aside(() => write(stdout, data)) : write(stdout, data));
  }
}
