import { isNewsScrapeError } from '../errors.js';
import { messages } from '../messages/messages.js';
import { describeFailure } from './failure.js';
import type { Io } from './io.js';
import { openConfig } from './open-config.js';
import type { ConfigOptions } from './options/config.js';

/**
 * Gives each round of a program that goes on for long the configuration as it is then; while it is broken, the one before.
 * The first one must be right.
 */
export class SteadyConfig {
  /** What was read when the configuration was right, undefined for files that were not there. */
  private right = new Map<string, Uint8Array | Error>();
  private isBroken = false;
  /** Warnings about the configuration: each is told once, not in every round. */
  private told: ReadonlySet<string> = new Set();

  constructor(private readonly options: () => ConfigOptions, private readonly io: Io) {}

  /**
   * The process as the next round is to see it.
   * @throws NewsScrapeError `config_unreadable`, `config_invalid` in the first round
   */
  async next(): Promise<Io> {
    const read = new Map<string, Uint8Array | Error>();
    const told = new Set<string>();
    const warn: Io['terminal']['line'] = (text, tone) => {
      this.tellOnce(text, tone);
      told.add(text);
    };
    try {
      await openConfig(this.options(), { ...this.io, terminal: { ...this.io.terminal, line: warn }, readFile: (path) => this.readInto(read, path) });
      this.told = told;
      if (this.isBroken) this.io.terminal.line(messages.watch.configBack, 'green');
      [this.right, this.isBroken] = [read, false];
    } catch (error) {
      if (!isNewsScrapeError(error, 'config_unreadable', 'config_invalid') || this.right.size === 0) throw error;
      if (!this.isBroken) for (const line of [...describeFailure(error, { stack: false }), messages.watch.configKept]) this.io.terminal.line(line, 'red');
      this.isBroken = true;
    }
    return { ...this.io, terminal: { ...this.io.terminal, line: (text, tone) => this.tellOnce(text, tone) }, readFile: (path) => this.replay(path) };
  }

  private tellOnce(...[text, tone]: Parameters<Io['terminal']['line']>): void {
    if (!this.told.has(text)) this.io.terminal.line(text, tone);
  }

  private async readInto(read: Map<string, Uint8Array | Error>, path: string): Promise<Uint8Array> {
    try {
      const bytes = await this.io.readFile(path);
      read.set(path, bytes);
      return bytes;
    } catch (error) {
      if (error instanceof Error) read.set(path, error);
      throw error;
    }
  }

  private async replay(path: string): Promise<Uint8Array> {
    const known = this.right.get(path);
    if (known instanceof Error) throw known;
    return known ?? this.io.readFile(path);
  }
}
