import type { ErrorCode, ErrorParams } from './error-params.js';
import { messages } from './messages/messages.js';

export type { ConfigMistake, ErrorCode, ErrorParams } from './error-params.js';

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
function describeError<Code extends ErrorCode>(code: Code, params: ErrorParams[Code]): string {
  const sentences: { [C in ErrorCode]: (params: ErrorParams[C]) => string } = messages.errors;
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
