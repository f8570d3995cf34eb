/** How an article ended in a run. */
export type Status = 'written' | 'unchanged' | 'skipped' | 'failed';

/** Why it ended so; a stable word that scripts may match. */
export type Reason =
  | 'new'
  | 'feed_text'
  | 'known'
  | 'video_only'
  | 'pictures_only'
  | 'index_page'
  | 'gave_up'
  | 'not_found'
  | 'http_status'
  | 'network'
  | 'timeout'
  | 'too_large'
  | 'not_html'
  | 'blocked'
  | 'error_page'
  | 'empty_body'
  | 'no_title'
  | 'unreadable'
  | 'no_url'
  | 'url_unsupported';

/** What became of one article of one feed: one line of `--json`. */
export interface Outcome {
  status: Status;
  reason: Reason;
  /** Stable identity: `comos:...`, else the canonical URL, else the guid. */
  id: string;
  url: string;
  /** Path of the post as the user would type it; only for written and unchanged articles. */
  file?: string;
  title: string;
  /** ISO 8601 instant in UTC, where known. */
  date?: string;
  /** The feed's id or address as the user gave it. */
  feed: string;
  /** For a failure: the whole sentence. */
  message?: string;
}
