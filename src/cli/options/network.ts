import type { Command } from 'commander';
import { LIMITS } from '../../http/limits.js';
import { en } from '../../messages/en.js';
import { invalid } from './invalid.js';

/** How patient the program is with servers. */
export interface NetworkOptions {
  /** Seconds for a whole article or feed. */
  timeout: number;
  retries: number;
}

/** How the program treats hosts of which it wants many pages. */
export interface MannersOptions {
  concurrency: number;
  /** Milliseconds between two requests to one host. */
  delay: number;
}

const LONGEST_TIMEOUT = 3600;

export function addNetworkOptions(command: Command): Command {
  return command
    .option('--timeout <seconds>', en.cli.timeout, parseTimeout, LIMITS.deadline / 1000)
    .option('--retries <n>', en.cli.retries, (value: string) => parseWhole('--retries', value, { min: 0, max: 10 }), LIMITS.retries);
}

export function addMannersOptions(command: Command): Command {
  return command
    .option('--concurrency <n>', en.cli.concurrency, (value: string) => parseWhole('--concurrency', value, { min: 1, max: 32 }), LIMITS.concurrency)
    .option('--delay <ms>', en.cli.delay, (value: string) => parseWhole('--delay', value, { min: 0, max: 60_000 }), LIMITS.delay);
}

function parseTimeout(value: string): number {
  const seconds = Number(value);
  if (!/^\d+(?:\.\d+)?$/.test(value) || seconds <= 0 || seconds > LONGEST_TIMEOUT) {
    throw invalid('--timeout', value, en.cli.expectedTimeout(LONGEST_TIMEOUT));
  }
  return seconds;
}

function parseWhole(option: string, value: string, { min, max }: { min: number; max: number }): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < min || number > max) throw invalid(option, value, en.cli.expectedWhole(min, max));
  return number;
}
