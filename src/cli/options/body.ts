import type { Command } from 'commander';
import { en } from '../../messages/en.js';
import { invalid } from './invalid.js';

/** What is done to the text of a post. */
export interface BodyOptions {
  sourceLink?: boolean;
  excerpt?: number;
  headingFromBold?: boolean;
}

export function addBodyOptions(command: Command): Command {
  return command
    .option('--source-link', en.post.sourceLink)
    .option('--excerpt <n>', en.post.excerpt, parseExcerpt)
    .option('--heading-from-bold', en.post.headingFromBold)
    .option('--no-heading-from-bold', en.post.noHeadingFromBold);
}

function parseExcerpt(value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || count < 1 || !Number.isSafeInteger(count)) throw invalid('--excerpt', value, en.post.expectedExcerpt);
  return count;
}
