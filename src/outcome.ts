import type { MissingPicture } from './pictures/picture.js';

/**
 * How an article can end in a run, and why it can end so: stable words that scripts may match. Each reason belongs to
 * one status.
 */
export const REASONS = {
  written: ['new', 'feed_text', 'restored'],
  updated: ['changed', 'forced'],
  unchanged: ['known', 'same', 'edited', 'deleted', 'gone', 'hidden', 'adopted'],
  skipped: ['video_only', 'pictures_only', 'index_page', 'robots', 'too_old', 'excluded', 'not_included', 'caught_up', 'rests', 'gave_up'],
  failed: [
    ...['not_found', 'http_status', 'network', 'timeout', 'private_address', 'too_large', 'not_html', 'blocked', 'error_page'] as const,
    ...['empty_body', 'no_title', 'shrunk', 'unreadable', 'no_url', 'url_unsupported', 'not_a_post'] as const,
  ],
} as const;

/** How an article ended in a run. */
export type Status = keyof typeof REASONS;

/** All of them, in the order in which they are told. */
export const STATUSES = ['written', 'updated', 'unchanged', 'skipped', 'failed'] as const satisfies readonly Status[];

/** Why it ended so. */
export type Reason = (typeof REASONS)[Status][number];

/** The words of one status. */
export type ReasonOf<S extends Status> = (typeof REASONS)[S][number];

/** What became of one article of one feed: one line of `--json`. */
export interface Outcome {
  status: Status;
  reason: Reason;
  /** Stable identity: `comos:...`, else the canonical URL, else the guid. */
  id: string;
  /** Address of the article; empty if its feed gives none. */
  url: string;
  /** Path of the post as the user would type it; only where there is one, or was one until a person deleted it. */
  file?: string;
  title: string;
  /** ISO 8601 instant in UTC, where known. */
  date?: string;
  /** The feed's id or address as the user gave it. */
  feed: string;
  /** Where pictures are downloaded and there are any: how many stand with the post, and which could not be had. */
  pictures?: { stored: number; missing: readonly MissingPicture[] };
  /** For a failure: runs in which the article has failed, this one included. */
  failures?: number;
  /** For a failure: true if a quiet run does not report it, because it may pass or was reported before. */
  tolerated?: true;
  /** For a failure: the whole sentence. */
  message?: string;
}
