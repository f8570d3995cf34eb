import { NewsScrapeError } from '../errors.js';
import { parseSince } from '../dates.js';
import { en } from '../messages/en.js';
import type { BodyFormat } from '../post/compose.js';

/** Parsers of option values; each throws NewsScrapeError `option_invalid`. */

export function parseLimit(value: string): number {
  const limit = Number(value);
  if (!/^\d+$/.test(value) || limit < 1 || !Number.isSafeInteger(limit)) throw invalid('--limit', value, en.cli.expectedLimit);
  return limit;
}

export function parseSinceOption(value: string, now: Date): Date {
  const since = parseSince(value, now);
  if (!since) throw invalid('--since', value, en.cli.expectedSince);
  return since;
}

export function parseBody(value: string): BodyFormat {
  if (value !== 'markdown' && value !== 'html') throw invalid('--body', value, en.cli.expectedBody);
  return value;
}

export function parseOut(value: string): string {
  if (value.trim() === '') throw invalid('--out', JSON.stringify(value), en.cli.expectedOut);
  return value;
}

function invalid(option: string, value: string, expected: string): NewsScrapeError {
  return new NewsScrapeError('option_invalid', { option, value, expected });
}
