import { isNewsScrapeError } from '../errors.js';
import { messages } from '../messages/messages.js';
import { OutputClosed } from './io.js';

/** Lines that say what ended the program: one for each failure, and with `stack` where an unforeseen one happened. */
export function describeFailure(error: unknown, { stack }: { stack: boolean }): string[] {
  if (error instanceof OutputClosed) return [];
  if (error instanceof AggregateError) return error.errors.flatMap((each: unknown) => describeFailure(each, { stack }));
  if (isNewsScrapeError(error, 'config_invalid')) return error.message.split('\n').map(messages.telling.error);
  if (isNewsScrapeError(error)) return [messages.telling.error(error.message)];
  const { name, message, stack: trace = '' } = error instanceof Error ? error : new Error(String(error));
  const sentence = messages.telling.error(messages.telling.unexpected(name, message));
  return stack ? [sentence, ...trace.split('\n').filter((line) => /^ +at /.test(line))] : [sentence];
}
