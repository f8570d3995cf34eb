import type { Command } from 'commander';
import { en } from '../../messages/en.js';
import type { BodyFormat } from '../../post/compose.js';
import { invalid } from './invalid.js';

/** The form of a post. */
export interface PostOptions {
  body: BodyFormat;
}

export function addPostOptions(command: Command): Command {
  return command.option('--body <format>', en.cli.body, parseBody, 'markdown');
}

function parseBody(value: string): BodyFormat {
  if (value !== 'markdown' && value !== 'html') throw invalid('--body', value, en.cli.expectedBody);
  return value;
}
