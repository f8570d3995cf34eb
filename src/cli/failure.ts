import { isNewsScrapeError } from '../errors.js';
import { messages } from '../messages/messages.js';
import { OutputClosed } from './io.js';

/** Lines that say what ended the program: one for each failure, and with `stack` where an unforeseen one happened. */
export function describeFailure(error: unknown, { stack }: { stack: boolean }): string[] {
  if (error instanceof OutputClosed) return [];
  if (error instanceof AggregateError) return withoutEchoes(error.errors).flatMap((each) => describeFailure(each, { stack }));
  if (isNewsScrapeError(error, 'config_invalid')) return error.message.split('\n').map(messages.telling.error);
  if (isNewsScrapeError(error)) return [messages.telling.error(error.message)];
  const { name, message, stack: trace = '' } = error instanceof Error ? error : new Error(String(error));
  const sentence = messages.telling.error(messages.telling.unexpected(name, message));
  return stack ? [sentence, ...trace.split('\n').filter((line) => /^ +at /.test(line))] : [sentence];
}

/** A full disk fails what was being written and what is written at the end alike: told once, with the path that it met first. */
function withoutEchoes(errors: readonly unknown[]): unknown[] {
  const told = new Set<string>();
  return errors.filter((error) => {
    if (!isNewsScrapeError(error, 'output_unwritable')) return true;
    const isNews = !told.has(error.params.detail);
    told.add(error.params.detail);
    return isNews;
  });
}
