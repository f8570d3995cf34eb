/** What is written beside a saved page, so that it can be read again as if it came from the network. */
export interface PageRecord {
  /** Version of this form. */
  format: 1;
  /** Where the bytes came from after all redirects. */
  url: string;
  requestedUrl: string;
  /** HTTP status of the answer. */
  status: number;
  /** The Content-Type header as sent; empty if there was none. */
  contentType: string;
  /** ISO 8601 instant in UTC. */
  fetchedAt: string;
  /** Version of the program. */
  version: string;
}

/** The record's file of a saved page: `page.html` has `page.html.json` beside. */
export const recordFile = (pageFile: string): string => `${pageFile}.json`;

/** Reads a record; undefined for a text that is none. */
export async function parsePageRecord(text: string): Promise<PageRecord | undefined> {
  // Loaded where it is needed: few runs ever read a saved page.
  const { pageRecord } = await import('./page-record-schema.js');
  try {
    return pageRecord.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
