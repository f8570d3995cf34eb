import type { PictureBytes } from '../archive/picture-files.js';
import type { ArchiveRecord } from '../archive/record.js';
import type { Article } from '../article/types.js';
import { hideSecrets } from '../hide.js';
import { addCost, newCost, type Cost } from '../http/cost.js';
import { stopIfInterrupted } from '../interrupt.js';
import { getPictures, type Pictures } from '../pictures/get-pictures.js';
import { refererFor } from '../pictures/referer.js';
import { pictureAddresses, picturePath } from '../post/pictures.js';
import type { Draft } from './draft.js';
import type { Run } from './run.js';

const NONE: Pictures = { stored: [], missing: [] };

/**
 * The pictures of an article where they are to stand with its post. What its post has already is not asked for again.
 * @param known what the archive has of the article
 * @param cost what that took is added to it; each picture has a time limit of its own
 * @throws NewsScrapeError `interrupted`
 */
export async function fetchPictures(article: Article, known: ArchiveRecord | undefined, { store, sources, options }: Run, cost: Cost): Promise<Pictures> {
  if (options.form.images !== 'download') return NONE;
  const files = new Map(known?.pictures?.map(({ from, file }) => [from, file]));
  return getPictures(pictureAddresses(article.html), {
    kept: async (url) => {
      const file = files.get(hideSecrets(url));
      return file === undefined ? undefined : store.readPicture(file);
    },
    get: async (url) => {
      const own = newCost();
      try {
        return await sources.picture(url, { referer: refererFor(url, article.url), cost: own });
      } catch (error) {
        stopIfInterrupted(options.signal);
        throw error;
      } finally {
        addCost(cost, own);
      }
    },
    shrink: options.shrink,
  });
}

/** What the record of an article says of its pictures; absent if there are none. */
export function pictureFiles({ owner, stored }: Draft['pictures']): Pick<ArchiveRecord, 'pictures'> {
  return stored.length > 0 ? { pictures: stored.map(({ from, name }) => ({ from, file: picturePath(owner, name) })) } : {};
}

/** The same pictures as the store takes them. */
export function pictureBytes({ owner, stored }: Draft['pictures']): PictureBytes {
  return new Map(stored.map(({ name, bytes }) => [picturePath(owner, name), bytes]));
}
