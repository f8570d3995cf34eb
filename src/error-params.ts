/** Something wrong with a configuration, in words, and where it stands; line and column count from 1. */
export interface ConfigMistake {
  line: number;
  column: number;
  text: string;
}

/** What each error code has to say of itself: the values that its message names. */
export interface ErrorParams {
  usage: { detail: string };
  option_invalid: { option: string; value: string; expected: string };
  feed_unknown: { feed: string; nearest: readonly string[] };
  feed_file_unreadable: { file: string; detail: string };
  feed_unreachable: { url: string; cause: string; alternative?: string | undefined };
  feed_http_status: { url: string; status: number; retryAt?: string | undefined; alternative?: string | undefined };
  feed_is_html: { url: string; alternative?: string | undefined };
  feed_unrecognized: { url: string; start: string };
  feed_malformed: { url: string; detail: string };
  feed_truncated: { url: string; detail: string };
  feed_api_status: { url: string; status: string; message: string };
  feed_no_data: { url: string };
  feed_empty: { url: string; alternative?: string | undefined };
  network: { url: string; cause: string };
  /** `seconds`: for the whole fetch, all attempts included. */
  timeout: { url: string; seconds: number };
  /** `retryAt`: what Retry-After asks for, as an ISO 8601 instant. */
  http_status: { url: string; status: number; retryAt?: string | undefined };
  /** `limit`: bytes after decompression. */
  too_large: { url: string; limit: number };
  too_many_redirects: { url: string; limit: number };
  private_address: { url: string; address: string };
  robots: { url: string };
  /** `status`: the answer of robots.txt; 0 without one. */
  robots_unreachable: { url: string; status: number };
  url_unsupported: { url: string };
  /** What is secret in an address was not kept. */
  url_hidden: { url: string };
  page_file_unreadable: { file: string; detail: string };
  page_not_html: { url: string; type: string };
  page_blocked: { url: string; sign: string };
  page_is_error: { url: string; sign: string };
  /** `characters`: what was found of a text, white space not counted. */
  page_empty: { url: string; characters: number };
  page_no_title: { url: string };
  page_shrunk: { url: string };
  page_video_only: { url: string };
  page_pictures_only: { url: string };
  page_is_index: { url: string };
  page_unreadable: { url: string; detail: string };
  picture_unusable: { url: string; detail: string };
  item_no_url: { title: string };
  archive_corrupt: { file: string; line: number; detail: string; copy?: string | undefined };
  archive_changed: { file: string };
  archive_newer: { file: string; version: number };
  archive_unreadable: { file: string; detail: string };
  opml_unreadable: { file: string; detail: string };
  template_invalid: { file: string; line: number; detail: string };
  template_unreadable: { file: string; detail: string };
  site_unreadable: { file: string; detail: string };
  config_unreadable: { file: string; detail: string };
  config_invalid: { file: string; mistakes: readonly ConfigMistake[] };
  port_unusable: { port: number; detail: string };
  output_locked: { dir: string; owner: string };
  output_lock_lost: { dir: string };
  output_unwritable: { path: string; detail: string };
  interrupted: { signal: string };
}

export type ErrorCode = keyof ErrorParams;
