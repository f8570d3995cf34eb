import type { Validators } from '../validators.js';
import type { Cost } from './cost.js';

/** What is fetched; it decides how large it may be, which types are asked for, and whether robots.txt has a say. */
export type Kind = 'feed' | 'page' | 'picture' | 'robots';

/** A complete answer with a 2xx status. */
export interface HttpResponse {
  /** Where the body came from after all redirects. */
  url: string;
  /** The Content-Type header as sent; empty if there was none. */
  contentType: string;
  body: Buffer;
  /** To ask later whether it has changed; absent if the server gave none. */
  validators?: Validators;
  /** True if the address that was asked for has moved there for good (only redirects 301 and 308 led there). */
  hasMoved: boolean;
}

/** An answer whose body came whole, whatever its status. */
export interface WholeAnswer {
  url: string;
  status: number;
  contentType: string;
  body: Buffer;
}

export interface GetOptions {
  kind: Kind;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal | undefined;
  /**
   * Added to, whether the fetch succeeds or fails. What several fetches took that share it counts against the time limit
   * of each.
   */
  cost?: Cost | undefined;
  /** Told for how many milliseconds the answer says that it holds, also where nothing has changed. */
  onFresh?: ((milliseconds: number) => void) | undefined;
  /** Given every whole answer before anything is made of it, also those of failures; what it throws ends the fetch. */
  keep?: ((answer: WholeAnswer) => Promise<void>) | undefined;
}

/** What a log of requests is told of each one. */
export interface RequestLog {
  /** Without user name and password. */
  url: string;
  /** 1, or more after failures that pass. */
  attempt: number;
  /** Absent if no answer came. */
  status?: number;
  /** Bytes of the body as it came over the wire. */
  wireBytes: number;
  /** The same bytes after their content encodings were undone. */
  bytes: number;
  milliseconds: number;
  /** Of a conditional request: `hit` if nothing had changed (304). */
  cache?: 'hit' | 'miss';
  /** For a failure: the whole sentence. */
  error?: string;
}

/** The only door to the network. */
export interface HttpClient {
  /**
   * Fetches `url`, following at most 10 redirects.
   * @throws NewsScrapeError `url_unsupported`, `private_address`, `robots`, `robots_unreachable`, `network`, `timeout`,
   *   `too_many_redirects`, `http_status`, `too_large`
   */
  get(url: string, options: GetOptions): Promise<HttpResponse>;
  /** The same, or undefined if nothing has changed since the answer that `known` came with. */
  getIfChanged(url: string, known: Validators | undefined, options: GetOptions): Promise<HttpResponse | undefined>;
  close(): Promise<void>;
}
