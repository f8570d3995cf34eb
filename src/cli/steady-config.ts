import type { Config } from '../config/config.js';
import { messages } from '../messages/messages.js';
import { configFileOf, type Given } from './choose-from.js';
import { EXIT, exitCodeFor } from './exit-codes.js';
import { describeFailure } from './failure.js';
import type { Io } from './io.js';
import { openConfig } from './open-config.js';

/**
 * Gives each round of a program that goes on for long the configuration as it is then; while it is broken, or asks for what
 * cannot be done, the one before. The first one must be right.
 */
export class SteadyConfig {
  private right: Config | undefined;
  /** What was told of a broken configuration; empty while it is right. */
  private complaint = '';
  /** Warnings about the configuration: each is told once, not in every round. */
  private told: ReadonlySet<string> = new Set();

  constructor(
    private readonly given: Given,
    private readonly io: Io,
  ) {}

  /**
   * Does a round by the configuration.
   * @throws NewsScrapeError in the first round all that is wrong with it; later what `round` throws and it is not to blame for
   */
  async use(round: (config: Config) => Promise<void>): Promise<void> {
    const config = await this.tried(() => this.read());
    if (config && (await this.tried(() => round(config).then(() => true)))) {
      if (this.complaint !== '') this.io.terminal.line(messages.watch.configBack, 'green');
      [this.right, this.complaint] = [config, ''];
      return;
    }
    const { right } = this;
    if (right) await this.tried(() => round(right));
  }

  /** Undefined where the configuration is to blame and there is an earlier one. */
  private async tried<Result>(task: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await task();
    } catch (error) {
      if (!this.right || exitCodeFor(error) !== EXIT.usage) throw error;
      const lines = describeFailure(error, { stack: false });
      if (this.complaint !== lines.join('\n')) for (const line of [...lines, messages.watch.configKept]) this.io.terminal.line(line, 'red');
      this.complaint = lines.join('\n');
      return undefined;
    }
  }

  private async read(): Promise<Config> {
    const told = new Set<string>();
    const line: Io['terminal']['line'] = (text, tone) => {
      if (!this.told.has(text)) this.io.terminal.line(text, tone);
      told.add(text);
    };
    const config = await openConfig(configFileOf(this.given), { ...this.io, terminal: { ...this.io.terminal, line } });
    this.told = told;
    return config;
  }
}
