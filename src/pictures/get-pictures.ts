import pMap from 'p-map';
import { NewsScrapeError, isNewsScrapeError } from '../errors.js';
import { messages } from '../messages/messages.js';
import { inspectPicture } from './inspect.js';
import type { MissingPicture, Picture } from './picture.js';

/** Of one article; more are galleries. */
const MOST_PICTURES = 100;
/** Bytes of all pictures of one article, give or take those on their way. */
const MOST_BYTES = 32 * 1024 * 1024;
/** The host's own limit decides how many of them are asked for at once. */
const AT_ONCE = 4;

/** Where pictures come from. */
export interface PictureSource {
  /** The bytes at an address. */
  get: (url: string) => Promise<Uint8Array>;
  /** The bytes that the post of the article has of that address already. */
  kept: (url: string) => Promise<Uint8Array | undefined>;
  /** Makes a picture smaller. */
  shrink?: ((picture: Picture) => Promise<Uint8Array>) | undefined;
}

export interface Pictures {
  stored: readonly Picture[];
  missing: readonly MissingPicture[];
}

/**
 * Gets the pictures at these addresses, in their order. One that cannot be had harms no other.
 * @throws what `source` throws, but for NewsScrapeError
 */
export async function getPictures(urls: readonly string[], source: PictureSource): Promise<Pictures> {
  let total = 0;
  const stored: Picture[] = [];
  const missing: MissingPicture[] = [];
  const results = await pMap([...new Set(urls)].entries(), async ([index, url]) => {
    try {
      if (index >= MOST_PICTURES || total >= MOST_BYTES) throw new NewsScrapeError('picture_unusable', { url, detail: messages.pictures.tooMany });
      const picture = await getOne(url, source);
      total += picture.bytes.length;
      return picture;
    } catch (error) {
      if (!isNewsScrapeError(error)) throw error;
      return { url, reason: error.code, message: error.message };
    }
  }, { concurrency: AT_ONCE });
  for (const result of results) {
    if ('bytes' in result) stored.push(result);
    else missing.push(result);
  }
  return { stored, missing };
}

async function getOne(url: string, { get, kept, shrink }: PictureSource): Promise<Picture> {
  const known = await kept(url);
  if (known) return inspectPicture(url, known);
  const picture = inspectPicture(url, await get(url));
  return shrink ? inspectPicture(url, await shrink(picture)) : picture;
}
