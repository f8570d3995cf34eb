import { imageSize } from 'image-size';
import { NewsScrapeError } from '../errors.js';
import { messages } from '../messages/messages.js';
import { pictureDigest } from './digest.js';
import type { Picture } from './picture.js';

/**
 * What may be kept, by the type that the first bytes show; what a server says of it counts for nothing. SVG is left out:
 * it can hold scripts, and one that is opened by itself runs them in the name of the blog.
 */
const EXTENSIONS: ReadonlyMap<string | undefined, string> = new Map(['jpg', 'png', 'gif', 'webp', 'avif', 'bmp'].map((type) => [type, type]));

/** Counters and spacers are no larger in one direction. */
const SPACER_PIXELS = 3;

/**
 * Looks at the bytes that an address gave.
 * @throws NewsScrapeError `picture_unusable` if they are no picture that can be kept
 */
export function inspectPicture(from: string, bytes: Uint8Array): Picture {
  const { type, width, height } = measure(from, bytes);
  const extension = EXTENSIONS.get(type);
  if (extension === undefined) throw unusable(from, messages.pictures.type(type ?? ''));
  if (Math.min(width, height) <= SPACER_PIXELS) throw unusable(from, messages.pictures.spacer(width, height));
  return { from, name: `${pictureDigest(bytes)}.${extension}`, width, height, bytes };
}

function measure(from: string, bytes: Uint8Array): ReturnType<typeof imageSize> {
  try {
    return imageSize(bytes);
  } catch {
    const start = new TextDecoder('latin1').decode(bytes.subarray(0, 256));
    throw unusable(from, bytes.length === 0 ? messages.pictures.empty : /^\s*</.test(start) ? messages.pictures.page : messages.pictures.type(''));
  }
}

const unusable = (url: string, detail: string): NewsScrapeError => new NewsScrapeError('picture_unusable', { url, detail });
