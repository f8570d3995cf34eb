import { NewsScrapeError, systemDetail } from '../errors.js';

/** A failure of the disk under `path` as the program reports it, with the words of the system. */
export function unwritable(path: string, error: unknown): NewsScrapeError {
  return new NewsScrapeError('output_unwritable', { path, detail: systemDetail(error) }, { cause: error });
}
