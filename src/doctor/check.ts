/** What a check came to: `warn` is no failure yet, or somebody else's matter. */
export type CheckStatus = 'ok' | 'warn' | 'fail';

/** What is checked, in the order of the work: a stable word that scripts may match. */
export type CheckName = 'program' | 'folder' | 'archive' | 'lock' | 'host' | 'feed' | 'article';

/** How far a request came. */
export type Stage = 'dns' | 'tcp' | 'tls' | 'http' | 'proxy';

/** One line of `doctor`. */
export interface Finding {
  check: CheckName;
  /** What was looked at: a folder, a host, a feed, the address of an article. */
  subject: string;
  status: CheckStatus;
  /** Where a host could not be reached. */
  stage?: Stage;
  /** What is so, and for a failure what to do next. */
  message: string;
}

/** A finding before it is said what was looked at. */
export type Verdict = Pick<Finding, 'status' | 'message' | 'stage'>;

export const ok = (message: string): Verdict => ({ status: 'ok', message });
export const warn = (message: string): Verdict => ({ status: 'warn', message });
export const fail = (message: string): Verdict => ({ status: 'fail', message });
