import type { RequestLog } from '../http/types.js';
import { messages } from '../messages/messages.js';
import type { ExitCode } from './exit-codes.js';
import { write, type Io } from './io.js';
import type { HookOptions } from './options/hooks.js';
import { startProgress, type Progress } from './progress.js';
import { dataOf, jsonLine, type DataOptions } from './report/data.js';
import { callHook, type HookName } from './report/hooks.js';
import { openLogFile, type LogFile } from './report/log-file.js';
import { createPeopleLines, type Loudness } from './report/people.js';
import { recordOf, stackOf, startRecord, summaryRecord, warningRecord, type DataRecord, type StartOfRun, type SummaryRecord } from './report/records.js';
import { count, emptyTally, type PlacedEvent } from './report/tally.js';

export interface ReportOptions extends DataOptions, Loudness, HookOptions {
  dryRun?: boolean;
  logFile?: string;
  /** Folder of the posts. */
  out: string;
  /** The path of a post as the user would type it. */
  pathOf: (file: string) => string;
}

/**
 * Does a command's work and tells of it.
 * @returns the exit code of a run that came to its end
 * @throws what `work` throws, after the summary; NewsScrapeError `output_unwritable` for standard output and the log
 */
export async function withReport(io: Io, options: ReportOptions, start: StartOfRun, work: (report: Report) => Promise<void>): Promise<ExitCode> {
  const { terminal, now } = io;
  const { logFile, quiet } = options;
  const log = logFile === undefined ? undefined : await openLogFile(logFile, now, (error) => terminal.line(messages.telling.warning(messages.telling.logBroken(error.message)), 'yellow'));
  log?.write(startRecord(start));
  const report = new Report(io, options, log, quiet ? undefined : await startProgress(terminal));
  try {
    await work(report);
  } catch (error) {
    // What stopped the run is the failure to tell, whatever comes of telling it to scripts.
    await report.end(error).catch(() => undefined);
    throw error;
  }
  return report.end();
}

/** Tells a run's events: data on standard output, sentences on standard error, all of it in the log. */
export class Report {
  private readonly tally = emptyTally();
  private readonly total = { requests: 0, wireBytes: 0, bytes: 0, milliseconds: 0 };
  private readonly started = performance.now();
  private readonly tellPeople: (event: PlacedEvent) => void;

  constructor(
    private readonly io: Io,
    private readonly options: ReportOptions,
    private readonly log: LogFile | undefined,
    private readonly progress: Progress | undefined,
  ) {
    this.tellPeople = createPeopleLines(io.terminal, this.tally, options);
  }

  async tellAll(events: AsyncIterable<PlacedEvent>): Promise<void> {
    for await (const event of events) await this.tell(event);
  }

  async tell(event: PlacedEvent): Promise<void> {
    count(this.tally, event);
    const { stdout, pathOf } = this.options;
    const record = recordOf(event, this.tally, (file) => (stdout ? undefined : pathOf(file)));
    const logged = record ?? warningRecord(event);
    if (logged) this.log?.write(logged);
    this.progress?.tell(event);
    this.tellPeople(event);
    await this.give(dataOf(event, record, this.options));
    if (record?.type === 'article' && ['written', 'updated'].includes(record.status)) await this.hook('onWritten', record);
  }

  /** Given to the network. */
  readonly logRequest = (entry: RequestLog): void => {
    this.total.requests += 1;
    this.total.wireBytes += entry.wireBytes;
    this.total.bytes += entry.bytes;
    this.log?.write({ type: 'request', ...entry });
    if (this.options.verbose) this.io.terminal.line(messages.telling.request(entry));
  };

  /** Tells what the run came to, or what stopped it. */
  async end(error?: unknown): Promise<ExitCode> {
    this.progress?.stop();
    this.total.milliseconds = Math.round(performance.now() - this.started);
    if (error === undefined) await this.hook('onFinish', summaryRecord(this.tally, this.total, error));
    const summary = summaryRecord(this.tally, this.total, error);
    this.log?.write({ ...summary, ...(error !== undefined && stackOf(error)) });
    await this.log?.close();
    if (error === undefined) this.tellSummary(summary);
    if (this.options.json) await this.give(jsonLine(summary));
    return summary.exitCode;
  }

  /** Where no file is made there is nothing for a command to do. */
  private async hook(name: HookName, record: DataRecord): Promise<void> {
    const { stdout, dryRun } = this.options;
    const failure = stdout || dryRun ? undefined : await callHook(name, this.options, record, this.io);
    if (failure === undefined) return;
    this.tally.hooksFailed += 1;
    this.log?.write({ type: 'warning', message: failure });
    this.io.terminal.line(failure, 'red');
  }

  private tellSummary({ exitCode }: SummaryRecord): void {
    const { quiet, stdout, dryRun, out } = this.options;
    if (quiet && exitCode === 0) return;
    this.io.terminal.line(messages.telling.summary(this.tally, stdout || dryRun ? undefined : out));
  }

  private async give(data: string): Promise<void> {
    const { stdout, terminal } = this.io;
    if (data === '') return;
    await (stdout.isTTY ? terminal.aside(() => write(this.io, data)) : write(this.io, data));
  }
}
