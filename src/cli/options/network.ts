import type { Command } from 'commander';
import { LIMITS } from '../../http/limits.js';
import { parseProxy } from '../../http/proxies.js';
import { messages } from '../../messages/messages.js';
import { invalid } from './invalid.js';
import { RepeatableOption } from './repeatable.js';
import { addSwitch } from './switch.js';

type Header = readonly [string, string];

/** How the program reaches servers and presents itself to them. */
export interface NetworkOptions {
  /** Seconds for a whole article or feed. */
  timeout: number;
  retries: number;
  userAgent?: string;
  /** Names, in small letters, and values. */
  header?: readonly Header[];
  cookieFile?: string;
  proxy?: string;
  allowPrivate?: boolean;
}

/** How the program treats hosts of which it wants many pages. */
export interface MannersOptions {
  concurrency: number;
  /** Milliseconds between two requests to one host. */
  delay: number;
  ignoreRobots?: boolean;
}

const LONGEST_TIMEOUT = 3600;
/** Set by the program itself, or of no meaning in a request for a page. */
const RESERVED_HEADERS = new Set([
  ...['accept-encoding', 'connection', 'content-length', 'content-type', 'expect', 'host', 'http2-settings', 'if-match', 'if-modified-since'],
  ...['if-none-match', 'if-range', 'if-unmodified-since', 'keep-alive', 'proxy-authorization', 'proxy-connection', 'range', 'te'],
  ...['trailer', 'transfer-encoding', 'upgrade', 'user-agent'],
]);

export function addNetworkOptions(command: Command): Command {
  command
    .optionsGroup(messages.usage.groups.network)
    .option('--timeout <seconds>', messages.cli.timeout, parseTimeout, LIMITS.deadline / 1000)
    .option('--retries <n>', messages.cli.retries, (value: string) => parseWhole('--retries', value, { min: 0, max: 10 }), LIMITS.retries)
    .option('--user-agent <text>', messages.cli.userAgent, parseUserAgent)
    .addOption(new RepeatableOption('--header <line>', messages.cli.header, addHeader))
    .option('--cookie-file <file>', messages.cli.cookieFile)
    .option('--proxy <url>', messages.cli.proxy, (value: string) => parseProxy('--proxy', value));
  return addSwitch(command, 'allow-private', messages.cli.allowPrivate);
}

export function addMannersOptions(command: Command): Command {
  return addSwitch(addPaceOptions(command), 'ignore-robots', messages.cli.ignoreRobots);
}

/** How fast hosts are asked, whichever feed wants it. */
export function addPaceOptions(command: Command): Command {
  return command
    .optionsGroup(messages.usage.groups.network)
    .option('--concurrency <n>', messages.cli.concurrency, (value: string) => parseWhole('--concurrency', value, { min: 1, max: 32 }), LIMITS.concurrency)
    .option('--delay <ms>', messages.cli.delay, (value: string) => parseWhole('--delay', value, { min: 0, max: 60_000 }), LIMITS.delay);
}

function parseTimeout(value: string): number {
  const seconds = Number(value);
  if (!/^\d+(?:\.\d+)?$/.test(value) || seconds <= 0 || seconds > LONGEST_TIMEOUT) {
    throw invalid('--timeout', value, messages.cli.expectedTimeout(LONGEST_TIMEOUT));
  }
  return seconds;
}

function parseWhole(option: string, value: string, { min, max }: { min: number; max: number }): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < min || number > max) throw invalid(option, value, messages.cli.expectedWhole(min, max));
  return number;
}

/** What a header may hold (RFC 9110, 5.5). */
const isHeaderValue = (text: string): boolean => /^[\t\x20-\x7e\x80-\xff]*$/.test(text);

function parseUserAgent(value: string): string {
  if (value.trim() === '' || !isHeaderValue(value)) throw invalid('--user-agent', JSON.stringify(value), messages.cli.expectedUserAgent);
  return value.trim();
}

/** The value of a header may be a secret, so that no message repeats it. */
function addHeader(line: string, earlier: readonly Header[] = []): readonly Header[] {
  const [, name = '', value = ''] = /^([!#$%&'*+.^_`|~\w-]+):(.*)$/s.exec(line) ?? [];
  const key = name.toLowerCase();
  if (name === '') throw invalid('--header', '…', messages.cli.expectedHeader);
  if (!isHeaderValue(value.trim())) throw invalid('--header', `${name}: …`, messages.cli.expectedHeader);
  if (RESERVED_HEADERS.has(key)) throw invalid('--header', `${name}: …`, key === 'user-agent' ? messages.cli.headerUserAgent : messages.cli.headerReserved);
  return [...earlier, [key, value.trim()]];
}
