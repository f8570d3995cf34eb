/** What a server gave to ask later whether something has changed (RFC 9110, 8.8), kept with what it is valid for. */
export interface Validators {
  /** The address that answered, after all redirects: they are sent nowhere else. Secrets in it are hidden. */
  url: string;
  /** Fingerprint of the request headers that chose this form of the answer. */
  variant: string;
  etag?: string;
  lastModified?: string;
}
