import { NewsScrapeError } from '../../errors.js';

/** What a parser of an option throws for a value that the option does not take. */
export function invalid(option: string, value: string, expected: string): NewsScrapeError {
  return new NewsScrapeError('option_invalid', { option, value, expected });
}
