import { Option, type Command } from 'commander';
import { NewsScrapeError } from '../../errors.js';
import { messages } from '../../messages/messages.js';
import type { PictureSource } from '../../pictures/get-pictures.js';
import { IMAGE_MODES, type ImageMode } from '../../post/image-modes.js';
import { invalid } from './invalid.js';

/** What becomes of the pictures of an article. */
export interface ImageOptions {
  images?: ImageMode;
  /** Pixels. */
  imageMaxWidth?: number;
}

export function addImageOptions(command: Command): Command {
  const images = new Option('--images <how>', messages.post.images).choices(IMAGE_MODES).argParser(parseImages);
  return command.addOption(images).option('--image-max-width <pixels>', messages.post.imageMaxWidth, parseWidth);
}

/**
 * @param hasFolder false for a command that writes no files
 * @throws NewsScrapeError `usage` for options that do not go together
 */
export function checkImageOptions({ images, imageMaxWidth }: ImageOptions, hasFolder: boolean): void {
  if (images === 'download' && !hasFolder) throw new NewsScrapeError('usage', { detail: messages.pictures.needsFolder });
  if (imageMaxWidth !== undefined && images !== 'download') throw new NewsScrapeError('usage', { detail: messages.pictures.needsDownload });
}

/**
 * What makes pictures smaller; undefined if nobody asked for it.
 * @throws NewsScrapeError `usage` if that needs a package that is not there
 */
export async function openShrink({ imageMaxWidth }: ImageOptions): Promise<PictureSource['shrink']> {
  if (imageMaxWidth === undefined) return undefined;
  const { loadShrink } = await import('../../pictures/shrink.js');
  return loadShrink(imageMaxWidth, process.cwd());
}

function parseWidth(value: string): number {
  const width = Number(value);
  if (!/^\d{1,5}$/.test(value) || width < 16) throw invalid('--image-max-width', value, messages.post.expectedWidth);
  return width;
}

function parseImages(value: string): ImageMode {
  const mode = IMAGE_MODES.find((known) => known === value);
  if (!mode) throw invalid('--images', value, messages.post.expectedOneOf(IMAGE_MODES));
  return mode;
}
