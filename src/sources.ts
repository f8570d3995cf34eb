import { decodeDocument } from './article/decode.js';
import type { RawPage } from './article/read-page.js';
import { NewsScrapeError, systemDetail } from './errors.js';
import type { FeedSource } from './feeds/types.js';
import type { HttpClient } from './http/client.js';
import { LIMITS } from './http/limits.js';

/** The world outside as a run sees it. */
export interface Sources {
  /** The text of a feed, decoded, from where the source says. */
  feedText(source: FeedSource, location: string): Promise<string>;
  page(url: string): Promise<RawPage>;
  now(): Date;
}

/** Where bytes come from. */
export interface Inputs {
  client: HttpClient;
  readFile: (path: string) => Promise<Uint8Array>;
  readStdin: () => Promise<Uint8Array>;
  now: () => Date;
  signal?: AbortSignal | undefined;
}

/** Joins network, disk, standard input and clock to what a run asks for. */
export function createSources({ client, readFile, readStdin, now, signal }: Inputs): Sources {
  return {
    now,
    page: async (url) => {
      const { url: finalUrl, contentType, body } = await client.get(url, { maxBytes: LIMITS.pageBytes, signal });
      return { name: finalUrl, url: finalUrl, contentType, body };
    },
    feedText: async (source, location) => {
      if (source.kind === 'stdin') return decodeDocument(await readStdin()).text;
      if (source.kind === 'file') return decodeDocument(await readFeedFile(location)).text;
      const headers = source.headers ?? {};
      const { contentType, body } = await client.get(location, { maxBytes: LIMITS.feedBytes, headers, signal });
      return decodeDocument(body, contentType).text;
    },
  };

  async function readFeedFile(file: string): Promise<Uint8Array> {
    try {
      return await readFile(file);
    } catch (error) {
      throw new NewsScrapeError('feed_file_unreadable', { file, detail: systemDetail(error) }, { cause: error });
    }
  }
}
