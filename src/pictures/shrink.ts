import { createRequire } from 'node:module';
import { join } from 'node:path';
import { NewsScrapeError, deepestCause } from '../errors.js';
import { messages } from '../messages/messages.js';
import type { Picture } from './picture.js';

/** What is used of the package sharp (version 0.33 and later). */
type Sharp = (bytes: Uint8Array, options: { animated: boolean }) => SharpPicture;
interface SharpPicture {
  rotate(): SharpPicture;
  resize(size: { width: number; withoutEnlargement: boolean }): SharpPicture;
  toBuffer(): Promise<Uint8Array>;
}

/** Makes pictures that are wider than `maxWidth` pixels that wide, in their own format. */
export type Shrink = (picture: Picture) => Promise<Uint8Array>;

/**
 * Loads sharp, which is native and large and comes with this program only where a user installs it: beside the program,
 * or in the folder in which it runs.
 * @throws NewsScrapeError `usage` if it is not there
 */
export function loadShrink(maxWidth: number, cwd: string): Shrink {
  const sharp = loadSharp(cwd);
  return async ({ from, width, bytes }) => {
    if (width <= maxWidth) return bytes;
    try {
      return await sharp(bytes, { animated: true }).rotate().resize({ width: maxWidth, withoutEnlargement: true }).toBuffer();
    } catch (error) {
      throw new NewsScrapeError('picture_unusable', { url: from, detail: deepestCause(error) }, { cause: error });
    }
  };
}

function loadSharp(cwd: string): Sharp {
  const failures: unknown[] = [];
  for (const place of [import.meta.url, join(cwd, 'package.json')]) {
    try {
      const sharp: unknown = createRequire(place)('sharp');
      if (isSharp(sharp)) return sharp;
    } catch (error) {
      failures.push(error);
    }
  }
  throw new NewsScrapeError('usage', { detail: messages.pictures.needsSharp }, { cause: failures[0] });
}

const isSharp = (value: unknown): value is Sharp => typeof value === 'function';
