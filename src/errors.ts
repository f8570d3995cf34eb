import { en } from './messages/en.js';

/** What each error code has to say of itself: the values that its message names. */
export interface ErrorParams {
  usage: { detail: string };
  option_invalid: { option: string; value: string; expected: string };
  feed_unknown: { feed: string; nearest: readonly string[] };
  feed_file_unreadable: { file: string; detail: string };
  feed_unreachable: { url: string; cause: string; alternative?: string | undefined };
  feed_http_status: { url: string; status: number; alternative?: string | undefined };
  feed_is_html: { url: string; alternative?: string | undefined };
  feed_unrecognized: { url: string; start: string };
  feed_malformed: { url: string; detail: string };
  feed_truncated: { url: string; detail: string };
  feed_api_status: { url: string; status: string; message: string };
  feed_no_data: { url: string };
  feed_empty: { url: string; alternative?: string | undefined };
  network: { url: string; cause: string };
  timeout: { url: string; seconds: number };
  http_status: { url: string; status: number };
  too_large: { url: string; limit: number };
  url_unsupported: { url: string };
  page_file_unreadable: { file: string; detail: string };
  page_not_html: { url: string; type: string };
  page_blocked: { url: string; sign: string };
  page_is_error: { url: string; sign: string };
  page_empty: { url: string; characters: number };
  page_no_title: { url: string };
  page_video_only: { url: string };
  page_pictures_only: { url: string };
  page_is_index: { url: string };
  page_unreadable: { url: string; detail: string };
  item_no_url: { title: string };
  archive_corrupt: { file: string; line: number; detail: string };
  archive_newer: { file: string; version: number };
  archive_unreadable: { file: string; detail: string };
  output_locked: { dir: string; owner: string };
  output_unwritable: { path: string; detail: string };
  interrupted: { signal: string };
}

export type ErrorCode = keyof ErrorParams;

/**
 * Every failure that the program foresees. `code` is stable and may be matched by scripts; the message says
 * which URL or file, what went wrong, and what to do next.
 */
export class NewsScrapeError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'NewsScrapeError';

  constructor(readonly code: Code, readonly params: ErrorParams[Code], options?: ErrorOptions) {
    super(describeError(code, params), options);
  }
}

/** The sentence for an error code, in the language of the catalogue. */
export function describeError<Code extends ErrorCode>(code: Code, params: ErrorParams[Code]): string {
  const sentences: { [C in ErrorCode]: (params: ErrorParams[C]) => string } = en.errors;
  return sentences[code](params);
}

/** True if `error` is a foreseen failure, of one of the given codes where any are given. */
export function isNewsScrapeError<Code extends ErrorCode = ErrorCode>(
  error: unknown,
  ...codes: Code[]
): error is NewsScrapeError<Code> {
  return error instanceof NewsScrapeError && (codes.length === 0 || codes.some((code) => code === error.code));
}

/** The words of the deepest cause of an error: `fetch failed` tells a reader nothing, its cause does. */
export function deepestCause(error: unknown): string {
  let current = error;
  for (let depth = 0; depth < 10; depth += 1) {
    if (!(current instanceof Error)) break;
    const next: unknown = current instanceof AggregateError ? current.errors[0] : current.cause;
    if (next === undefined || next === null) break;
    current = next;
  }
  return current instanceof Error ? current.message || current.name : String(current);
}

/** What the system says of a failure, without the call and the path: `ENOSPC: no space left on device`. */
export function systemDetail(error: unknown): string {
  return deepestCause(error).replace(/, .*/s, '');
}

/** The system's name of a failure, such as `ENOENT`. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
