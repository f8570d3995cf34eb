import { decodeDocument } from './article/decode.js';
import type { RawPage } from './article/read-page.js';
import { NewsScrapeError, isNewsScrapeError, systemDetail } from './errors.js';
import type { FeedSource, FeedText } from './feeds/types.js';
import type { Cost } from './http/cost.js';
import type { GetOptions, HttpClient, HttpResponse, WholeAnswer } from './http/types.js';
import type { SavePage } from './saved-pages/save-page.js';
import type { Validators } from './validators.js';

/** The world outside as a run sees it. */
export interface Sources {
  /** The text of a feed from where the source says. What is known of an earlier answer may save a second one. */
  feedText(source: FeedSource, location: string, options?: FeedOptions): Promise<FeedText>;
  page(url: string, options?: PageOptions): Promise<FetchedPage>;
  /** The page, or undefined if it has not changed since the answer that `known` came with. */
  pageIfChanged(url: string, known: Validators, options?: PageOptions): Promise<FetchedPage | undefined>;
  /** The bytes at the address of a picture, whatever they are. */
  picture(url: string, options: PictureOptions): Promise<Uint8Array>;
  now(): Date;
}

export interface PictureOptions extends PageOptions {
  referer?: string | undefined;
}

export interface FeedOptions extends PageOptions {
  known?: Validators | undefined;
  /** Told for how many milliseconds the answer says that it holds. */
  onFresh?: ((milliseconds: number) => void) | undefined;
}

export interface PageOptions {
  /** Added to, whether the page comes or not. */
  cost?: Cost;
}

/** A page with what it takes to ask later whether it has changed. */
export interface FetchedPage extends RawPage {
  validators?: Validators | undefined;
}

/** Where bytes come from. */
export interface Inputs {
  client: HttpClient;
  readFile: (path: string) => Promise<Uint8Array>;
  readStdin: () => Promise<Uint8Array>;
  now: () => Date;
  /** Is given every page as it came, also those of failures. */
  savePage?: SavePage | undefined;
  signal?: AbortSignal | undefined;
}

/** Joins network, disk, standard input and clock to what a run asks for. */
export function createSources({ client, readFile, readStdin, now, savePage, signal }: Inputs): Sources {
  const pageRequest = (requestedUrl: string, { cost }: PageOptions): GetOptions => {
    const keep = savePage && ((answer: WholeAnswer): Promise<void> => savePage({ requestedUrl, ...answer }));
    return { kind: 'page', signal, cost, keep };
  };
  return {
    now,
    page: async (url, options = {}) => pageOf(await client.get(url, pageRequest(url, options))),
    pageIfChanged: async (url, known, options = {}) => {
      const response = await client.getIfChanged(url, known, pageRequest(url, options));
      return response && pageOf(response);
    },
    picture: async (url, { referer, cost }) => {
      const headers: Readonly<Record<string, string>> = referer === undefined ? {} : { referer };
      return (await client.get(url, { kind: 'picture', headers, signal, cost })).body;
    },
    feedText: async (source, location, { known, cost, onFresh } = {}) => {
      if (source.kind === 'stdin') return { text: decodeDocument(await readStdin()).text };
      if (source.kind === 'file') return { text: decodeDocument(await readFeedFile(location)).text };
      const response = await client.getIfChanged(location, known, { kind: 'feed', headers: source.headers ?? {}, signal, cost, onFresh });
      if (!response) return { text: undefined };
      const { body, contentType, validators, hasMoved, url } = response;
      return { text: decodeDocument(body, contentType).text, validators, movedTo: hasMoved ? url : null };
    },
  };

  async function readFeedFile(file: string): Promise<Uint8Array> {
    try {
      return await readFile(file);
    } catch (error) {
      if (isNewsScrapeError(error)) throw error;
      throw new NewsScrapeError('feed_file_unreadable', { file, detail: systemDetail(error) }, { cause: error });
    }
  }
}

const pageOf = ({ url, contentType, body, validators }: HttpResponse): FetchedPage => ({ name: url, url, contentType, body, validators });
