import type { Command } from 'commander';
import { messages } from '../../messages/messages.js';
import { invalid } from './invalid.js';
import { addSwitch } from './switch.js';

/** What is done to the text of a post. */
export interface BodyOptions {
  sourceLink?: boolean;
  excerpt?: number;
  headingFromBold?: boolean;
}

export function addBodyOptions(command: Command): Command {
  return addSwitch(command.optionsGroup(messages.usage.groups.posts), 'source-link', messages.post.sourceLink)
    .option('--excerpt <n>', messages.post.excerpt, parseExcerpt)
    .option('--heading-from-bold', messages.post.headingFromBold)
    .option('--no-heading-from-bold', messages.post.noHeadingFromBold);
}

function parseExcerpt(value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || count < 1 || !Number.isSafeInteger(count)) throw invalid('--excerpt', value, messages.post.expectedExcerpt);
  return count;
}
